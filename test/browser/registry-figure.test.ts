/** A published figure, live: values by pointer and by the arrow keys, nothing moves, and no policy is broken. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { publishFigure } from '#store/registry/figure.ts'
import { around, randomRows, vectorsOf } from '#test/registry/random-rows.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import { temporaryFolder } from '#test/snapshot/support.ts'
import { axeFaults, desktop, openBrowser, phone } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite({ config: { dataFolder: temporaryFolder() } })
const snapshot = await registeredSnapshot(site.store.db, site.config.dataFolder, 40)
const person = await site.personAs('researcher')
const browser = await openBrowser()
after(() => browser.close())

const rows = randomRows(800, 3)
async function published(asked: object): Promise<string> {
  const spec = figureSpecSchema.parse({ cohort: { conditions: [] }, ...asked })
  const released = release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
  const done = await publishFigure(site.store.db, {
    ...{ released, snapshot, title: `A figure of kind ${spec.kind}`, at: new Date() },
    author: { id: `person:${person.id}`, name: 'Rae Searcher', role: 'researcher' },
  })
  if (done.outcome !== 'published') throw new Error(`No figure was published: ${done.outcome}`)
  return paths.registryFigure(done.id)
}
const ofKinds = {
  survival: await published({
    kind: 'survival',
    endpoint: endpointNamed('overall-survival')?.endpoint,
    ...{ by: 'childPugh', interval: 'log-log', months: 36 },
  }),
  proportion: await published({
    kind: 'proportion',
    endpoint: endpointNamed('mortality-30')?.endpoint,
    by: 'procedure',
  }),
  funnel: await published({
    kind: 'funnel',
    endpoint: endpointNamed('technical-success')?.endpoint,
    adjustedFor: [],
  }),
  waterfall: await published({ kind: 'waterfall' }),
  volume: await published({ kind: 'volume' }),
}

interface Opened {
  readonly page: Page
  readonly said: readonly string[]
}

async function opened(
  path: string,
  device: object,
  scripts = true,
  prepare: (context: BrowserContext) => Promise<void> = async () => {},
): Promise<Opened> {
  const context = await browser.newContext({ ...device, javaScriptEnabled: scripts })
  context.setDefaultTimeout(20_000)
  await prepare(context)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(`${site.baseUrl}${path}`)
  return { page, said }
}
const shownDrawing = '.fp-registry-figure__drawing:visible'
const tip = '.fp-registry-figure__tip:visible'
const awake = (page: Page) => page.locator(`${shownDrawing}[data-awake]`).waitFor()
const boxOf = (page: Page) => page.locator(`${shownDrawing} svg`).boundingBox()

describe('a figure of the registry in the browser', () => {
  it('wakes at the same size, of every kind, and breaks no policy', async () => {
    for (const [kind, path] of Object.entries(ofKinds)) {
      for (const device of [desktop, phone]) {
        const { page: still } = await opened(path, device, false)
        const before = await boxOf(still)
        const { page, said } = await opened(path, device)
        await awake(page)
        assert.deepEqual(await boxOf(page), before, `${kind}: nothing moves`)
        const readings = await page.locator(shownDrawing).getAttribute('data-awake')
        assert.ok(Number(readings) > 0, `${kind}: ${readings} values can be read`)
        assert.deepEqual(said, [], kind)
        await still.context().close()
        await page.context().close()
      }
    }
  })
  it('says a value under the pointer, and nothing beside it', async () => {
    const { page, said } = await opened(ofKinds.proportion, desktop)
    await awake(page)
    const point = page.locator(`${shownDrawing} svg .mark-symbol.role-mark path`).first()
    await point.hover()
    assert.match(await page.locator(tip).innerText(), /Mortality at 30 days: \d+(\.\d)?% \(\d+ of \d+\)/)
    await page.mouse.move(2, 2)
    await page.locator(tip).waitFor({ state: 'detached' })
    assert.deepEqual(said, [])
  })
  it('is read by the arrow keys, each value marked, until Escape', async () => {
    const { page } = await opened(ofKinds.survival, desktop)
    await awake(page)
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      if (await page.locator('.fp-figure__chart:focus').count()) break
    }
    assert.match(await page.locator(tip).innerText(), /arrow keys/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const words = await page.locator(tip).innerText()
    assert.match(words, /Group: .+\s+Month: 1\s+Overall survival: \d+\.\d% \(\d+\.\d% to \d+\.\d%\)/)
    assert.equal(await page.locator('.fp-registry-figure__ring:visible').count(), 1)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator(tip).count(), 0)
  })
  it('keeps the picture of the server where scripts do not run', async () => {
    const { page } = await opened(ofKinds.survival, desktop, false)
    assert.equal(await page.locator(`${shownDrawing} svg`).count(), 1)
  })
  it('keeps the picture of the server where the island cannot be loaded, and its table and files with it', async () => {
    for (const device of [desktop, phone]) {
      const { page: still } = await opened(ofKinds.survival, device, false)
      const blocked: string[] = []
      const { page } = await opened(ofKinds.survival, device, true, async (context) => {
        await context.route('**/registry-figure*.js', (route) => {
          blocked.push(route.request().url())
          return route.abort()
        })
      })
      assert.equal(blocked.length, 1, 'the island was asked for')
      const picture = `${shownDrawing} svg`
      assert.equal(
        await page.locator(picture).evaluate((svg) => svg.outerHTML),
        await still.locator(picture).evaluate((svg) => svg.outerHTML),
      )
      await page.locator('.fp-figure__chart').first().focus()
      await page.keyboard.press('ArrowRight')
      assert.equal(await page.locator(tip).count(), 0, 'no tip that says nothing')
      assert.deepEqual(await axeFaults(page), [])
      assert.ok((await page.getByRole('link', { name: /CSV/ }).count()) > 0)
      await still.context().close()
      await page.context().close()
    }
  })
  it('keeps the picture of the server where it cannot be drawn again', async () => {
    const { page, said } = await opened(ofKinds.survival, desktop, true, async (context) => {
      await context.route('**/registry/figures/*', async (route) => {
        const response = await route.fetch()
        const body = (await response.text()).replaceAll(/"marks":\[/g, '"marks":[{"type":"nothing"},')
        await route.fulfill({ response, body })
      })
    })
    for (let wait = 0; wait < 50 && said.length === 0; wait += 1) await page.waitForTimeout(100)
    assert.match(said.join(), /^The figure stays as it was drawn by the server/)
    assert.equal(await page.locator(`${shownDrawing} svg`).count(), 1)
    assert.equal(await page.locator(`${shownDrawing}[data-awake]`).count(), 0)
  })
})
