/** Recording in a browser: a second TACE in few steps, a browser killed in the middle, a session lost, no scripts. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { opened, type Setting, setting } from '#test/form/setting.ts'
import { axeFaults, desktop, openBrowser, phone, phoneWithoutScripts } from '#test/support/browser.ts'
import { paths } from '#web/paths.ts'

const here: Setting = await setting()
const browser: Browser = await openBrowser()
after(() => browser.close())

/** A browser of somebody new, who has no drafts; or of the one whose cookie is given. */
async function signedIn(options: BrowserContextOptions, given?: string): Promise<BrowserContext> {
  const cookie = given ?? (await here.site.signInAs('interventional-radiologist', 'ZA'))
  const context = await browser.newContext(options)
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: here.site.baseUrl }])
  return context
}

const open = (page: Page, kind: string) => page.goto(here.site.baseUrl + paths.caseRecord(here.caseId, kind))
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`)

describe('a second TACE', () => {
  it('is recorded by an experienced operator in seven steps, nothing typed but the minutes', async () => {
    const context = await signedIn(desktop)
    const page = await context.newPage()
    await open(page, 'treatment')
    let steps = 0
    const step = async (act: Promise<unknown>) => {
      steps++
      await act
    }
    await step(page.getByRole('button', { name: /^Repeat the session/ }).click())
    await step(field(page, 'minutes').fill('65'))
    await step(page.getByRole('group', { name: 'Technical success' }).getByLabel('Yes').check())
    await step(
      page.getByRole('group', { name: 'A complication during the procedure' }).getByLabel('No').check(),
    )
    await step(page.getByRole('button', { name: 'Record treatment' }).click())
    // The record knows no MDT discussion, leaflet and consent: it asks why, once.
    const reason = field(page, 'breachReason')
    if (await reason.isVisible()) {
      await step(reason.fill('Recorded elsewhere'))
      for (const box of await page.locator('input[name="_sure"]').all()) await step(box.check())
      await step(page.getByRole('button', { name: 'Record treatment' }).click())
    }
    await page.waitForURL(/recorded=/)
    assert.ok(steps <= 8, `${steps} steps`)
    const latest = (await opened(here)).course
      .of<{ course: number; minutes: number }>({ name: 'treatment' })
      .at(-1)
    assert.equal(latest?.body.course, 2)
    assert.equal(latest?.body.minutes, 65)
    await page.goBack()
    await page.getByRole('heading', { name: 'This is recorded already' }).waitFor()
    await context.close()
  })
})

describe('what was typed', () => {
  it('survives a browser that is closed in the middle', async () => {
    const first = await signedIn(desktop, here.radiologist.cookie)
    const page = await first.newPage()
    await open(page, 'complication')
    await field(page, 'what').fill('Fever on the ward')
    await page.getByText(/^Kept at/).waitFor()
    await first.close()
    const second = await signedIn(phone, here.radiologist.cookie)
    const again = await second.newPage()
    await open(again, 'complication')
    assert.equal(await field(again, 'what').inputValue(), 'Fever on the ward')
    await again.getByText('It is not recorded yet').waitFor()
    await again.getByRole('button', { name: 'Start again' }).click()
    assert.equal(await field(again, 'what').inputValue(), '')
    await second.close()
  })

  it('survives a session that ended: kept in the tab, put back after signing in', async () => {
    const context = await signedIn(desktop)
    const page = await context.newPage()
    await open(page, 'follow-up-contact')
    const address = page.url()
    const cookies = await context.cookies()
    await context.clearCookies()
    await field(page, 'findings').fill('Well, no pain')
    await page.getByText(/You are signed out/).waitFor()
    await page.getByRole('button', { name: 'Record follow-up contact' }).click()
    await page.waitForURL(/sign-in/)
    assert.equal(new URL(page.url()).searchParams.get('then'), address.slice(here.site.baseUrl.length))
    await context.addCookies(cookies)
    await page.goto(address)
    await page.getByRole('button', { name: 'Put it back' }).click()
    await page.waitForLoadState()
    assert.equal(await field(page, 'findings').inputValue(), 'Well, no pain')
    await context.close()
  })
})

describe('fields that depend on others', () => {
  it('come and go with scripts, and are not sent while they are away', async () => {
    const context = await signedIn(desktop)
    const page = await context.newPage()
    await open(page, 'referral-answer')
    assert.equal(await field(page, 'reason').isVisible(), false)
    await page.getByLabel('Refused', { exact: true }).check()
    await field(page, 'reason').fill('No bed')
    await page.getByLabel('Accepted', { exact: true }).check()
    assert.equal(await field(page, 'reason').isVisible(), false)
    assert.equal(await field(page, 'reason').isDisabled(), true)
    await open(page, 'treatment')
    await field(page, 'procedure').selectOption('liver-ablation')
    assert.equal(await page.getByRole('group', { name: 'Ablation by' }).isVisible(), true)
    assert.equal(await page.getByRole('group', { name: 'Embolic' }).isVisible(), false)
    await context.close()
  })

  it('say their condition without scripts, where a procedure’s own fields are asked on the second send', async () => {
    const context = await signedIn(phoneWithoutScripts)
    const page = await context.newPage()
    await open(page, 'referral-answer')
    await page.getByText('Only where ‘Answer’ is Refused:').waitFor()
    await open(page, 'treatment')
    await field(page, 'procedure').selectOption('liver-ablation')
    await page.locator('button[value="send"]').click()
    await page.getByText('The procedure is another now').waitFor()
    assert.equal(await page.getByRole('group', { name: 'Ablation by' }).isVisible(), true)
    await context.close()
  })
})

describe('rows of a list', () => {
  for (const [how, options] of Object.entries({
    'in place': desktop,
    'without scripts': phoneWithoutScripts,
  })) {
    it(`are added and removed ${how}, and the others keep what was typed`, async () => {
      const context = await signedIn(options)
      const page = await context.newPage()
      await open(page, 'treatment')
      await field(page, 'targets.0.segment').fill('Segment 5')
      await page.getByRole('button', { name: 'Add another target' }).click()
      await field(page, 'targets.1.segment').fill('Segment 6')
      await page.getByRole('button', { name: 'Add another target' }).click()
      await field(page, 'targets.2.segment').fill('Segment 7')
      await page.getByRole('button', { name: 'Remove target 2' }).click()
      const left = page.locator('input[name^="targets."][name$=".segment"]')
      assert.deepEqual(
        await left.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
        ['Segment 5', 'Segment 7'],
      )
      assert.equal(await page.getByRole('button', { name: 'Remove target 2' }).count(), 1)
      await context.close()
    })
  }
})

describe('by keyboard', () => {
  it('a form is filled and sent; Enter in a box sends and removes no row', async () => {
    const context = await signedIn(desktop)
    const page = await context.newPage()
    await open(page, 'oncologist-informed')
    await field(page, 'oncologist').focus()
    await page.keyboard.type('Dr Onco Fictional')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await field(page, 'oncologist').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/recorded=/)
    await open(page, 'treatment')
    await field(page, 'targets.0.segment').focus()
    await page.keyboard.press('Enter')
    await page.getByText('There is a problem').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.className.includes('error-summary')), true)
    await context.close()
  })

  it('a date goes into its boxes however it is typed', async () => {
    const context = await signedIn(desktop)
    const page = await context.newPage()
    await open(page, 'oncologist-informed')
    await field(page, 'occurredAt-day').fill('')
    await field(page, 'occurredAt-day').focus()
    await page.keyboard.type('3/11/2026')
    assert.equal(await field(page, 'occurredAt-month').inputValue(), '11')
    assert.equal(await field(page, 'occurredAt-year').inputValue(), '2026')
    await context.close()
  })
})

describe('forms', () => {
  for (const [width, options] of Object.entries({ desktop, phone })) {
    it(`hold to WCAG 2.2 AA on a ${width}, opened and sent back`, async () => {
      const context = await signedIn(options)
      const page = await context.newPage()
      for (const kind of ['treatment', 'work-up', 'response-assessment', 'follow-up-plan', 'booking']) {
        await open(page, kind)
        assert.deepEqual(await axeFaults(page), [], kind)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), kind)
        // A plan that the service's protocol fills in whole would be recorded as it stands.
        await field(page, 'occurredAt-day').fill('')
        await page.locator('button[value="send"]').click()
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
        assert.deepEqual(await axeFaults(page), [], `${kind}, sent`)
      }
      await context.close()
    })
  }
})
