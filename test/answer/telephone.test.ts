import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { serviceSubject } from '#core/census/kinds.ts'
import {
  attemptsOf,
  claimOf,
  claimOrganisation,
  recordAttempt,
  releaseOrganisation,
  telephoneList,
} from '#store/census/telephone.ts'
import { entriesOf } from '#store/record/read.ts'
import { testSite } from '#test/support/site.ts'
import { testStore } from '#test/support/store.ts'
import { paths } from '#web/paths.ts'
import { answerAll, bothAnswers, browserOf, edition, openCensus, respondent, shows } from './setting.ts'

const opened = new Date('2026-11-02T09:00:00Z')
const twoWeeksOn = new Date('2026-11-16T09:00:00Z')
const store = await testStore()
const { db } = store
await openCensus(db, { organisations: 6, now: opened })
for (const code of ['T01', 'T02', 'T03', 'T04', 'T05', 'T06']) await respondent(db, code)

const at = (minutes: number) => new Date(twoWeeksOn.getTime() + minutes * 60_000)
const call = (organisation: string, interviewer = 'ann') => ({ edition, organisation, interviewer })
const codes = async (now: Date) =>
  (await telephoneList(db, edition, now)).map(({ organisation }) => organisation)

describe('the telephone list', () => {
  it('is empty for two weeks, but for organisations that no mail reaches', async () => {
    assert.deepEqual(await codes(new Date('2026-11-15T09:00:00Z')), [])
    await db
      .updateTable('census_contact')
      .set({ bounced_at: opened })
      .where('organisation', '=', 'T06')
      .execute()
    assert.deepEqual(await codes(new Date('2026-11-03T09:00:00Z')), ['T06'])
  })

  it('then holds everyone without an answer, with whom to ring', async () => {
    const list = await telephoneList(db, edition, twoWeeksOn)
    assert.equal(list.length, 6)
    assert.equal(list[0]?.contacts[0]?.telephone, '020 7946 0000')
    assert.ok(list.every(({ state, claim }) => state === 'due' && claim === null))
  })

  it('gives an organisation to one interviewer at a time, however many press at once', async () => {
    const pressed = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        claimOrganisation(db, call('T01', `person-${index}`), twoWeeksOn),
      ),
    )
    assert.equal(pressed.filter(({ outcome }) => outcome === 'claimed').length, 1)
    const holder = await claimOf(db, edition, 'T01', twoWeeksOn)
    assert.ok(pressed.every(({ claim }) => claim.interviewer === holder?.interviewer))
  })

  it('takes a claim back after half an hour, unless it is renewed or given back before', async () => {
    assert.equal((await claimOrganisation(db, call('T02'), twoWeeksOn)).outcome, 'claimed')
    assert.equal((await claimOrganisation(db, call('T02', 'bob'), at(29))).outcome, 'held')
    assert.equal((await claimOrganisation(db, call('T02'), at(29))).outcome, 'claimed', 'renewed')
    assert.equal((await claimOrganisation(db, call('T02', 'bob'), at(58))).outcome, 'held')
    assert.equal((await claimOrganisation(db, call('T02', 'bob'), at(59))).outcome, 'claimed', 'over')
    await releaseOrganisation(db, call('T02', 'ann'))
    assert.equal(
      (await claimOrganisation(db, call('T02', 'ann'), at(60))).outcome,
      'held',
      'not hers to give',
    )
    await releaseOrganisation(db, call('T02', 'bob'))
    assert.equal((await claimOrganisation(db, call('T02', 'ann'), at(60))).outcome, 'claimed')
  })

  it('keeps each attempt in the service’s record, and puts off until the time that was agreed', async () => {
    const attempt = { ...call('T03'), role: 'interviewer', contact: null }
    const first = await recordAttempt(
      db,
      { ...attempt, outcome: 'call-back', note: 'After theatre', nextAt: at(180) },
      at(1),
    )
    assert.equal(first.outcome, 'appended')
    const [entry] = await entriesOf(db, serviceSubject('T03'))
    assert.equal(entry?.kind, 'telephone-attempt')
    assert.equal(entry?.author, 'person:ann')
    const row = (await telephoneList(db, edition, at(2))).find(({ organisation }) => organisation === 'T03')
    assert.equal(row?.state, 'later')
    assert.equal(row?.lastAttempt?.note, 'After theatre')
    const due = (await telephoneList(db, edition, at(180))).find(({ organisation }) => organisation === 'T03')
    assert.equal(due?.state, 'due')
    await recordAttempt(db, { ...attempt, outcome: 'declined', note: null, nextAt: null }, at(181))
    const declined = (await telephoneList(db, edition, at(182))).at(-1)
    assert.equal(declined?.organisation, 'T03')
    assert.equal(declined?.state, 'declined')
    assert.equal((await attemptsOf(db, edition, 'T03')).length, 2)
  })

  it('refuses an attempt on an organisation that someone else is ringing', async () => {
    await claimOrganisation(db, call('T04', 'bob'), twoWeeksOn)
    const attempt = { ...call('T04'), role: 'interviewer', contact: null, note: null, nextAt: null }
    const refused = await recordAttempt(db, { ...attempt, outcome: 'no-reply' }, at(1))
    assert.equal(refused.outcome, 'held')
    assert.deepEqual(await attemptsOf(db, edition, 'T04'), [])
  })
})

describe('an interview', () => {
  it('goes through the same pages, and its answers are marked as taken by telephone', async () => {
    const site = await testSite()
    await openCensus(site.store.db, { organisations: 3 })
    const { id, cookie } = await site.personAs('interviewer')
    const interviewer = browserOf(site.baseUrl, cookie)
    await interviewer.post(paths.censusCall(edition, 'T01', 'claim'), {})
    const started = await interviewer.post(paths.censusCall(edition, 'T01', 'interview'), {})
    assert.equal(started.location, '/answer', `${started.status}`)
    const page = await interviewer.get('/answer/question/ioOffered')
    shows(page, /Telephone interview with Ashdown University Hospitals/)
    const soon = new Date(Date.now() + 60_000)
    await site.store.db.updateTable('census_claim').set({ expires_at: soon }).execute()
    await answerAll(interviewer, bothAnswers)
    const claim = await claimOf(site.store.db, edition, 'T01', new Date())
    assert.ok(claim && claim.expiresAt > soon, 'the claim lasts while the interview goes on')
    assert.equal((await interviewer.send()).status, 303)
    const row = await site.store.db.selectFrom('census_response').selectAll().executeTakeFirst()
    assert.equal(row?.channel, 'telephone')
    assert.equal(await claimOf(site.store.db, edition, 'T01', new Date()), null, 'and ends with it')
    const [entry] = (await entriesOf(site.store.db, serviceSubject('T01'))).filter(
      ({ kind }) => kind === 'census-answer',
    )
    assert.equal(entry?.author, `person:${id}`)
    const mail = await site.store.db.selectFrom('mail_message').selectAll().execute()
    assert.deepEqual(mail, [], 'nobody wrote, so nobody is written to')

    const signedOut = browserOf(
      site.baseUrl,
      interviewer
        .cookie()
        .split('; ')
        .filter((pair) => pair.startsWith('fp_answering'))
        .join('; '),
    )
    assert.equal((await signedOut.get('/answer')).location, '/answer/link-needed', 'it ends with signing out')
  })
})
