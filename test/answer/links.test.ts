import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { closeEdition, reopenEdition } from '#store/census/edition.ts'
import { linksOf, revokeLink } from '#store/census/link.ts'
import { testSite } from '#test/support/site.ts'
import {
  answerAll,
  browserOf,
  edition,
  hides,
  lead,
  openCensus,
  respondent,
  shows,
  supportiveAnswers,
} from './setting.ts'

const site = await testSite()
await openCensus(site.store.db)

describe('a personal link', () => {
  const browser = () => browserOf(site.baseUrl)

  it('opens the questionnaire of its organisation, with nothing else to sign in to', async () => {
    const { token } = await respondent(site.store.db, 'T01')
    const person = browser()
    const opened = await person.get(`/answer/with/${token}`)
    assert.equal(opened.status, 303)
    assert.equal(opened.location, '/answer')
    assert.equal(opened.headers.get('referrer-policy'), 'no-referrer')
    const [cookie = ''] = opened.headers.getSetCookie()
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Lax/)
    assert.match(cookie, /Path=\/answer/)
    const start = await person.get('/answer')
    assert.equal(start.status, 200)
    shows(start, /Ashdown University Hospitals/)
    shows(start, /Start now/)
    assert.match(start.headers.get('x-robots-tag') ?? '', /noindex/)
    assert.equal(start.headers.get('cache-control'), 'no-store')
  })

  it('is kept as a digest only', async () => {
    const { token, link } = await respondent(site.store.db, 'T01', { role: 'head-of-department' })
    const kept = await site.store.db
      .selectFrom('census_token')
      .select('digest')
      .where('link', '=', link)
      .execute()
    assert.equal(kept.length, 1)
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    assert.notEqual(kept[0]?.digest.toString('base64url'), token)
  })

  it('that is wrong, cut short or of odd characters says so, and whom to write to', async () => {
    const { token } = await respondent(site.store.db, 'T02')
    const wrong = [
      randomBytes(32).toString('base64url'),
      token.slice(0, 30),
      `${token}x`,
      'x',
      '%F0%9F%A9%BA',
      "'; drop table census_token; --",
    ]
    for (const each of wrong) {
      const page = await browser().get(`/answer/with/${each}`)
      assert.equal(page.status, 404, each)
      shows(page, /This link is not complete/)
      shows(page, /mailto:census@localhost/)
      assert.deepEqual(page.headers.getSetCookie(), [])
    }
    // What no address may hold is no link either.
    assert.equal((await browser().get('/answer/with/%00')).status, 404)
  })

  it('that has expired says when, and keeps what was saved', async () => {
    const { token } = await respondent(site.store.db, 'T02', {
      role: 'head-of-department',
      expiresAt: new Date('2026-01-02T12:00:00Z'),
    })
    const page = await browser().get(`/answer/with/${token}`)
    assert.equal(page.status, 410)
    shows(page, /This link has expired/)
    shows(page, /2 January 2026/)
  })

  it('that was revoked says so, and closes on the devices where it is open', async () => {
    const { token, link } = await respondent(site.store.db, 'T03')
    const person = browser()
    await person.open(token)
    await revokeLink(site.store.db, link, new Date())
    const page = await browser().get(`/answer/with/${token}`)
    assert.equal(page.status, 410)
    shows(page, /This link was withdrawn/)
    const open = await person.answer('ioOffered', 'yes')
    assert.equal(open.location, '/answer/link-needed')
    shows(await person.get('/answer/link-needed'), /This link was withdrawn/)
  })

  it('can be opened again, and on another device, and goes on where it was', async () => {
    const { token } = await respondent(site.store.db, 'T04')
    const desk = browser()
    await desk.open(token)
    await desk.answer('ioOffered', 'yes')
    await desk.answer('kinds', 'supportive-only')
    const again = await desk.get(`/answer/with/${token}`)
    assert.deepEqual(again.headers.getSetCookie(), [], 'the same device stays the same')
    const telephone = browser()
    const start = await telephone.open(token)
    shows(start, /2 questions are\s+answered/)
    shows(start, /href="\/answer\/question\/supportiveProcedures"/)
    shows(start, /Your link is open on another device as well/)
  })

  it('takes no harm from the scanners of mail systems', async () => {
    const { token, link } = await respondent(site.store.db, 'T05')
    const head = await fetch(`${site.baseUrl}/answer/with/${token}`, { method: 'HEAD', redirect: 'manual' })
    assert.equal(head.status, 200)
    assert.deepEqual(head.headers.getSetCookie(), [])
    const [before] = await linksOf(site.store.db, edition, 'T05')
    assert.equal(before?.id, link)
    assert.equal(before?.firstOpenedAt, null)
    await browser().get(`/answer/with/${token}`)
    const start = await browser().open(token)
    hides(start, /another device/, 'a scanner is not somebody who answers')
  })

  it('without its cookie leads to a page that says to open the e-mail again', async () => {
    for (const path of ['/answer', '/answer/question/kinds', '/answer/check', '/answer/done']) {
      assert.equal((await browser().get(path)).location, '/answer/link-needed', path)
    }
    const page = await browserOf(site.baseUrl, 'fp_answering=nonsense').get('/answer/link-needed')
    assert.equal(page.status, 403)
    shows(page, /Open the link in your e-mail again/)
  })

  it('of a closed census says so, with the reference of what was sent', async () => {
    const { token } = await respondent(site.store.db, 'T06')
    const person = browser()
    await person.open(token)
    await answerAll(person, supportiveAnswers)
    await person.send()
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await person.get('/answer/done')).html)?.[0] ?? 'none'
    await closeEdition(site.store.db, edition, lead, new Date())
    try {
      const page = await browser().get(`/answer/with/${token}`)
      assert.equal(page.status, 410)
      shows(page, /This census is closed/)
      shows(page, new RegExp(reference))
      assert.equal((await person.get('/answer')).location, '/answer/link-needed')
      shows(await person.get('/answer/link-needed'), /This census is closed/)
    } finally {
      await reopenEdition(site.store.db, edition, 'For the next test', lead, new Date())
    }
    assert.equal((await browser().open(token)).status, 200)
  })

  it('that comes from another site’s form changes nothing', async () => {
    const { token } = await respondent(site.store.db, 'T07')
    const person = browser()
    await person.open(token)
    const response = await fetch(`${site.baseUrl}/answer/question/ioOffered`, {
      method: 'POST',
      headers: { cookie: person.cookie(), origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ answer: 'yes', seen: '0' }),
    })
    assert.equal(response.status, 403)
    shows(await person.get('/answer'), /Start now/)
  })
})
