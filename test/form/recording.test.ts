/** Recording through the real site and database: every kind, drafts, sending twice, two writers at once. */

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { v7 as uuid } from 'uuid'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { caseKinds } from '#core/pathway/kinds.ts'
import type { Entry } from '#core/record/entry.ts'
import fc from '#test/support/properties.ts'
import { favouriteOf, repeatOf } from '#web/cases/record-repeat.ts'
import type { FormFacts } from '#web/components/kind-form/facts.ts'
import type { Posted } from '#web/components/kind-form/posted.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import { paths } from '#web/paths.ts'
import { bodyOf } from './bodies.ts'
import {
  formOfKind,
  kindNamed,
  opened,
  plain,
  postForm,
  type Setting,
  said,
  setting,
  tace,
  treatedCase,
  treatmentBody,
} from './setting.ts'

let here: Setting = await setting()
const newCase = async () => {
  here = { ...here, caseId: await treatedCase(here.site.store.db) }
}

const facts: FormFacts = await factsHere()

async function factsHere(): Promise<FormFacts> {
  const { course, surroundings } = await opened(here)
  return {
    people: [{ id: here.physicist.id, name: 'Test physicist' }],
    organisations: [
      { code: 'ZA', name: 'Hospitals ZA' },
      { code: 'ZB', name: 'Hospitals ZB' },
    ],
    entries: [
      ...course.said.map(({ first, kind }) => ({ id: first, kind, of: 'case' as const, words: kind })),
      ...surroundings.service.said.map(({ first, kind }) => ({
        id: first,
        kind,
        of: 'service' as const,
        words: kind,
      })),
    ],
    procedure: tace,
  }
}

const seenNow = async () => String((await opened(here)).course.position)

