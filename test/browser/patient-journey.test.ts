/**
 * A patient on a phone, without scripts, opens the leaflet that was given from the code on the nurse's sheet, notes
 * two questions, reads what comes next after treatment, and says how it was; the nurse answers a question.
 */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { selectiveInternalRadiationTherapy as leaflet } from '#core/leaflet/content/selective-internal-radiation-therapy.ts'
import { contact } from '#core/service/kinds/the-service.ts'
import { leafletAdoption } from '#core/service/kinds.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { recordInService } from '#store/service/record.ts'
import { caseSite } from '#test/case-page/setting.ts'
import { radioembolisation, radiologist, type Statement } from '#test/case-page/stories.ts'
import { axeFaults, desktop, openBrowser, phone, phoneWithoutScripts } from '#test/support/browser.ts'
import { paths } from '#web/paths.ts'
import { fill, problemsOn, submit } from './journey.ts'

const site = await caseSite()
await enterShippedLeaflets(site.store.db, new Date('2026-01-01T09:00:00Z'), [leaflet])
const serviceSays = <Body>(kind: ServiceKind<string, Body>, body: NoInfer<Body>) =>
  site.whole((within) =>
    recordInService(within, {
      ...{ organisation: 'ZTREAT', kind, body, occurredAt: new Date('2026-01-02T09:00:00Z') },
      ...{ author: 'person:test', role: 'io-lead' },
    }),
  )
const { procedure, title, version, reviewDue } = leaflet
await serviceSays(leafletAdoption, {
  ...{ procedure, title, version, reviewDue, language: 'English', source: 'Fourth Pillar' },
})
await serviceSays(contact, {
  department: 'Interventional radiology',
  telephone: '01632 960001',
  outOfHours: '01632 960999 ext 12',
})
const plan: Statement = {
  kind: 'follow-up-plan',
  occurredAt: '2026-03-11T09:00:00.000Z',
  body: (ref) => ({
    treatment: ref('treatment'),
    clinician: radiologist,
    items: [
      { key: '1', what: 'imaging', by: 'Radiology', from: '2026-05-05', to: '2026-06-02' },
      { key: '2', what: 'bloods', by: 'GP practice', from: '2026-03-12', to: '2026-03-19' },
    ],
  }),
}
const told = await site.tell([...radioembolisation, plan])
const browser = await openBrowser()
after(() => browser.close())

async function pageAs(cookie: string | null, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(20_000)
  const [name = '', value = ''] = (cookie ?? '').split('=')
  if (cookie) await context.addCookies([{ name, value, url: site.baseUrl }])
  return context.newPage()
}

async function enterBirth(page: Page, day: string, month: string, year: string): Promise<void> {
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.locator(`[name="born-${part}"]`).fill(value)
  await page.getByRole('button', { name: 'Open' }).click()
}

const wideAs = (page: Page) => page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)

