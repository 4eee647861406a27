/** The map in a real browser: it zooms, names its services, follows live answers, and passes axe. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { streamSSE } from 'hono/streaming'
import type { Browser, Page } from 'playwright-core'
import { onChange } from '#store/census/changes.ts'
import { plantAnswer, plantNation, type TestEdition } from '#test/map/nation.ts'
import { listen, publicSite } from '#test/map/site.ts'
import { axeFaults, openBrowser } from '#test/support/browser.ts'
import { type TestStore, testStore } from '#test/support/store.ts'
import { paths } from '#web/paths.ts'

const edition: TestEdition = { id: 'uk-2026', state: 'open', censusOn: '2026-11-01' }

describe('the map in a browser', () => {
  let store: TestStore
  let browser: Browser
  let site: Awaited<ReturnType<typeof listen>>

  before(async () => {
    store = await testStore()
    await plantNation(store, edition)
    const app = await publicSite(store)
    app.get(paths.censusLive(edition.id), (c) =>
      streamSSE(c, async (stream) => {
        const stop = onChange(store, edition.id, () => void stream.writeSSE({ event: 'changed', data: '' }))
        stream.onAbort(stop)
        await stream.writeSSE({ event: 'hello', data: '' })
        await new Promise<void>((resolve) => {
          stream.onAbort(resolve)
          cutLine = () => {
            stop()
            resolve()
          }
        })
      }),
    )
    site = await listen(app)
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  const open = async (path: string, options: { width?: number; scripts?: boolean; touch?: boolean } = {}) => {
    const { width = 1280, scripts = true, touch = false } = options
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: scripts,
      hasTouch: touch,
    })
    const page = await context.newPage()
    await page.goto(site.url + path)
    return page
  }
  let cutLine = () => {}
  const viewBox = (page: Page) => page.locator('svg.fp-map').first().getAttribute('viewBox')

  it('has no fault that axe finds, wide and narrow', async () => {
    for (const [path, width] of [
      ['/', 1280],
      ['/', 390],
      ['/map?pathways=on', 1280],
      ['/map?place=M13&procedure=liver-ablation', 390],
      ['/services', 390],
      ['/services/R1H', 1280],
      ['/figures', 1280],
      ['/figures/uk-2026/figure-4', 1280],
      ['/figures/uk-2026/figure-2', 390],
    ] as const) {
      const page = await open(path, { width })
      assert.deepEqual(await axeFaults(page), [], `${path} at ${width}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(overflow <= 0, `${path} at ${width} is ${overflow} px too wide`)
      await page.context().close()
    }
  })

  it('zooms by button, by key and back to the whole', async () => {
    const page = await open('/map')
    const whole = await viewBox(page)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.waitForFunction(
      (before) => document.querySelector('svg.fp-map')?.getAttribute('viewBox') !== before,
      whole,
    )
    const near = await viewBox(page)
    await page.locator('.fp-map__symbol a').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      (before) => document.querySelector('svg.fp-map')?.getAttribute('viewBox') !== before,
      near,
    )
    await page.keyboard.press('0')
    await page.waitForFunction(
      () => Number(document.querySelector('svg.fp-map')?.getAttribute('viewBox')?.split(' ')[2]) >= 696,
    )
    await page.context().close()
  })

  it('names a service on hover and on focus, and a tap shows its name before its page', async () => {
    const page = await open('/map')
    const link = page.locator('[data-code="RVV"] a')
    await link.hover()
    assert.match(
      (await page.locator('.fp-map-card').textContent()) ?? '',
      /^East Kent Hospitals University NHS Foundation Trust/,
    )
    await page.mouse.move(5, 5)
    await link.focus()
    assert.ok(await page.locator('.fp-map-card').isVisible())
    await page.keyboard.press('Enter')
    await page.waitForURL('**/services/RVV')
    await page.context().close()
    const phone = await open('/map', { width: 390, touch: true })
    await phone.locator('[data-code="RVV"] a').tap()
    assert.match(phone.url(), /\/map$/)
    await phone.getByRole('link', { name: 'About this service' }).tap()
    await phone.waitForURL('**/services/RVV')
    await phone.context().close()
  })

  it('waits, while its window is not shown, for a shape to fill', async () => {
    const page = await open('/map')
    const faults: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    await page.locator('.fp-map-controls').waitFor()
    const showFrame = (shown: boolean) =>
      page.locator('[data-map]').evaluate(
        (frame, display) => {
          frame.style.display = display
        },
        shown ? '' : 'none',
      )
    await showFrame(false)
    for (const width of [390, 1100]) {
      await page.setViewportSize({ width, height: 700 })
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
    }
    await showFrame(true)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.locator('.fp-map-window.fp-is-near').waitFor()
    for (const part of ((await viewBox(page)) ?? '').split(' '))
      assert.ok(Number.isFinite(Number(part)), part)
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  it('shows an answer that arrives while it is open, and keeps the zoom', async () => {
    const page = await open('/map')
    await page.getByText('Live: answers show as they come').waitFor()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.locator('.fp-map-window.fp-is-near').waitFor()
    const near = await viewBox(page)
    await plantAnswer(store, edition, 'RVV', {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'yes',
    })
    await page.locator('[data-code="RVV"][data-mark="planned"]').waitFor({ state: 'attached' })
    assert.equal(await viewBox(page), near)
    await page.context().close()
  })

  it('shows what was answered while its line was cut', async () => {
    const page = await open('/map')
    await page.getByText('Live: answers show as they come').waitFor()
    cutLine()
    await page.getByText('Connecting to live answers').waitFor()
    await plantAnswer(store, edition, 'RWF', {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'no',
    })
    await page.locator('[data-code="RWF"][data-mark="none"]').waitFor({ state: 'attached' })
    await page.context().close()
  })

  it('chooses a procedure and a nation without scripts', async () => {
    const page = await open('/map', { scripts: false })
    await page.getByLabel('Show', { exact: true }).selectOption('lung-ablation')
    await page.getByLabel('Nation', { exact: true }).selectOption('Wales')
    await page.getByRole('button', { name: 'Apply' }).click()
    assert.match(page.url(), /procedure=lung-ablation/)
    assert.match((await page.locator('h1').textContent()) ?? '', /^Lung ablation: Wales$/)
    assert.equal(await page.locator('.fp-map__symbol').count(), 7)
    await page.context().close()
  })
})
