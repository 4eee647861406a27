/** The navigation of whoever has the most of it fits a line at a desk, and nothing of it leaves a phone's window. */

import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { openBrowser } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite()
const browser = await openBrowser()
after(() => browser.close())

const lead = await site.signInAs('io-lead', 'ZTA')

/** The tops of the navigation's links, in order, and how wide the page is. */
async function navigationAt(width: number) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false })
  await context.addCookies(
    lead.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      return { name, value, url: site.baseUrl }
    }),
  )
  const page = await context.newPage()
  await page.goto(`${site.baseUrl}${paths.myWork()}`)
  const links = await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').all()
  const boxes = await Promise.all(links.map((link) => link.boundingBox()))
  await context.close()
  return boxes.flatMap((box) => box ?? [])
}

it('an IO lead’s navigation is one line at 1280 pixels', async () => {
  const boxes = await navigationAt(1280)
  assert.ok(boxes.length >= 10)
  assert.equal(new Set(boxes.map(({ y }) => y)).size, 1)
})

it('and on a phone of 390 pixels three lines at most, each link large enough to press', async () => {
  const boxes = await navigationAt(390)
  assert.ok(new Set(boxes.map(({ y }) => y)).size <= 3)
  for (const { x, width, height } of boxes) assert.ok(x >= 0 && x + width <= 390 && height >= 24)
})
