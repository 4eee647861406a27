/** The census from the lead's first form to the closed edition, in a real browser, by real mail. */

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { Secret } from '#config'
import { editionDigest } from '#core/census/edition-digest.ts'
import { startJobs } from '#jobs/main.ts'
import { createMailer } from '#mail/mailer.ts'
import { organisationsOn } from '#store/catalogue/organisations.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { editionById, standingEntries } from '#store/census/edition.ts'
import { attemptsOf } from '#store/census/telephone.ts'
import { verifyStore } from '#store/record/verify.ts'
import { axeFaults, desktop, openBrowser, phone, phoneWithoutScripts } from '../support/browser.ts'
import { linkIn, openPost } from '../support/post.ts'
import { testSite } from '../support/site.ts'
import { answerOne, answerQuestions, both, questionOn, supportiveOnly } from './respondent.ts'

const edition = 'journey-census'
const post = await openPost()
const test = await testSite({
  config: { smtpUrl: new Secret(post.url), mailFrom: 'Census <census@example.org>' },
})
await seedOrganisations(test.store.db)
const codes = (await organisationsOn(test.store.db, '2017-03-01')).map(({ code }) => code).toSorted()
const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const mailer = createMailer(test.config, test.store)
const jobs = await startJobs({ store: test.store, config: test.config, mailer, sealKey: key })
const browser = await openBrowser()
const lead = await pageOf(await signedIn('census-lead'))
describe('a national census', () => {
  after(async () => {
    await browser.close()
    await jobs.stop()
  })

  it('is made by the lead for all 179 organisations, with whom to write to from a file', async () => {
    assert.equal(codes.length, 179)
    await lead.goto(`${test.baseUrl}/directory/contacts/import`)
    await lead.locator('input[type=file]').setInputFiles({
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(contactsFile()),
    })
    await lead.getByRole('button', { name: 'Read the file' }).click()
    await lead.getByRole('button', { name: /Add (all )?179/ }).click()
    await lead.goto(`${test.baseUrl}/census/new`)
    await clean(lead)
    await lead.getByLabel('Title').fill('Journey census')
    await fillDate(lead, 'censusOn', 2017, 3, 1)
    await fillDate(lead, 'deadlineOn', new Date().getUTCFullYear() + 1, 1, 31)
    await lead.getByLabel('Telephone wave').fill('0')
    await lead.getByRole('button', { name: 'Make the edition' }).click()
    assert.equal(new URL(lead.url()).pathname, `/census/${edition}`)
    await clean(lead)
  })

  it('opens, and its invitations go out through a real mail server', async () => {
    await lead.goto(`${test.baseUrl}/census/${edition}/open`)
    await clean(lead)
    await lead.getByRole('button', { name: 'Open, and ask 179 organisations' }).click()
    await lead.goto(`${test.baseUrl}/census/${edition}/invite`)
    await lead.getByRole('button', { name: 'Send 179 invitations' }).click()
    await post.letterTo(addressOf(179), /what does .* offer/)
    await until(() => post.letters.length === 179)
    assert.equal(new Set(post.letters.map(({ to }) => to)).size, 179, 'each was written to once')
  })

  it('is answered on a phone without scripts, from the link in the letter', async () => {
    const page = await pageOf(await browser.newContext(phoneWithoutScripts))
    await page.goto(linkIn(await post.letterTo(addressOf(1), /what does .* offer/)))
    assert.doesNotMatch(page.url(), /with/, 'the token has left the address')
    await page.getByRole('link', { name: 'Start now' }).click()
    const asked = await answerQuestions(page, supportiveOnly)
    assert.ok(asked.length <= 14, 'under ten minutes: at most fourteen questions')
    assert.ok(
      !asked.includes('diseaseModifyingProcedures'),
      'a supportive-only service is not asked what it does not do',
    )
    await page.getByRole('button', { name: 'Send the answers' }).click()
    assert.match(await page.locator('main').innerText(), /Answers sent[\s\S]*reference/i)
    assert.equal((await response(1)).provision, 'supportive-only')
  })

  it('is stopped on one device and resumed on another', async () => {
    const link = linkIn(await post.letterTo(addressOf(2), /what does .* offer/))
    const first = await pageOf(await browser.newContext(desktop))
    await first.goto(link)
    await clean(first)
    await first.getByRole('link', { name: 'Start now' }).click()
    await clean(first)
    await answerQuestions(first, both, 'diseaseModifyingProcedures')
    await first.context().close()

    const second = await pageOf(await browser.newContext(phone))
    await second.goto(link)
    await second.getByRole('link', { name: 'Continue where you were' }).click()
    assert.equal(questionOn(second), 'diseaseModifyingProcedures')
    await clean(second)
    await answerQuestions(second, both)
    await clean(second)
    await second.getByRole('button', { name: 'Send the answers' }).click()
    await clean(second)
    assert.equal((await response(2)).provision, 'both')
    await second.context().close()
  })

  it('tells two who answer at once of each other, and overwrites nothing in silence', async () => {
    const link = linkIn(await post.letterTo(addressOf(3), /what does .* offer/))
    const one = await pageOf(await browser.newContext(desktop))
    const other = await pageOf(await browser.newContext(desktop))
    for (const page of [one, other]) {
      await page.goto(link)
      await page.getByRole('link', { name: /Start now|Continue/ }).click()
    }
    await answerOne(one, 'yes')
    await one.getByRole('button', { name: 'Save and continue' }).click()
    await answerOne(other, 'no')
    await other.getByRole('button', { name: 'Save and continue' }).click()
    assert.match(await other.locator('h1').innerText(), /Two answers to the same question/)
    await clean(other)
    await other.getByLabel(/Keep (the other|their) answer/).check({ force: true })
    await other.getByRole('button', { name: 'Keep this answer' }).click()
    assert.equal(questionOn(other), 'kinds', 'the branch follows the answer that was kept')
    await Promise.all([one.context().close(), other.context().close()])
  })

  it('is taken on the telephone by one interviewer at a time', async () => {
    const code = codeOf(4)
    const [first, second] = await Promise.all([signedIn('interviewer'), signedIn('interviewer')])
    const page = await pageOf(first)
    await page.goto(`${test.baseUrl}/census/${edition}/telephone`)
    await clean(page)
    await page.goto(`${test.baseUrl}/census/${edition}/telephone/${code}`)
    await page.getByRole('button', { name: 'Ring this one' }).click()
    await clean(page)
    const late = await pageOf(second)
    await late.goto(`${test.baseUrl}/census/${edition}/telephone/${code}`)
    assert.equal(await late.getByRole('button', { name: 'Start the interview' }).count(), 0)
    assert.match(await late.locator('main').innerText(), /Test interviewer/, 'who rings is named')
    await page.getByRole('button', { name: 'Start the interview' }).click()
    await page.getByRole('link', { name: 'Start now' }).click()
    assert.match(await page.locator('body').innerText(), /Telephone interview/)
    await answerQuestions(page, both)
    await page.getByRole('button', { name: 'Send the answers' }).click()
    assert.equal((await response(4)).channel, 'telephone')
    const attempts = await attemptsOf(test.store.db, edition, code)
    assert.deepEqual(
      attempts.map(({ outcome }) => outcome),
      ['answered'],
      'the call stands among the attempts',
    )
    await Promise.all([first.close(), second.close()])
  })

  it('changes the map while one looks at it', async () => {
    const map = await pageOf(await browser.newContext(desktop))
    await map.goto(`${test.baseUrl}/map?edition=${edition}`)
    await clean(map)
    const before = await map.locator('main').innerText()
    assert.match(before, /3 of 179 organisations answered/)
    const page = await pageOf(await browser.newContext(phoneWithoutScripts))
    await page.goto(linkIn(await post.letterTo(addressOf(5), /what does .* offer/)))
    await page.getByRole('link', { name: 'Start now' }).click()
    await answerQuestions(page, { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'yes' })
    await page.getByRole('button', { name: 'Send the answers' }).click()
    await map
      .getByText(/4 of 179 organisations answered/)
      .first()
      .waitFor({ timeout: 15_000 })
    await Promise.all([map.context().close(), page.context().close()])
  })

  it('asks the supportive-only the follow-up question, and no one else', async () => {
    await lead.goto(`${test.baseUrl}/census/${edition}/follow-up`)
    await clean(lead)
    await lead.getByRole('button', { name: /Send 1 follow-up question/ }).click()
    const followUp = /where do patients of/
    const letter = await post.letterTo(addressOf(1), followUp)
    assert.equal(post.count(followUp), 1)
    const page = await pageOf(await browser.newContext(phoneWithoutScripts))
    await page.goto(linkIn(letter))
    await page.getByRole('link', { name: 'Start now' }).click()
    const asked = await answerQuestions(page, { diseaseModifyingPathway: 'no' })
    assert.deepEqual(
      asked.filter((question) => question.startsWith('io')),
      [],
      'only its own questions',
    )
    await page.getByRole('button', { name: 'Send the answers' }).click()
    const { answers } = await response(1)
    assert.equal((answers as Record<string, unknown>).diseaseModifyingPathway, 'no')
    assert.equal((answers as Record<string, unknown>).kinds, 'supportive-only', 'both waves stand together')
    await page.context().close()
  })

  it('closes with a digest that anyone can recompute, and shows a late correction as late', async () => {
    await lead.goto(`${test.baseUrl}/census/${edition}/close`)
    await clean(lead)
    await lead.getByRole('button', { name: 'Close the edition' }).click()
    await lead
      .getByText(/digest/i)
      .first()
      .waitFor()
    const closed = await editionById(test.store.db, edition)
    assert.ok(closed)
    assert.equal(closed.state, 'closed')
    const members = await standingEntries(test.store.db, edition)
    assert.equal(members.length, 179)
    assert.equal(closed.digest, editionDigest({ edition, questionnaire: closed.questionnaire, members }))

    await lead.goto(`${test.baseUrl}/census/${edition}/organisations/${codeOf(2)}/correct`)
    await clean(lead)
    await lead.locator('input[name="kinds"][value="supportive-only"]').check({ force: true })
    for (const value of ['liver-ablation', 'transarterial-chemoembolisation']) {
      await lead
        .locator(`input[name="diseaseModifyingProcedures"][value="${value}"]`)
        .uncheck({ force: true })
    }
    await lead.locator('input[name="barriers"]').first().check({ force: true })
    await lead
      .getByLabel('Reason for the correction')
      .fill('The respondent wrote that ablation stopped before the census date.')
    await lead.getByRole('button', { name: 'Record the correction' }).click()
    await lead.waitForURL(`**/organisations/${codeOf(2)}**`)
    assert.deepEqual(await lead.locator('.nhsuk-error-summary li').allInnerTexts(), [])
    assert.match((await lead.locator('main').textContent()) ?? '', /ablation stopped before the census date/)
    await clean(lead)
    await lead.goto(`${test.baseUrl}/services/${codeOf(2)}`)
    await clean(lead)
    assert.match(await lead.locator('main').innerText(), /late correction|corrected after/i)
    const after = await editionById(test.store.db, edition)
    assert.equal(after?.digest, closed.digest, 'what was closed stays closed')

    await lead.goto(`${test.baseUrl}/integrity`)
    await clean(lead)
    const verified = await verifyStore(test.store.db, { publicKeys: [] })
    assert.ok(verified.entries >= 8)
    assert.equal(verified.firstFault, null)
  })
})

