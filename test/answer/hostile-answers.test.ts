/** What a hostile or careless respondent writes, wherever it is shown later: always text, never markup or a formula. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { letterOf } from '#mail/census-letter.ts'
import { closeEdition } from '#store/census/edition.ts'
import { sendMessage } from '#store/census/note.ts'
import { listMessages } from '#store/mail/message.ts'
import { testSite } from '#test/support/site.ts'
import {
  answerAll,
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
const leadCookie = await site.signInAs('census-lead')
const page = async (path: string) => (await site.get(path, leadCookie)).text()

/** A formula, markup, quotation marks, a mark that turns the reading direction round. */
const hostile = `=HYPERLINK("http://evil.example","x") <script>alert(1)</script>"'><img src=x onerror=alert(2)>\u202Etxt.exe`

describe('text that is also markup and a formula', () => {
  it('is kept to the letter and shown as text: receipt, room, service page, letter, export', async () => {
    const { token } = await respondent(db, 'T01')
    const person = browserOf(site.baseUrl)
    await person.open(token)
    await answerAll(person, { ...bothAnswers, comment: hostile })
    assert.equal((await person.send()).status, 303)
    const receipt = await person.get('/answer/done')
    shows(receipt, /&lt;script&gt;alert\(1\)/)
    const note = {
      edition,
      organisation: 'T01',
      author: 'person:lead',
      question: 'comment',
      text: hostile,
      expiresAt: new Date('2099-01-01'),
    }
    await sendMessage(db, note, new Date())
    const pages = [
      receipt.html,
      (await person.get('/answer/check')).html,
      (await person.get('/answer/question/comment')).html,
      await page(`/census/${edition}/organisations/T01`),
      await page('/services/T01'),
      await page(`/census/${edition}`),
    ]
    for (const html of pages) assert.doesNotMatch(html, /<script>alert|<img src=x|"'><img/)
    const { messages } = await listMessages(db, { purpose: 'message' }, { number: 1, size: 5 })
    const [message] = messages
    assert.ok(message)
    const written = await letterOf(db, message, {
      baseUrl: 'https://census.example',
      mailFrom: 'census@example.org',
    })
    assert.ok(written.outcome === 'letter')
    assert.doesNotMatch(written.letter.html, /<script|<img/)
    assert.match(written.letter.text, /https:\/\/census\.example\/answer\/with\//)
    for (const kind of ['answers', 'redcap', 'status']) {
      const csv = await page(`/census/${edition}/export?as=${kind}`)
      assert.doesNotMatch(csv, /(^|[,"\n])=/, kind)
    }
    assert.match(
      await page(`/census/${edition}/organisations/T01`),
      /=HYPERLINK/,
      'no mark is added to what was said',
    )
  })
})

describe('names that every object has', () => {
  it('are neither questions nor fields', async () => {
    const { token } = await respondent(db, 'T02')
    const person = browserOf(site.baseUrl)
    await person.open(token)
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      assert.equal((await person.get(`/answer/question/${name}`)).status, 404)
      assert.equal((await person.post(`/answer/question/${name}`, { seen: '0', answer: 'yes' })).status, 404)
      const answer = await person.post('/answer/question/ioOffered', {
        seen: '0',
        answer: name,
        [name]: 'yes',
      })
      assert.equal(answer.status, 422)
    }
    const many = Array.from({ length: 1000 }, (_, index) => `value ${index}`)
    assert.equal((await person.post('/answer/question/ioOffered', { seen: '0', answer: many })).status, 422)
    shows(await person.get('/answer'), /Start|Begin|begin/)
  })
})

describe('a link of the follow-up', () => {
  it('opened before the first answers asks nothing and sends nothing', async () => {
    const { token } = await respondent(db, 'T03', { wave: 'follow-up' })
    const person = browserOf(site.baseUrl)
    const opened = await person.open(token)
    assert.ok(opened.status < 500)
    shows(opened, /nothing to answer here now/)
    for (const path of ['/answer', '/answer/check', '/answer/done', '/answer/later']) {
      assert.ok((await person.get(path)).status < 500, path)
    }
    assert.ok((await person.post('/answer/question/ioOffered', { seen: '0', answer: 'yes' })).status === 422)
    assert.equal((await person.send()).status, 422)
    const sent = await db
      .selectFrom('census_response')
      .select('organisation')
      .where('organisation', '=', 'T03')
      .execute()
    assert.deepEqual(sent, [])
  })
})

describe('a device', () => {
  it('answers for one organisation at a time: the link that it opened last', async () => {
    const first = await respondent(db, 'T04')
    const other = await respondent(db, 'T05')
    const person = browserOf(site.baseUrl)
    await person.open(first.token)
    const before = person.cookie()
    await person.open(other.token)
    assert.notEqual(person.cookie(), before, 'the secret is a new one')
    await answerAll(person, supportiveAnswers)
    await person.send()
    const sent = await db
      .selectFrom('census_response')
      .select('organisation')
      .where('organisation', 'in', ['T04', 'T05'])
      .execute()
    assert.deepEqual(sent, [{ organisation: 'T05' }])
  })

  it('takes no secret that someone else gave it', async () => {
    const { token } = await respondent(db, 'T06')
    const planted = `fp_answering=${'A'.repeat(43)}`
    const person = browserOf(site.baseUrl, planted)
    await person.open(token)
    assert.ok(!person.cookie().includes('AAAA'))
  })

  it('saves and sends nothing once the census has closed, whatever page it still shows', async () => {
    const { token } = await respondent(db, 'T07')
    const person = browserOf(site.baseUrl)
    await person.open(token)
    await answerAll(person, supportiveAnswers)
    const check = await person.get('/answer/check')
    await closeEdition(db, edition, lead, new Date())
    const sent = await person.post('/answer/check', {
      draft: check.field('draft'),
      entry: check.field('entry'),
    })
    assert.equal(sent.location, '/answer/link-needed')
    const saved = await person.post('/answer/question/ioOffered', { seen: '0', answer: 'no' })
    assert.equal(saved.location, '/answer/link-needed')
    const none = await db
      .selectFrom('census_response')
      .select('organisation')
      .where('organisation', '=', 'T07')
      .execute()
    assert.deepEqual(none, [])
  })
})
