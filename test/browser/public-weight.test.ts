/** What a reader's browser fetches to show a public page for the first time: at most 200 KB, with style, scripts, pictures. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { plantNation } from '#test/map/nation.ts'
import { openBrowser, phone } from '#test/support/browser.ts'
import { publicPages } from '#test/support/public-pages.ts'
import { testSite } from '#test/support/site.ts'

const atMostBytes = 200_000

const site = await testSite()
await plantNation(site.store, { id: 'uk-2026', state: 'open', censusOn: '2026-11-01' })
await enterShippedLeaflets(site.store.db, new Date('2026-11-20T09:00:00Z'))
const browser = await openBrowser()
after(() => browser.close())

describe('the first view of a public page', () => {
  for (const path of publicPages)
    it(`weighs at most 200 KB: ${path}`, async () => {
      const { bytes, status } = await firstView(browser, site.baseUrl + path)
      assert.equal(status, 200)
      assert.ok(bytes > 5000, `${bytes} bytes: the style sheet is among them`)
      assert.ok(bytes <= atMostBytes, `${bytes} bytes`)
    })
})

/** The bytes that went over the wire, headers and all, to a browser that had never been here. */
async function firstView(
  of: Browser,
  url: string,
): Promise<{ readonly bytes: number; readonly status: number }> {
  const context = await of.newContext(phone)
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  let bytes = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const answer = await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(300)
  await context.close()
  return { bytes, status: answer?.status() ?? 0 }
}