describe('a patient’s own page', () => {
  it('goes from the nurse’s sheet to the phone, and the questions back to the case', async () => {
    const desk = await pageAs(await site.as('cancer-nurse-specialist', 'ZTREAT'), desktop)
    await desk.goto(site.baseUrl + paths.caseRecord(told.id, 'information'))
    await fill(desk, { radiationProtection: 'yes', where: 'clinic', withRadiologist: 'yes' })
    await submit(desk)
    assert.match(desk.url(), /recorded=/, await problemsOn(desk))
    await desk.getByRole('link', { name: /own page/ }).click()
    await desk.getByRole('button', { name: 'Make a link and print its sheet' }).click()
    assert.ok(await desk.getByRole('img', { name: 'QR code of your link' }).isVisible())
    const address = (await desk.locator('.fp-hand-over__address').textContent()) ?? ''
    assert.match(address, /\/p\/[A-Za-z0-9_-]{43}$/)

    const hand = await pageAs(null, phoneWithoutScripts)
    await hand.goto(address)
    await enterBirth(hand, '12', '4', '1915')
    assert.match((await hand.textContent('main')) ?? '', /does not open with that date/)
    await enterBirth(hand, '12', '4', '1951')
    assert.equal(await hand.getByRole('heading', { level: 1 }).locator('span').count(), 1)
    assert.ok((await wideAs(hand)) <= 390)

    await hand.getByRole('link', { name: leaflet.title }).click()
    assert.match(hand.url(), /\/leaflets\/selective-internal-radiation-therapy\/versions\/[0-9a-f-]{36}$/)
    assert.match((await hand.textContent('main')) ?? '', new RegExp(`Version ${version}`))
    assert.ok((await wideAs(hand)) <= 390)
    await hand.goBack()

    for (const asks of ['When may I hold my <b>grandchild</b>?', 'Can I fly in May?']) {
      await hand.getByRole('link', { name: 'Note a question' }).click()
      await hand.getByRole('textbox').fill(asks)
      await hand.getByRole('button', { name: 'Note it' }).click()
    }
    const mine = (await hand.textContent('main')) ?? ''
    assert.match(mine, /hold my <b>grandchild<\/b>\?[\s\S]*fly in May/)
    assert.match(mine, /precautions ended on 17 March 2026/)
    assert.match(mine, /5 May 2026 to 2 June 2026/)
    assert.doesNotMatch(mine, /12 March 2026 to 19 March/, 'what is over does not come next')
    for (const number of ['01632960001', '01632960999'])
      assert.equal(await hand.locator(`a[href="tel:${number}"]`).count(), 1)

    await desk.goto(site.baseUrl + paths.caseOf(told.id))
    await desk
      .getByRole('link', { name: /Record that it was answered/ })
      .first()
      .click()
    await desk.locator('[name="answer"]').fill('From today on, as long as you like.')
    await submit(desk)
    assert.match(desk.url(), /recorded=/)
    await hand.reload()
    assert.match((await hand.textContent('main')) ?? '', /answer: From today on, as long as you like/)

    await hand.getByRole('link', { name: 'Your radiation card' }).click()
    assert.match((await hand.textContent('main')) ?? '', /Until the end of 17 March 2026/)
    await hand.goBack()
    await hand.getByRole('button', { name: 'Tell us how it was for you' }).click()
    await hand.getByRole('radio', { name: 'Good', exact: true }).check()
    await hand.getByRole('radio', { name: 'I am the patient', exact: true }).check()
    await hand.getByRole('button', { name: 'Continue' }).click()
    await hand.getByRole('button', { name: 'Send my answers' }).click()
    assert.equal(await hand.getByRole('heading', { level: 1 }).textContent(), 'Thank you')

    await hand.goto(site.baseUrl + paths.myCare())
    assert.match((await hand.textContent('main')) ?? '', /Thank you for telling us how it was/)
    await hand.getByRole('button', { name: 'Close my page' }).click()
    await hand.getByRole('heading', { level: 1, name: 'Your page is closed' }).waitFor()
    await hand.goBack()
    await hand.goto(site.baseUrl + paths.myCare())
    assert.equal(await hand.getByRole('heading', { level: 1 }).textContent(), 'Your page is closed')
  })

  it('is sound on a phone, and closed by five wrong dates', async () => {
    const sheet = await site.post(
      paths.casePatientPage(told.id),
      {},
      await site.as('cancer-nurse-specialist', 'ZTREAT'),
    )
    const token = /\/p\/([A-Za-z0-9_-]{43})</.exec(await sheet.text())?.[1] ?? ''
    const page = await pageAs(null, phone)
    await page.goto(site.baseUrl + paths.patientLink(token))
    assert.deepEqual(await axeFaults(page), [])
    await enterBirth(page, '12', '4', '1951')
    await page.getByRole('heading', { name: /Your care/ }).waitFor()
    assert.deepEqual(await axeFaults(page), [])
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.deepEqual(await axeFaults(page), [], 'in the dark')
    await page.goto(site.baseUrl + paths.myCarePart('question'))
    assert.deepEqual(await axeFaults(page), [], 'a question in the dark')
    const other = await pageAs(null, phone)
    for (let tried = 0; tried < 5; tried++) {
      await other.goto(site.baseUrl + paths.patientLink(token))
      await enterBirth(other, '12', '4', String(1960 + tried))
    }
    await enterBirth(other, '12', '4', '1951')
    assert.match((await other.textContent('main')) ?? '', /does not open with that date/)
  })
})
