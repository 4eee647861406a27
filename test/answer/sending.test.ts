import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { editionDigest } from '#core/census/edition-digest.ts'
import { censusAnswer, serviceSubject } from '#core/census/kinds.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { draftOf } from '#store/census/draft.ts'
import { closeEdition, editionById, standingEntries } from '#store/census/edition.ts'
import { correctLate, receiptOf, sendAnswers } from '#store/census/response.ts'
import { entriesOf } from '#store/record/read.ts'
import { testSite } from '#test/support/site.ts'
import {
  answerAll,
  type Browser,
  bothAnswers,
  browserOf,
  edition,
  lead,
  openCensus,
  respondent,
  shows,
  supportiveAnswers,
} from './setting.ts'

const site = await testSite()
const { db } = site.store
await openCensus(db)

async function personOf(organisation: string, role?: string): Promise<Browser> {
  const { token } = await respondent(db, organisation, role ? { role } : {})
  const person = browserOf(site.baseUrl)
  await person.open(token)
  return person
}

async function sentEntries(organisation: string) {
  const entries = await entriesOf(db, serviceSubject(organisation))
  return entries.filter(({ kind }) => kind === censusAnswer.name)
}

const place = (organisation: string) => ({ edition, organisation, wave: 'first' as const })

describe('sending the answers', () => {
  it('gives a receipt with exactly what was sent, and an entry in the service’s record', async () => {
    const person = await personOf('T01')
    await answerAll(person, bothAnswers)
    const check = await person.get('/answer/check')
    shows(check, /Send the answers/)
    const sent = await person.send()
    assert.equal(sent.status, 303)
    assert.equal(sent.location, '/answer/done?sent=now')
    const done = await person.get('/answer/done?sent=now')
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(done.html)?.[0]
    assert.ok(reference)
    shows(done, /Transarterial chemoembolisation|TACE/)
    const receipt = await receiptOf(db, place('T01'))
    assert.equal(receipt?.reference, reference)
    assert.deepEqual(receipt?.sent.answers, bothAnswers)
    const [entry] = await sentEntries('T01')
    assert.match(entry?.author ?? '', /^contact:[0-9a-f-]{36}$/)
    assert.equal(entry?.role, 'interventional-radiologist')
    assert.doesNotMatch(JSON.stringify(entry), /Respondent|example\.org/, 'nobody’s name is in the record')
    const mail = await db.selectFrom('mail_message').selectAll().where('purpose', '=', 'receipt').execute()
    assert.equal(mail.length, 1)
  })

  it('sends what is on the branch only, and keeps the rest for a change of mind', async () => {
    const person = await personOf('T02')
    await answerAll(person, bothAnswers)
    const changed = await person.answer('kinds', 'supportive-only')
    assert.equal(changed.location, '/answer/left-out/kinds')
    const told = await person.get('/answer/left-out/kinds')
    shows(told, /One answer is now left out/)
    shows(told, /Which disease-modifying procedures do you offer\?/)
    const { revision } = await draftOf(db, place('T02'))
    const incomplete = await person.post('/answer/check', { draft: String(revision), entry: '' })
    assert.equal(incomplete.status, 422, 'what stands in the way is asked of supportive-only services')
    shows(incomplete, /Not answered: What stands in the way/)
    await person.answer('barriers', ['staff'])
    shows(await person.get('/answer/check'), /Left out/)
    assert.equal((await person.send()).status, 303)
    const receipt = await receiptOf(db, place('T02'))
    assert.equal(receipt?.sent.answers.diseaseModifyingProcedures, undefined)
    const [entry] = await sentEntries('T02')
    assert.doesNotMatch(JSON.stringify(entry?.body), /chemoembolisation/)
    await person.answer('kinds', 'both')
    shows(await person.get('/answer/check'), /chemoembolisation/i, 'it is here again')
  })

  it('twice, one after the other, gives the same receipt and one entry', async () => {
    const person = await personOf('T03')
    await answerAll(person, bothAnswers)
    const page = await person.get('/answer/check')
    const form = { draft: page.field('draft'), entry: page.field('entry') }
    const first = await person.post('/answer/check', form)
    const second = await person.post('/answer/check', form)
    assert.equal(first.location, '/answer/done?sent=now')
    assert.equal(second.location, '/answer/done?sent=now')
    assert.equal((await sentEntries('T03')).length, 1)
  })

  it('twelve times at once gives the same receipt and one entry', async () => {
    const person = await personOf('T04')
    await answerAll(person, bothAnswers)
    const page = await person.get('/answer/check')
    const form = { draft: page.field('draft'), entry: page.field('entry') }
    const all = await Promise.all(Array.from({ length: 12 }, () => person.post('/answer/check', form)))
    assert.deepEqual([...new Set(all.map(({ location }) => location))], ['/answer/done?sent=now'])
    assert.equal((await sentEntries('T04')).length, 1)
  })

  it('by two people at once sends neither’s unseen change', async () => {
    const one = await personOf('T05', 'head-of-department')
    const other = await personOf('T05', 'superintendent-radiographer')
    await answerAll(one, bothAnswers)
    const page = await one.get('/answer/check')
    await other.answer('clinic', 'no')
    const sent = await one.post('/answer/check', { draft: page.field('draft'), entry: page.field('entry') })
    assert.equal(sent.status, 409)
    shows(sent, /Nothing was sent\./)
    assert.equal((await sentEntries('T05')).length, 0)
    const again = await one.post('/answer/check', { draft: sent.field('draft'), entry: sent.field('entry') })
    assert.equal(again.status, 303)
    const receipt = await receiptOf(db, place('T05'))
    assert.equal(receipt?.sent.answers.clinic, 'no')
    const late = await other.post('/answer/check', { draft: page.field('draft'), entry: page.field('entry') })
    assert.equal(late.status, 303, 'the same answers stand: they are told so by the same receipt')
    assert.equal((await sentEntries('T05')).length, 1)
  })

  it('again with a change is a correction, with what it corrects in sight', async () => {
    const person = await personOf('T06')
    await answerAll(person, bothAnswers)
    await person.send()
    shows(await person.get('/answer/check'), /These are the answers that you sent/)
    await person.answer('beds', 'yes')
    shows(await person.get('/answer/check'), /Send the correction/)
    await person.send()
    const done = await person.get('/answer/done')
    shows(done, /Correction sent/)
    shows(done, /<del>/)
    shows(done, /What was sent before/)
    const [first, second] = await sentEntries('T06')
    assert.equal(second?.corrects, first?.id)
    const row = await db
      .selectFrom('census_response')
      .select(['corrections', 'reference'])
      .where('organisation', '=', 'T06')
      .executeTakeFirst()
    assert.equal(row?.corrections, 1)
    const receipt = await receiptOf(db, place('T06'))
    assert.equal(receipt?.reference, row?.reference)
    assert.equal(receipt?.earlier.length, 1)
    const start = await person.get('/answer')
    shows(start, /The answers were sent/)
  })

  it('of an old page after a correction sends nothing', async () => {
    const person = await personOf('T07')
    await answerAll(person, bothAnswers)
    const old = await person.get('/answer/check')
    await person.send()
    await person.answer('beds', 'yes')
    const stale = await person.post('/answer/check', { draft: old.field('draft'), entry: old.field('entry') })
    assert.equal(stale.status, 409)
    assert.equal((await sentEntries('T07')).length, 1)
  })

  it('with nonsense in the form sends nothing and breaks nothing', async () => {
    const person = await personOf('T08')
    await answerAll(person, bothAnswers)
    for (const form of [{}, { draft: 'x', entry: 'x' }, { draft: '-1', entry: "';--" }, { draft: '1e99' }]) {
      const page = await person.post('/answer/check', form as Record<string, string>)
      assert.equal(page.status, 409)
    }
    assert.equal((await sentEntries('T08')).length, 0)
  })

  it('in the follow-up asks its own questions only, of supportive-only services', async () => {
    const person = await personOf('T09')
    await answerAll(person, supportiveAnswers)
    await person.send()
    const { token } = await respondent(db, 'T09', { role: 'superintendent-radiographer', wave: 'follow-up' })
    const again = browserOf(site.baseUrl)
    const start = await again.open(token)
    shows(start, /a few more questions/)
    const first = await again.get('/answer/question/diseaseModifyingPathway')
    shows(first, /Question 1 of about 3/)
    assert.equal((await again.get('/answer/question/kinds')).status, 404)
    await again.answer('diseaseModifyingPathway', 'yes')
    await again.answer('diseaseModifyingPathwayVia', 'ir-network')
    await again.answer('diseaseModifyingPathwayTo', ['T01', 'T03'])
    assert.equal((await again.send()).status, 303)
    const row = await db
      .selectFrom('census_response')
      .select(['answers', 'entry', 'follow_up_entry', 'corrections'])
      .where('organisation', '=', 'T09')
      .executeTakeFirst()
    assert.deepEqual(row?.answers, {
      ...supportiveAnswers,
      diseaseModifyingPathway: 'yes',
      diseaseModifyingPathwayVia: 'ir-network',
      diseaseModifyingPathwayTo: ['T01', 'T03'],
    })
    assert.ok(row?.entry && row.follow_up_entry)
    assert.equal(row?.corrections, 0)
  })
})

