/** A real Chromium for the tests, at desktop and phone width, and axe for every page it opens. */

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  locale: 'en-GB',
}
export const phoneWithoutScripts: BrowserContextOptions = { ...phone, javaScriptEnabled: false }

/** Starts Chromium without anything that would look for the internet. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error('The browser tests need Chromium: install it, or name it in CHROMIUM=/path/to/chromium.')
  }
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  })
  await letClicksLoad(browser)
  return browser
}

/**
 * Playwright's click ends when the next page has begun to arrive; what is counted then may not be there yet,
 * on a busy machine more often. Here a click ends when the page that it leads to has loaded.
 */
async function letClicksLoad(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  const locators: Locator = Object.getPrototypeOf(page.locator('html'))
  await page.close()
  if (Object.hasOwn(locators, loads)) return
  const { click } = locators
  Object.defineProperty(locators, loads, { value: true })
  locators.click = async function (this: Locator, options) {
    await click.call(this, options)
    if (!this.page().isClosed()) await this.page().waitForLoadState()
  }
}

const loads = Symbol('a click waits for the page that it leads to')

interface AxeFault {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly string[] }[]
}

/**
 * What axe finds against WCAG 2.2 A and AA and its best practices, one line a fault. It is put in by the
 * debugger, so that the page's own content security policy stays in force.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Runtime.evaluate', { expression: axeSource })
  const run = `axe.run(document, ${JSON.stringify({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  })}).then((found) => JSON.stringify(found.violations.map(({ id, help, nodes }) =>
    ({ id, help, nodes: nodes.map(({ target }) => ({ target })) }))))`
  const { result } = await debug.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  })
  await debug.detach()
  const faults = JSON.parse(result.value as string) as AxeFault[]
  return faults.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ target }) => target.join(' '))
    return `${id}: ${help} at ${where.join(', ')}`
  })
}
