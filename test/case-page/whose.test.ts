/** Whatever is done to a case says whose it is, so that nothing is written, attached or handed to the wrong patient. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { displayed } from '#core/patient/identifiers.ts'
import { paths } from '#web/paths.ts'
import { openBrowser, phone } from '../support/browser.ts'
import { caseSite } from './setting.ts'
import { chemoembolisation } from './stories.ts'

const site = await caseSite()
const told = await site.tell(chemoembolisation)
const cookie = await site.as('interventional-radiologist', 'ZTREAT')

const pages: Readonly<Record<string, string>> = {
  case: paths.caseOf(told.id),
  findings: paths.caseFindings(told.id),
  entry: paths.caseEntry(told.id, told.of('treatment')),
  form: paths.caseRecord(told.id, 'complication'),
  correction: paths.caseCorrect(told.id, told.of('treatment')),
  attachment: paths.caseAttach(told.id),
  'feedback links': paths.caseFeedback(told.id),
  'links to the patient’s page': paths.casePatientPage(told.id),
  referral: paths.referral(told.id),
}

describe('whose it is', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const context = await browser.newContext(phone)
  const [name = '', ...value] = cookie.split('=')
  await context.addCookies([{ name, value: value.join('='), url: site.baseUrl }])

  for (const [what, path] of Object.entries(pages)) {
    it(`is said at the top of the ${what}, on a phone too, by name and number`, async () => {
      const page = await context.newPage()
      await page.goto(site.baseUrl + path)
      const main = page.locator('main')
      assert.match(await main.innerText(), new RegExp(displayed({ system: 'nhs', value: told.number })))
      const shown = await page.getByText('QUILL, Morag').first().boundingBox()
      assert.ok(shown && shown.y < 500, `the name is at ${shown?.y}`)
      await page.close()
    })
  }

  it('stays in sight while a form is filled in on a phone', async () => {
    const page = await context.newPage()
    await page.goto(site.baseUrl + paths.caseRecord(told.id, 'treatment'))
    await page.evaluate(() => scrollTo(0, 1500))
    const shown = await page.getByText('QUILL, Morag').first().boundingBox()
    assert.ok(shown && shown.y >= 0 && shown.y < 60, `the name is at ${shown?.y}`)
    await page.close()
  })

  it('is on paper with a warning, and without what can only be pressed', async () => {
    const page = await context.newPage()
    await page.goto(site.baseUrl + paths.caseOf(told.id))
    const warning = page.getByText('destroy it as confidential waste')
    const offers = page.getByRole('heading', { name: 'Record something else' })
    assert.deepEqual([await warning.isVisible(), await offers.isVisible()], [false, true])
    await page.emulateMedia({ media: 'print' })
    assert.deepEqual([await warning.isVisible(), await offers.isVisible()], [true, false])
    await page.close()
  })
})