function contactsFile(): string {
  const rows = codes.map((code, index) =>
    [
      code,
      `Contact ${index + 1}`,
      'Consultant interventional radiologist',
      addressOf(index + 1),
      '01632 960000',
    ].join(','),
  )
  return ['organisation,name,role,email,telephone', ...rows].join('\n')
}

const addressOf = (number: number): string => `respondent-${number}@example.org`
const codeOf = (number: number): string => codes[number - 1] ?? ''

async function response(number: number) {
  return test.store.db
    .selectFrom('census_response')
    .selectAll()
    .where('edition', '=', edition)
    .where('organisation', '=', codeOf(number))
    .executeTakeFirstOrThrow()
}

async function signedIn(role: 'census-lead' | 'interviewer'): Promise<BrowserContext> {
  const context = await browser.newContext(desktop)
  const cookie = await test.signInAs(role)
  const at = cookie.indexOf('=')
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: test.baseUrl }])
  return context
}

async function pageOf(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

async function fillDate(page: Page, name: string, year: number, month: number, day: number): Promise<void> {
  for (const [part, value] of Object.entries({ day, month, year })) {
    await page.locator(`input[name="${name}-${part}"]`).fill(String(value))
  }
}

/** Axe finds nothing on what is open now. */
async function clean(page: Page): Promise<void> {
  assert.deepEqual(await axeFaults(page), [], new URL(page.url()).pathname)
}

async function until(holds: () => boolean): Promise<void> {
  for (let wait = 0; wait < 600 && !holds(); wait++) await new Promise((next) => setTimeout(next, 100))
  assert.ok(holds(), 'it did not come about in a minute')
}