/** A form of a kind with these fields, as of 1 November at noon. */
async function filled(
  kindName: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Map<string, readonly string[]>> {
  const kind = kindNamed(kindName)
  const when: Posted = new Map([
    ['occurredAt-day', ['1']],
    ['occurredAt-month', ['11']],
    ['occurredAt-year', ['2026']],
    ...(kind.timed ? [['occurredAt-time', ['12:00']] as const] : []),
    ['_seen', [await seenNow()]],
    ['_do', ['send']],
  ])
  return new Map([...formOf(kind.fields, body, facts), ...when])
}

/** The keys of the boxes that ask whether something is right. */
const askedIn = (html: string) =>
  [...html.matchAll(/<input[^>]*name="_sure"[^>]*>/g)].map(([input]) =>
    plain(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
  )

const recordedAs = (answer: Response) =>
  /recorded=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]

/** Sends; confirms what is asked and gives a reason, as a person would, once. */
async function sendAndConfirm(address: string, form: Map<string, readonly string[]>, cookie: string) {
  const answer = await postForm(here, address, form, cookie)
  if (answer.status !== 422) return { answer, html: '' }
  const html = await answer.text()
  const again = new Map(form)
  again.set('_sure', askedIn(html))
  if (html.includes('id="breachReason"')) again.set('breachReason', ['It could not wait'])
  const second = await postForm(here, address, again, cookie)
  return { answer: second, html: second.status === 422 ? await second.text() : html }
}

async function entryById(id: string): Promise<Entry | undefined> {
  return (await opened(here)).entries.find((entry) => entry.id === id)
}

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

describe('a draft', () => {
  before(newCase)

  it('is kept at every send, given back, and gone once recorded', async () => {
    const { cookie } = here.radiologist
    const form = uuid()
    const address = formOfKind(here.caseId, 'feedback', form)
    const fields = await filled('feedback', { state: 'declined' })
    fields.set('_do', ['keep'])
    assert.equal((await postForm(here, address, fields, cookie)).status, 204)
    const plainAddress = await here.site.get(paths.caseRecord(here.caseId, 'feedback'), cookie)
    assert.equal(plainAddress.headers.get('location'), address)
    const html = await (await here.site.get(address, cookie)).text()
    assert.ok(html.includes('It is not recorded yet'))
    assert.match(html, /value="declined" [^>]*checked|checked=""[^>]*value="declined"/)
    const others = await (await here.site.get(address, here.colleague.cookie)).text()
    assert.ok(!others.includes('It is not recorded yet'))
    fields.set('_do', ['send'])
    assert.ok(recordedAs(await postForm(here, address, fields, cookie)))
    const next = await here.site.get(paths.caseRecord(here.caseId, 'feedback'), cookie)
    assert.ok(!next.headers.get('location')?.includes(form))
  })

  it('keeps ten thousand pasted characters, which are refused with their number', async () => {
    const { cookie } = here.radiologist
    const address = formOfKind(here.caseId, 'closure')
    const fields = await filled('closure', { why: 'completed' })
    fields.set('note', ['word '.repeat(2000)])
    const html = await (await postForm(here, address, fields, cookie)).text()
    assert.ok(html.includes('Note has 9,999 characters: it can have 1,000 at most'))
    const kept = await (await here.site.get(address, cookie)).text()
    assert.ok(kept.includes('word word word'))
  })
})

describe('filling in at one press', () => {
  before(newCase)

  it('repeats the last session without saying how this one went', async () => {
    const { cookie } = here.radiologist
    const fields = await filled('treatment', {})
    fields.set('_do', ['repeat'])
    const html = await (await postForm(here, formOfKind(here.caseId, 'treatment'), fields, cookie)).text()
    assert.match(html, /id="course"[^>]*value="\d+"/)
    assert.match(html, /id="minutes"[^>]*value=""/)
    assert.ok(html.includes('Filled in from the last session'))
  })

  it('repeats where it was done, not how large that was', () => {
    const targets = [{ organ: 'liver', segment: 'segment 8', laterality: 'right', size: 32, margin: 5 }]
    assert.deepEqual(repeatOf({ course: 1, minutes: 70, targets }), {
      course: 2,
      targets: [{ organ: 'liver', segment: 'segment 8', laterality: 'right' }],
    })
  })

  it('keeps no side in a favourite: it is the patient’s', () => {
    const typed = new Map([
      ['procedure', ['nephrostomy']],
      ['targets.0.organ', ['kidney']],
      ['targets.0.laterality', ['left']],
    ])
    assert.deepEqual(favouriteOf(treatment.fields, typed), { 'targets.0.organ': ['kidney'] })
  })

  it('keeps choices as a favourite of one’s own, nothing of the patient', async () => {
    const { cookie } = here.radiologist
    const address = formOfKind(here.caseId, 'treatment')
    const fields = await filled('treatment', {
      ...treatmentBody,
      device: 'Batch 17',
      documented: 'Mrs Secret',
    })
    fields.set('_do', ['favour']).set('_name', ['My TACE'])
    assert.ok((await (await postForm(here, address, fields, cookie)).text()).includes('‘My TACE’ is saved'))
    const page = await (await here.site.get(formOfKind(here.caseId, 'treatment'), cookie)).text()
    const button =
      /name="_do"[^>]*value="(favourite [0-9a-f-]{36})"|value="(favourite [0-9a-f-]{36})"[^>]*name="_do"/.exec(
        page,
      )
    assert.ok(button)
    const empty = new Map([...(await filled('treatment', { procedure: tace }))])
    empty.set('_do', [button[1] ?? button[2] ?? ''])
    const html = await (await postForm(here, formOfKind(here.caseId, 'treatment'), empty, cookie)).text()
    assert.match(html, /selected=""[^>]*>Liver<|value="liver" selected/)
    assert.ok(!html.includes('Mrs Secret') && !html.includes('Batch 17'))
    const others = await (
      await here.site.get(formOfKind(here.caseId, 'treatment'), here.colleague.cookie)
    ).text()
    assert.ok(!others.includes('My TACE'))
  })
})

const valueOfScore = (body: unknown) => (body as { value?: number } | undefined)?.value

describe('a correction', () => {
  before(newCase)

  it('shows what stands and takes its place; a correction of a correction too', async () => {
    const { cookie } = here.radiologist
    const first = await said(
      here.site.store.db,
      here.caseId,
      'symptom-score',
      { symptom: 'pain', scale: 'nrs-0-10', value: 9, moment: 'after' },
      '2026-11-05T09:00:00Z',
    )
    for (const value of [8, 3]) {
      const address = `${paths.caseCorrect(here.caseId, first)}?form=${uuid()}`
      const page = await (await here.site.get(address, cookie)).text()
      assert.ok(page.includes('What stands now'))
      const fields = await filled('symptom-score', {
        symptom: 'pain',
        scale: 'nrs-0-10',
        value,
        moment: 'after',
      })
      fields.set('occurredAt-day', ['5'])
      const { answer } = await sendAndConfirm(address, fields, cookie)
      assert.ok(recordedAs(answer))
      const standing = (await opened(here)).course.standing(first)
      assert.equal((standing?.body as { value?: number } | undefined)?.value, value)
      assert.equal(standing?.first, first)
      assert.equal(standing?.occurredAt.slice(0, 10), '2026-11-05')
    }
  })

  it('of what was corrected meanwhile is told, and then corrects what stands', async () => {
    const { db } = here.site.store
    const score = (value: number) => ({ symptom: 'itch', scale: 'nrs-0-10', value, moment: 'after' })
    const first = await said(db, here.caseId, 'symptom-score', score(7), '2026-11-06T09:00:00Z')
    const fields = await filled('symptom-score', score(5))
    await said(db, here.caseId, 'symptom-score', score(6), '2026-11-06T09:00:00Z', { corrects: first })
    const address = `${paths.caseCorrect(here.caseId, first)}?form=${uuid()}`
    const { answer: told } = await sendAndConfirm(address, fields, here.radiologist.cookie)
    assert.equal(told.status, 409)
    const html = await told.text()
    assert.ok(html.includes('Correction: itch: 6 of 10'))
    fields.set('_seen', [/name="_seen" value="(\d+)"/.exec(html)?.[1] ?? ''])
    const { answer } = await sendAndConfirm(address, fields, here.radiologist.cookie)
    assert.ok(recordedAs(answer))
    assert.equal(valueOfScore((await opened(here)).course.standing(first)?.body), 5)
  })
})
