import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { editionDigest } from '#core/census/edition-digest.ts'
import { censusAnswer, serviceSubject } from '#core/census/kinds.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
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
    assert.match(check.html, /Send the answers/)
    const sent = await person.send()
    assert.equal(sent.status, 303)
    assert.equal(sent.location, '/answer/done?sent=now')
    const done = await person.get('/answer/done?sent=now')
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(done.html)?.[0]
    assert.ok(reference)
    assert.match(done.html, /Transarterial chemoembolisation|TACE/)
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
})
