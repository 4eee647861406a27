/** Looks and break-glass as pages: role by role, told to the guardians, and never telling who exists. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { serviceRoles } from '#core/access/role.ts'
import { displayed } from '#core/patient/identifiers.ts'
import { noteLook } from '#store/case/look.ts'
import { withinScope } from '#store/scope.ts'
import { testSite } from '#test/support/site.ts'
import { aCase, addOrganisation, aPatient, codes, newNumber, referralBody, say, scopeOf } from './support.ts'

describe('looks and break-glass', async () => {
  const site = await testSite()
  const { db } = site.store
  for (const code of codes) await addOrganisation(db, code)
  const number = newNumber()
  const patient = await aPatient(db, 'ZB', {
    ...{ givenName: 'Quentin', familyName: 'Secretname', birthOn: '1950-03-14' },
    identifiers: [{ system: 'nhs', value: number }],
  })
  const { id } = await aCase(db, { treating: 'ZB', patient })
  await say(db, 'ZB', id, 'referral', referralBody('ZB'))
  const guardians = {
    ZA: await site.personAs('caldicott-guardian', 'ZA'),
    ZB: await site.personAs('caldicott-guardian', 'ZB'),
    ZC: await site.personAs('caldicott-guardian', 'ZC'),
  }
  const good = {
    ...{ system: 'nhs', number: displayed({ system: 'nhs', value: number }) },
    ...{ 'birth-day': '14', 'birth-month': '3', 'birth-year': '1950' },
    reason: 'Bleeding on our ward <b>now</b>, no letter came along',
  }
  const pageOf = async (path: string, cookie: string) => {
    const answer = await site.get(path, cookie)
    return { status: answer.status, text: await answer.text() }
  }

  it('are for the guardian, and for clinicians: each role, each page', async () => {
    for (const role of serviceRoles) {
      const cookie = await site.signInAs(role, 'ZA')
      const sees = role === 'caldicott-guardian'
      const breaks = [
        ...['io-lead', 'interventional-radiologist', 'referrer', 'cancer-nurse-specialist', 'ward-nurse'],
      ].includes(role)
      assert.equal((await pageOf('/looks', cookie)).status, sees ? 200 : 403, role)
      assert.equal((await pageOf('/looks/break-glass', cookie)).status, sees ? 200 : 403, role)
      assert.equal((await pageOf('/break-glass', cookie)).status, breaks ? 200 : 403, role)
      assert.equal((await site.post('/break-glass', {}, cookie)).status, breaks ? 422 : 403, role)
    }
  })

  it('answers the same, whether or not the patient exists, until a reason is given', async () => {
    const cookie = await site.signInAs('interventional-radiologist', 'ZA')
    const texts = []
    for (const asked of [number, newNumber()]) {
      for (const reason of ['', 'too short']) {
        const answer = await site.post('/break-glass', { ...good, number: asked, reason }, cookie)
        assert.equal(answer.status, 422)
        texts.push((await answer.text()).replaceAll(asked, '').replaceAll(reason || '\0', ''))
      }
    }
    assert.equal(texts[0], texts[2])
    assert.equal(texts[1], texts[3])
    const { rows } = await site.store.owner.query('select count(*)::int as n from break_glass')
    assert.equal(rows[0].n, 0)
  })

  it('opens the patient, tells both guardians by mail that says nothing of whom, and lists the reason', async () => {
    const { id: doctor, cookie } = await site.personAs('interventional-radiologist', 'ZA')
    const opened = await site.post('/break-glass', good, cookie)
    assert.equal(opened.status, 303)
    assert.equal(opened.headers.get('location'), `/patients/${patient}`)
    const mail = await site.store.owner.query("select * from mail_message where purpose = 'break-glass'")
    assert.deepEqual([...new Set(mail.rows.map((row) => row.organisation))].sort(), ['ZA', 'ZB'])
    assert.doesNotMatch(JSON.stringify(mail.rows), new RegExp(`${number}|${patient}|Secretname|${doctor}`))
    for (const code of ['ZA', 'ZB'] as const) {
      const { text } = await pageOf('/looks/break-glass', guardians[code].cookie)
      assert.match(text, /1 use, the latest first/, code)
      assert.match(text, /Bleeding on our ward &lt;b&gt;now/)
      assert.match(text, /Test interventional-radiologist/)
      assert.doesNotMatch(text, /Secretname/, 'no name in a list')
    }
    assert.match((await pageOf('/looks/break-glass', guardians.ZC.cookie)).text, /Break-glass was not used/)
    const others = await site.signInAs('interventional-radiologist', 'ZA')
    assert.equal((await pageOf(`/patients/${patient}`, others)).status, 404, 'to nobody else')
    const page = await pageOf(`/patients/${patient}`, cookie)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /Refer this patient|Correct these details/)
    // To look at only: a referral would make the patient theirs for good.
    assert.equal((await site.post('/refer', { patient }, cookie)).status, 404)
    for (const part of ['correct', 'merge'])
      assert.equal((await pageOf(`/patients/${patient}/${part}`, cookie)).status, 404, part)
  })

  it('keeps an attempt that finds nobody, and tells one’s own guardian', async () => {
    const cookie = await site.signInAs('referrer', 'ZC')
    const answer = await site.post('/break-glass', { ...good, 'birth-year': '1951' }, cookie)
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), /Nobody was found/)
    assert.match((await pageOf('/looks/break-glass', guardians.ZC.cookie)).text, /Nobody was found/)
    assert.match((await pageOf('/looks/break-glass', guardians.ZB.cookie)).text, /1 use,/)
  })

  it('breaks no glass for whom one sees anyway', async () => {
    const cookie = await site.signInAs('ward-nurse', 'ZB')
    const answer = await site.post('/break-glass', good, cookie)
    assert.match(await answer.text(), new RegExp(`You see this patient already.*/patients/${patient}`, 's'))
    assert.match((await pageOf('/looks/break-glass', guardians.ZB.cookie)).text, /1 use,/)
  })

  it('opens the record elsewhere of somebody whom one’s own organisation has registered too', async () => {
    const shared = newNumber()
    const both = { birthOn: '1950-03-14', identifiers: [{ system: 'nhs' as const, value: shared }] }
    const [mine, theirs] = [await aPatient(db, 'ZC', both), await aPatient(db, 'ZB', both)]
    const form = { ...good, number: shared }
    const cookie = await site.signInAs('cancer-nurse-specialist', 'ZC')
    const asked = await (await site.post('/break-glass', form, cookie)).text()
    assert.ok(asked.includes(`/patients/${mine}`))
    assert.ok(!asked.includes(theirs), 'nothing is said of a record elsewhere before the glass is broken')
    assert.equal((await pageOf(`/patients/${theirs}`, cookie)).status, 404)
    const opened = await site.post('/break-glass', { ...form, elsewhere: 'yes' }, cookie)
    assert.equal(opened.headers.get('location'), `/patients/${theirs}`)
    const { status, text } = await pageOf(`/patients/${theirs}`, cookie)
    assert.equal(status, 200)
    assert.match(text, /with a reason, to look only, until/)
    assert.doesNotMatch(text, /like this one|Refer this patient/)
    assert.doesNotMatch((await pageOf(`/patients/${mine}`, cookie)).text, /like this one|to look only/)
    const uses = (await pageOf('/looks/break-glass', guardians.ZC.cookie)).text
    assert.ok(uses.includes(theirs.slice(-6)), 'the guardian is shown whom')
    assert.ok(!uses.includes(mine.slice(-6)), 'their own patient was not broken open')
  })

  it('says that there is no record elsewhere, and keeps the attempt', async () => {
    const known = newNumber()
    await aPatient(db, 'ZC', { birthOn: '1950-03-14', identifiers: [{ system: 'nhs', value: known }] })
    const cookie = await site.signInAs('ward-nurse', 'ZC')
    const answer = await site.post('/break-glass', { ...good, number: known, elsewhere: 'yes' }, cookie)
    assert.match(await answer.text(), /Nobody was found/)
  })

  it('is offered where a patient is looked for, to whoever may', async () => {
    for (const role of ['ward-nurse', 'physicist'] as const) {
      const { text } = await pageOf('/patients', await site.signInAs(role, 'ZA'))
      assert.equal(text.includes('href="/break-glass"'), role === 'ward-nurse', role)
    }
  })

  it('stops whoever tries numbers', async () => {
    const cookie = await site.signInAs('referrer', 'ZC')
    const statuses = []
    for (let each = 0; each < 8; each++) {
      statuses.push((await site.post('/break-glass', { ...good, number: newNumber() }, cookie)).status)
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 429, 429])
  })

  it('shows each look to the guardian of whose patient it is, narrowed to a person and a patient', async () => {
    const other = await aPatient(db, 'ZB')
    const lookAt = async (person: string, whom: string, caseId: string | null) =>
      withinScope(db, { person, organisations: ['ZB'] }, (scoped) =>
        noteLook(scoped, {
          person,
          organisation: 'ZB',
          patient: whom,
          caseId,
          page: caseId ? 'case' : 'patient',
        }),
      )
    const { id: nurse } = await site.personAs('ward-nurse', 'ZB')
    const { id: lead } = await site.personAs('io-lead', 'ZB')
    await lookAt(nurse, patient, id)
    await lookAt(lead, patient, id)
    await lookAt(lead, other, null)
    const rows = async (query: string, cookie: string) => {
      const { text } = await pageOf(`/looks${query}`, cookie)
      return { text, nurse: text.includes('Test ward-nurse'), lead: text.includes('Test io-lead') }
    }
    const { cookie } = guardians.ZB
    assert.deepEqual({ ...(await rows('', cookie)), text: '' }, { nurse: true, lead: true, text: '' })
    assert.equal((await rows(`?person=${nurse}`, cookie)).lead, false)
    const narrowed = await rows(`?patient=${other}`, cookie)
    assert.deepEqual([narrowed.nurse, narrowed.lead], [false, true])
    assert.match(
      (await rows(`?patient=${patient}`, cookie)).text,
      /SECRETNAME, Quentin/,
      'named when asked for',
    )
    assert.match((await rows(`?patient=${patient}`, cookie)).text, /This page/, 'which is a look as well')
    const elsewhere = await rows(`?patient=${patient}&person=${nurse}`, guardians.ZC.cookie)
    assert.match(elsewhere.text, /Nobody has looked/)
    assert.doesNotMatch(elsewhere.text, /SECRETNAME/)
    const unknown = await rows(`?patient=${randomUUID()}&person=${nurse}`, guardians.ZC.cookie)
    assert.equal(
      elsewhere.text.replaceAll(patient, ''),
      unknown.text.replaceAll(/patient=[0-9a-f-]{36}/g, 'patient='),
      'one elsewhere is as one that is not',
    )
  })

  it('finds a patient’s looks by a number that stands in no address', async () => {
    const form = { system: 'nhs', number }
    const found = await site.post('/looks', form, guardians.ZB.cookie)
    assert.equal(found.headers.get('location'), `/looks?patient=${patient}`)
    const elsewhere = await site.post('/looks', form, guardians.ZC.cookie)
    assert.equal(elsewhere.status, 422)
    assert.match(await elsewhere.text(), /No patient of your organisation has this number/)
  })

  it('goes on page by page', async () => {
    await withinScope(db, scopeOf('ZB'), async (scoped) => {
      for (let each = 0; each < 60; each++) {
        const person = scopeOf('ZB').person
        await noteLook(scoped, { person, organisation: 'ZB', patient, caseId: id, page: 'case' })
      }
    })
    const { text } = await pageOf('/looks', guardians.ZB.cookie)
    const next = /href="(\/looks\?before=\d+)"/.exec(text)?.[1] ?? ''
    assert.match((await pageOf(next, guardians.ZB.cookie)).text, /Earlier looks/)
    for (const odd of ['before=-1', 'before=x', 'before=1e99', 'person=%27', 'patient=1']) {
      assert.equal((await pageOf(`/looks?${odd}`, guardians.ZB.cookie)).status, 200, odd)
    }
  })
})