describe('an edition that closes', () => {
  it('has a digest that anyone can recompute, and a late correction stays apart', async () => {
    const closed = await closeEdition(db, edition, lead, new Date())
    assert.equal(closed.outcome, 'done')
    const found = await editionById(db, edition)
    const recomputed = editionDigest({
      edition,
      questionnaire: { id: ioCensus2.id, version: ioCensus2.version },
      members: await standingEntries(db, edition),
    })
    assert.equal(found?.digest, recomputed)
    const context = {}
    const sender = { author: lead.id, role: lead.role, channel: 'telephone' as const }
    const refused = await sendAnswers(
      db,
      place('T01'),
      ioCensus2,
      { ...sender, context, seen: { draft: 0, entry: null } },
      new Date(),
    )
    assert.equal(refused.outcome, 'edition-closed')
    const answers = { ...bothAnswers, ioLead: 'yes' }
    const late = await correctLate(db, place('T01'), ioCensus2, { ...sender, context, answers }, new Date())
    assert.equal(late.outcome, 'sent')
    const row = await db
      .selectFrom('census_response')
      .select(['answers', 'answers_at_close'])
      .where('organisation', '=', 'T01')
      .executeTakeFirst()
    assert.equal(row?.answers.ioLead, 'yes')
    assert.equal(row?.answers_at_close?.ioLead, 'no')
    assert.equal((await editionById(db, edition))?.digest, recomputed)
    const receipt = await receiptOf(db, place('T01'))
    assert.equal(receipt?.sent.late, true)
    assert.equal(receipt?.earlier.length, 1)
  })
})
