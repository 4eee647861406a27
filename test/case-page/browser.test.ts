import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { BrowserContextOptions } from 'playwright-core'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { recordInCase } from '#store/case/record.ts'
import { paths } from '#web/paths.ts'
import { axeFaults, desktop, openBrowser, phone, phoneWithoutScripts } from '../support/browser.ts'
import { caseSite } from './setting.ts'
import { chemoembolisation, type Statement } from './stories.ts'

const scores: readonly Statement[] = Array.from({ length: 30 }, (_, at) => ({
  kind: 'symptom-score',
  occurredAt: new Date(Date.UTC(2026, 1, 1) + at * 3_600_000).toISOString(),
  body: () => ({ symptom: 'Itch', scale: 'nrs-0-10', value: at % 11, moment: 'before' }),
}))

const site = await caseSite()
const told = await site.tell([...chemoembolisation, ...scores])
const cookie = await site.as('interventional-radiologist', 'ZTREAT')
const browser = await openBrowser()
after(() => browser.close())

async function casePage(size: BrowserContextOptions) {
  const context = await browser.newContext(size)
  const [name = '', ...value] = cookie.split('=')
  await context.addCookies([{ name, value: value.join('='), url: site.baseUrl }])
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(site.baseUrl + paths.caseOf(told.id))
  return { page, faults, close: () => context.close() }
}

describe('the page of a case in a browser', () => {
  for (const [name, size] of [
    ['desktop', desktop],
    ['phone', phone],
  ] as const) {
    it(`keeps its header in sight, fits, and has no fault that axe finds, on a ${name}`, async () => {
      const { page, faults, close } = await casePage(size)
      await page.mouse.wheel(0, 3000)
      await page.evaluate(() => scrollTo(0, 3000))
      const header = await page.locator('.fp-case-header').boundingBox()
      assert.ok(header && header.y >= 0 && header.y < 2, `the header is at ${header?.y}`)
      assert.ok(header.height < 150, `the header takes ${header.height}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(wide <= 0, `${wide} too wide`)
      assert.deepEqual(await axeFaults(page), [])
      assert.deepEqual(faults, [])
      await close()
    })
  }

  it('fetches what an earlier entry says when it is opened, and opens the one that a link names', async () => {
    const { page, close } = await casePage(desktop)
    const earlier = page.locator('details[data-fetch]', { hasText: 'Referred for' })
    await earlier.locator('summary').click()
    await earlier.getByText('Is the lesion in segment 8 suitable?').waitFor()
    const named = paths.caseOf(told.id)
    await page.goto(`${site.baseUrl}${named}#entry-${told.of('mistyped')}`)
    await page.getByText('Duration: 7 minutes').first().waitFor({ state: 'attached' })
    assert.ok((await page.locator(`#entry-${told.of('mistyped')} > details`).getAttribute('open')) !== null)
    await close()
  })

  it('says that somebody wrote meanwhile', async () => {
    const { page, close } = await casePage(desktop)
    const kind = caseKindNamed('recovery')
    assert.ok(kind)
    await site.whole((db) =>
      recordInCase(db, {
        ...{ caseId: told.id, kind, body: { ward: 'Ward 7', wardFamiliar: true }, occurredAt: new Date() },
        ...{ author: 'person:test', role: 'ward-nurse', organisation: 'ZTREAT' },
      }),
    )
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('Somebody wrote to this record').waitFor()
    await close()
  })

  it('works without scripts: entries open, and earlier ones lead to their page', async () => {
    const { page, close } = await casePage(phoneWithoutScripts)
    const latest = page.locator('details.fp-entry').first()
    await latest.locator('summary').first().click()
    assert.ok(await latest.getByText('In the chain').isVisible())
    const earlier = page.locator('details[data-fetch]').last()
    await earlier.locator('summary').click()
    await earlier.getByText('All that it says').click()
    assert.match(page.url(), /\/entries\//)
    await close()
  })
})
