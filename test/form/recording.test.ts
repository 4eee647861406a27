/** Recording through the real site and database: every kind, sending twice, two writers at once. */

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { v7 as uuid } from 'uuid'
import { caseKinds } from '#core/pathway/kinds.ts'
import fc from '#test/support/properties.ts'
import { paths } from '#web/paths.ts'
import { bodyOf } from './bodies.ts'
import { askedIn, entryById, facts, filled, here, newCase, recordedAs, sendAndConfirm } from './recorder.ts'
import { formOfKind, opened, plain, postForm, said, treatmentBody } from './setting.ts'

describe('the form of a case', () => {
  for (const kind of caseKinds.filter(({ offered }) => offered)) {
    it(`records a ${kind.name} and reads the same back`, async () => {
      const { cookie } = here.radiologist
      const page = await here.site.get(formOfKind(here.caseId, kind.name), cookie)
      assert.equal(page.status, 200)
      let last = ''
      for (const body of fc.sample(bodyOf(kind, facts), { numRuns: 40, seed: 22 })) {
        if (!kind.schema.safeParse(body).success) continue
        const { answer, html } = await sendAndConfirm(
          formOfKind(here.caseId, kind.name),
          await filled(kind.name, body),
          cookie,
        )
        last = html
        const id = recordedAs(answer)
        if (!id) continue
        const entry = await entryById(id)
        const { breachReason, ...rest } = (entry?.body ?? {}) as Record<string, unknown>
        assert.ok(breachReason === undefined || typeof breachReason === 'string')
        const { breachReason: _, ...expected } = body as Record<string, unknown>
        assert.deepEqual(withoutSystem(rest), withoutSystem(expected))
        assert.equal(entry?.author, `person:${here.radiologist.id}`)
        assert.equal(entry?.occurredAt, '2026-11-01T12:00:00.000Z')
        return
      }
      assert.fail(`no ${kind.name} could be recorded: ${errorsIn(last)}`)
    })
  }

  it('answers rubbish in every field with words beside the fields', async () => {
    const { cookie } = here.radiologist
    for (const kind of caseKinds.filter(({ offered }) => offered)) {
      const [body] = fc.sample(bodyOf(kind, facts), { numRuns: 1, seed: 7 })
      const form = await filled(kind.name, body ?? {})
      for (const name of form.keys())
        if (!name.startsWith('_')) form.set(name, ['\u0000<script>\ud800', '9e999'])
      const answer = await postForm(here, formOfKind(here.caseId, kind.name), form, cookie)
      assert.equal(answer.status, 422, kind.name)
      const html = await answer.text()
      assert.ok(html.includes('There is a problem'))
      assert.ok(!html.includes('<script>\u0020'), kind.name)
      for (const [, anchor = ''] of html.matchAll(/error-summary[\s\S]*?href="#([^"]+)"/g))
        assert.ok(html.includes(`id="${anchor}"`), `${kind.name}: #${anchor}`)
    }
  })

  it('answers an empty form, and any half of a filled one, with words', async () => {
    const { cookie } = here.radiologist
    for (const kind of caseKinds.filter(({ offered }) => offered)) {
      const [body] = fc.sample(bodyOf(kind, facts), { numRuns: 1, seed: 9 })
      const form = await filled(kind.name, body ?? {})
      const names = [...form.keys()].filter((name) => !name.startsWith('_') && !name.startsWith('occurredAt'))
      for (const keep of [
        () => false,
        (place: number) => place % 2 === 0,
        (place: number) => place % 2 === 1,
      ]) {
        const half = new Map([...form].filter(([name]) => !names.includes(name) || keep(names.indexOf(name))))
        const { status } = await postForm(here, formOfKind(here.caseId, kind.name), half, cookie)
        assert.ok(status === 422 || status === 303 || status === 200, `${kind.name}: ${status}`)
      }
    }
  })

  it('leads from the summary to a field of a list’s second row', async () => {
    const form = await filled('treatment', {
      ...treatmentBody,
      targets: [{ organ: 'liver' }, { organ: 'liver', size: 12 }],
    })
    form.set('targets.1.size', ['9999'])
    const html = await (
      await postForm(here, formOfKind(here.caseId, 'treatment'), form, here.radiologist.cookie)
    ).text()
    assert.match(
      html,
      /href="#targets\.1\.size"[^>]*>Longest diameter has to be between 1 and 400 mm \(target 2\)/,
    )
    assert.ok(html.includes('id="targets.1.size"'))
  })
})

/** Without what the system fills in. */
function withoutSystem(body: Readonly<Record<string, unknown>>): unknown {
  const system = ['leafletTitle', 'leafletVersion', 'language', 'protocolVersion', 'computed']
  const items = (body.items as { key?: string }[] | undefined)?.map(({ key, ...item }) => item)
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !system.includes(name)))
  return items ? { ...rest, items } : rest
}

