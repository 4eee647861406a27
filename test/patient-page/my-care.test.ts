/** A patient's own page over HTTP: the link with the date of birth, what is read there, questions, wrong tries. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { mergePatients } from '#store/patient/merge.ts'
import { paths } from '#web/paths.ts'
import { caseSite, readOn } from '../case-page/setting.ts'
import { chemoembolisation, radioembolisation } from '../case-page/stories.ts'
import { eventsIn } from '../support/calendar-parser.ts'

let today = readOn
const site = await caseSite({ now: () => today })
const told = await site.tell(radioembolisation)
const other = await site.tell(chemoembolisation)
const radiologist = await site.as('interventional-radiologist', 'ZTREAT')
const elsewhere = await site.as('interventional-radiologist', 'ZELSE')
const right = { 'born-day': '12', 'born-month': '4', 'born-year': '1951' }
const wrong = { ...right, 'born-year': '1952' }

const words = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ')
const where = (answer: Response) => answer.headers.get('location') ?? ''

async function makeLink(caseId = told.id): Promise<string> {
  today = new Date(today.getTime() + 1000)
  const sheet = await site.post(paths.casePatientPage(caseId), {}, radiologist)
  assert.equal(sheet.status, 200)
  return /\/p\/([A-Za-z0-9_-]{43})</.exec(await sheet.text())?.[1] ?? ''
}
async function visit(token: string): Promise<string> {
  const opened = await site.post(paths.patientLink(token), right)
  assert.equal(where(opened), paths.myCare())
  return (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
const page = async (path: string, cookie: string) => words(await (await site.get(path, cookie)).text())

describe('a patient’s own page', () => {
  it('opens with the link and the date of birth, and the link is in no further address', async () => {
    const token = await makeLink()
    const asked = await site.get(paths.patientLink(token))
    assert.equal(asked.status, 200)
    assert.equal(asked.headers.get('cache-control'), 'no-store')
    assert.equal(asked.headers.get('referrer-policy'), 'same-origin', 'its form names its origin')
    const cookie = await visit(token)
    const shown = await page(paths.myCare(), cookie)
    assert.match(shown, /Your care/)
    assert.match(shown, /You are here/)
    assert.match(shown, /In an emergency call 999/)
    assert.doesNotMatch(shown, /Quill|QUILL|Morag/)
  })

  it('is the patient’s alone, whoever is signed in on the same device', async () => {
    const both = `${await visit(await makeLink())}; ${radiologist}`
    assert.match(await page(paths.myWork(), both), /My work/)
    for (const address of [paths.myCare(), paths.myCarePart('question')])
      assert.doesNotMatch(await page(address, both), /Sign out|My work/, address)
  })

  it('opens by one button in the demonstration alone', async () => {
    const answer = await site.post(paths.enterAsPatient(), { id: 'waiting' })
    assert.equal(answer.status, 404)
    assert.equal(answer.headers.get('set-cookie'), null)
  })

  it('says what comes next, what was done, and until when precautions hold', async () => {
    const cookie = await visit(await makeLink())
    const shown = await page(paths.myCare(), cookie)
    assert.match(shown, /What comes next/)
    assert.match(shown, /What was done, and how it went/)
    assert.match(shown, /precautions/i)
    const card = await site.get(paths.myCarePart('radiation-card'), cookie)
    assert.equal(card.status, 200)
    assert.match(words(await card.text()), /Radiation card/)
    const dates = await (await site.get(paths.myCarePart('dates.ics'), cookie)).text()
    eventsIn(dates)
    assert.doesNotMatch(dates, /Quill/)
  })

  it('offers feedback until it is given: to be asked is not to have answered', async () => {
    const asked = await site.tell([
      ...radioembolisation,
      {
        kind: 'feedback',
        occurredAt: '2026-03-18T09:00:00.000Z',
        body: (ref) => ({ treatment: ref('treatment'), state: 'asked' }),
      },
    ])
    const shown = await page(paths.myCare(), await visit(await makeLink(asked.id)))
    assert.match(shown, /Tell us how it was for you/)
    assert.doesNotMatch(shown, /Thank you for telling us/)
  })

  it('notes a question once, which stands on the case until it is talked about', async () => {
    const cookie = await visit(await makeLink())
    const form = await (await site.get(paths.myCarePart('question'), cookie)).text()
    const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const asks = 'May I hold my grandchild <b>soon</b>?'
    for (let pressed = 0; pressed < 2; pressed++)
      assert.equal(
        where(await site.post(paths.myCarePart('question'), { id, asks }, cookie)),
        `${paths.myCare()}?done=noted`,
      )
    assert.equal((await page(paths.myCare(), cookie)).split('May I hold my grandchild').length, 2)
    const seen = await site.get(paths.caseOf(told.id), radiologist)
    const html = await seen.text()
    assert.match(words(html), /Question of the patient/)
    assert.doesNotMatch(html, /<b>soon/)
    for (const empty of ['', '   ', 'x'.repeat(501)])
      assert.equal(
        (await site.post(paths.myCarePart('question'), { id: '', asks: empty }, cookie)).status,
        422,
      )
  })

  it('leads to feedback about the last treatment', async () => {
    const cookie = await visit(await makeLink())
    const to = where(await site.post(paths.myCarePart('feedback'), {}, cookie))
    assert.match(to, /^\/feedback\/[A-Za-z0-9_-]{43}$/)
    assert.equal((await site.get(to)).status, 200)
  })

  it('is of one case only, and closes when it is left', async () => {
    const cookie = await visit(await makeLink())
    for (const path of [paths.caseOf(other.id), paths.caseOf(told.id), paths.myWork()])
      assert.notEqual((await site.get(path, cookie)).status, 200, path)
    assert.equal(where(await site.post(paths.myCarePart('leave'), {}, cookie)), paths.myCareClosed())
    assert.equal(where(await site.get(paths.myCare(), cookie)), paths.myCareClosed())
  })

  it('tells nobody which links there are: guessed, expired, withdrawn and wrong dates read the same', async () => {
    const token = await makeLink()
    const refused = async (link: string, date: Readonly<Record<string, string>>) => {
      const answer = await site.post(paths.patientLink(link), date)
      assert.equal(answer.status, 422)
      assert.equal(answer.headers.get('set-cookie'), null)
      return (await answer.text()).replaceAll(link, 'LINK').replaceAll(/value="19\d\d"/g, '')
    }
    const guessed = await refused(randomBytes(32).toString('base64url'), right)
    assert.equal(await refused(token, wrong), guessed)
    assert.equal(await refused('short', right), guessed)
    const links = await (await site.get(paths.casePatientPage(told.id), radiologist)).text()
    const latest = /patient-page\/([0-9a-f-]{36})\/revoke/.exec(links)?.[1] ?? ''
    await site.post(paths.casePatientPage(told.id, latest), {}, radiologist)
    assert.equal(await refused(token, right), guessed)
  })

  it('closes for good after five wrong dates in a row, and not after four', async () => {
    const [four, five] = [await makeLink(), await makeLink()]
    today = new Date(today.getTime() + 120_000)
    for (let tries = 0; tries < 4; tries++) await site.post(paths.patientLink(four), wrong)
    await visit(four)
    for (let tries = 0; tries < 5; tries++) await site.post(paths.patientLink(five), wrong)
    assert.equal((await site.post(paths.patientLink(five), right)).status, 422)
    assert.match(await page(paths.casePatientPage(told.id), radiologist), /Closed: too many wrong dates/)
  })

  it('limits guesses from one address', async () => {
    today = new Date(today.getTime() + 120_000)
    const token = await makeLink()
    const statuses = new Set<number>()
    for (let tries = 0; tries < 25; tries++)
      statuses.add((await site.post(paths.patientLink(randomBytes(32).toString('base64url')), right)).status)
    assert.deepEqual([...statuses], [422, 429])
    const limited = await site.post(paths.patientLink(token), right)
    assert.equal(limited.status, 429)
    assert.match(limited.headers.get('retry-after') ?? '', /^\d+$/)
    today = new Date(today.getTime() + 61_000)
    await visit(token)
  })

  it('is over after an hour, and the link after half a year', async () => {
    today = new Date(today.getTime() + 120_000)
    const token = await makeLink()
    const cookie = await visit(token)
    today = new Date(today.getTime() + 3_601_000)
    assert.equal(where(await site.get(paths.myCare(), cookie)), paths.myCareClosed())
    await visit(token)
    today = new Date(today.getTime() + 181 * 86_400_000)
    assert.equal((await site.post(paths.patientLink(token), right)).status, 422)
    today = readOn
  })

  it('asks for the date of whoever the case is of, after records of one person were merged', async () => {
    today = new Date(today.getTime() + 120_000)
    const [slip, same] = [await site.tell(chemoembolisation), await site.tell(chemoembolisation)]
    const token = await makeLink(slip.id)
    const { rows } = await site.store.owner.query(
      "update patient set birth_on = '1951-12-04' where id = $1 returning id",
      [slip.patient],
    )
    assert.equal(rows.length, 1)
    const order = { from: slip.patient, into: same.patient, reason: 'Day and month were swapped', at: today }
    const signed = { author: 'person:1', role: 'interventional-radiologist', organisation: 'ZTREAT' }
    assert.equal((await site.whole((db) => mergePatients(db, { ...order, ...signed }))).outcome, 'merged')
    const swapped = { ...right, 'born-day': '4', 'born-month': '12' }
    assert.equal((await site.post(paths.patientLink(token), swapped)).status, 422)
    await visit(token)
    today = readOn
  })

  it('has its links made and seen by those who treat, and by nobody else', async () => {
    assert.equal((await site.get(paths.casePatientPage(told.id), elsewhere)).status, 404)
    assert.equal((await site.post(paths.casePatientPage(told.id), {}, elsewhere)).status, 404)
    const referrer = await site.as('referrer', 'ZREF')
    assert.equal((await site.post(paths.casePatientPage(told.id), {}, referrer)).status, 403)
  })

  it('asks for a date that there is', async () => {
    const token = await makeLink()
    for (const born of [
      {},
      { ...right, 'born-day': '31', 'born-month': '2' },
      { ...right, 'born-year': '51' },
    ]) {
      const answer = await site.post(paths.patientLink(token), born as Record<string, string>)
      assert.equal(answer.status, 422)
      assert.match(words(await answer.text()), /Enter your date of birth/)
    }
  })
})