const errorsIn = (html: string) =>
  [...(/error-summary[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(/href="#[^"]*">([^<]*)/g)]
    .map(([, words]) => plain(words ?? ''))
    .join('; ')

describe('sending', () => {
  before(newCase)

  it('twice records once, and going back says that it is recorded', async () => {
    const { cookie } = here.radiologist
    const form = uuid()
    const address = formOfKind(here.caseId, 'closure', form)
    const fields = await filled('closure', { why: 'completed' })
    const before = (await opened(here)).entries.length
    const both = await Promise.all([
      postForm(here, address, fields, cookie),
      postForm(here, address, fields, cookie),
    ])
    for (const answer of both) assert.equal(answer.status, 303)
    assert.equal((await opened(here)).entries.length, before + 1)
    const back = await (await here.site.get(address, cookie)).text()
    assert.ok(back.includes('This is recorded already'))
    const again = await postForm(here, address, fields, cookie)
    assert.equal(again.status, 303)
    assert.equal((await opened(here)).entries.length, before + 1)
  })

  it('while someone else wrote shows what they wrote and keeps one’s own text', async () => {
    const address = formOfKind(here.caseId, 'complication')
    const treatment = (await opened(here)).course.of({ name: 'treatment' })[0]?.first
    const body = {
      treatment,
      what: 'Fever',
      cirse: '2',
      relation: 'likely',
      management: 'Watched overnight',
      outcome: 'resolved',
    }
    const fields = await filled('complication', body)
    await said(
      here.site.store.db,
      here.caseId,
      'clinical-discussion',
      {
        referrer: { name: 'A' },
        radiologist: { name: 'B' },
        how: 'telephone',
        conclusion: 'Wait',
      },
      '2026-11-02T09:00:00Z',
    )
    const answer = await postForm(here, address, fields, here.colleague.cookie)
    assert.equal(answer.status, 409)
    const html = await answer.text()
    assert.ok(html.includes('A and B discussed the case'))
    assert.ok(html.includes('Watched overnight'))
    assert.ok(html.includes('all the same'))
    fields.set('_seen', [/name="_seen" value="(\d+)"/.exec(html)?.[1] ?? ''])
    assert.ok(recordedAs(await postForm(here, address, fields, here.colleague.cookie)))
  })

  it('something impossible is stopped; something unusual is asked about, value by value', async () => {
    const address = formOfKind(here.caseId, 'work-up')
    const { cookie } = here.radiologist
    const fields = await filled('work-up', { imaging: ['ct'], bilirubin: 400, result: 'suitable' })
    const first = await postForm(here, address, fields, cookie)
    assert.equal(first.status, 422)
    const html = await first.text()
    assert.ok(html.includes('Is this right?'))
    const sure = askedIn(html)
    assert.equal(sure.length, 1)
    fields.set('_sure', sure).set('bilirubin', ['500'])
    const other = await postForm(here, address, fields, cookie)
    assert.equal(other.status, 422)
    fields.set('_sure', askedIn(await other.text()))
    assert.ok(recordedAs(await postForm(here, address, fields, cookie)))
  })

  it('a treatment in the future, or before birth, is refused in words', async () => {
    const { cookie } = here.radiologist
    for (const year of ['2031', '1940']) {
      const fields = await filled('treatment', treatmentBody)
      fields.set('occurredAt-year', [year])
      const answer = await postForm(here, formOfKind(here.caseId, 'treatment'), fields, cookie)
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /href="#occurredAt-day"/)
    }
  })

  it('is for those whose role writes the kind, in cases that they see', async () => {
    const nurse = await here.site.signInAs('ward-nurse', 'ZA')
    const elsewhere = await here.site.signInAs('interventional-radiologist', 'ZC')
    const fields = await filled('treatment', treatmentBody)
    const before = (await opened(here)).entries.length
    assert.equal((await postForm(here, formOfKind(here.caseId, 'treatment'), fields, nurse)).status, 403)
    assert.equal((await postForm(here, formOfKind(here.caseId, 'treatment'), fields, elsewhere)).status, 404)
    assert.equal((await here.site.get(formOfKind(here.caseId, 'treatment'), elsewhere)).status, 404)
    assert.equal((await opened(here)).entries.length, before)
  })

  it('when nobody is signed in writes nothing, and leads back to the form after signing in', async () => {
    const before = (await opened(here)).entries.length
    const address = formOfKind(here.caseId, 'closure')
    const answer = await postForm(here, address, await filled('closure', { why: 'completed' }), '')
    assert.equal(answer.status, 302)
    assert.equal(answer.headers.get('location'), paths.signIn(address))
    assert.equal((await opened(here)).entries.length, before)
  })
})
