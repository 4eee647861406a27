/** By keyboard alone: answering a census, and the map. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openCensus, respondent } from '#test/answer/setting.ts'
import { plantNation } from '#test/map/nation.ts'
import { desktop, openBrowser } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { questionOn } from './respondent.ts'

const census = await testSite()
await openCensus(census.store.db)
const { token } = await respondent(census.store.db, 'T01')
const nation = await testSite()
await plantNation(nation.store, { id: 'uk-2026', state: 'open', censusOn: '2026-11-01' })
const browser = await openBrowser()
after(() => browser.close())

describe('by keyboard alone', () => {
  it('a question is skipped to, refused when empty, corrected from its message, and answered', async () => {
    const page = await pageAt(`${census.baseUrl}/answer/with/${token}`)
    await tabTo(page, 'Skip to main content')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Start now')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/answer/question/ioOffered')

    await tabTo(page, 'Save and continue')
    await page.keyboard.press('Enter')
    await page.locator('.nhsuk-error-summary').waitFor()
    assert.match(await page.title(), /^Error: /)
    const [message = ''] = await page.locator('.nhsuk-error-summary a').allInnerTexts()
    await tabTo(page, message)
    await page.keyboard.press('Enter')
    assert.equal(await focused(page, 'type'), 'radio')
    await page.keyboard.press('Space')
    await tabTo(page, 'Save and continue')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/answer/question/kinds')

    await tabTo(page, 'Back')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/answer/question/ioOffered')
    assert.equal(await page.locator('input:checked').getAttribute('value'), 'yes', 'what was chosen is kept')
  })

  it('a whole first wave is answered, checked and sent', async () => {
    const page = await pageAt(`${census.baseUrl}/answer/with/${token}`)
    await tabTo(page, /Continue where you were|Start now/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/answer/question/*')
    for (let step = 0; step < 40; step++) {
      const question = questionOn(page)
      if (!question) break
      const empty = (await page.locator('input[name="answer"]:checked').count()) === 0
      if (empty && (await page.locator('input[name="answer"]').count()) > 0) {
        await tabTo(page, (stop) => stop.name === 'answer')
        await page.keyboard.press('Space')
      }
      await tabTo(page, 'Save and continue')
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => !url.pathname.endsWith(`/${question}`))
    }
    assert.equal(new URL(page.url()).pathname, '/answer/check')
    await tabTo(page, 'Send the answers')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/answer/done*')
    assert.match(await page.locator('h1').innerText(), /Answers sent/)
  })

  it('the map zooms, moves, shows the whole again, and leads to a service', async () => {
    const page = await pageAt(`${nation.baseUrl}/map`)
    await page.locator('.fp-is-awake').waitFor()
    await tabTo(page, (stop) => stop.code !== null)
    await press(page, '0')
    const whole = await boxOf(page)
    await page.keyboard.press('Tab')
    assert.ok(await page.locator('.fp-map-card').isVisible(), 'the service in focus is named')

    for (const key of ['+', '+', '+']) await press(page, key)
    const near = await boxOf(page)
    assert.ok(near.width < whole.width / 3, 'it is nearer')
    await press(page, 'ArrowRight')
    assert.ok((await boxOf(page)).x > near.x, 'it moved')
    await press(page, '-')
    assert.ok((await boxOf(page)).width > near.width, 'it is farther')

    for (let stops = 0; stops < 12; stops++) {
      await page.keyboard.press('Tab')
      await settled(page)
      assert.ok(await isFocusInSight(page), `the service ${await focused(page, 'code')} in focus is in sight`)
    }
    await press(page, '0')
    assert.deepEqual(await boxOf(page), whole)
    const code = await focused(page, 'code')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/services/${code}`)
  })
})

interface Stop {
  readonly text: string
  readonly name: string | null
  /** Of a service on the map. */
  readonly code: string | null
  readonly type: string | null
}

async function pageAt(address: string): Promise<Page> {
  const context = await browser.newContext(desktop)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(address)
  return page
}

/** Presses Tab until the focus is where it should be: on these words, or as the test of it says. */
async function tabTo(page: Page, wanted: string | RegExp | ((stop: Stop) => boolean)): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    const found =
      typeof wanted === 'function'
        ? wanted(stop)
        : typeof wanted === 'string'
          ? stop.text === wanted
          : wanted.test(stop.text)
    if (found) return
    seen.push(stop.text)
  }
  throw new Error(`Tab does not lead to ${wanted} on ${page.url()}, but to: ${seen.join(' · ')}`)
}

function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const { activeElement } = document
    return {
      text: (activeElement?.textContent ?? '').trim(),
      name: activeElement?.getAttribute('name') ?? null,
      code: activeElement?.closest<HTMLElement>('.fp-map__symbol')?.dataset.code ?? null,
      type: activeElement?.getAttribute('type') ?? null,
    }
  })
}

async function focused(page: Page, what: keyof Stop): Promise<string | null> {
  return (await stopOf(page))[what]
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await settled(page)
}

/** The picture is drawn in the next frame. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

async function boxOf(page: Page) {
  const box = await page.locator('svg.fp-map').first().getAttribute('viewBox')
  const [x = 0, y = 0, width = 0] = (box ?? '').split(' ').map(Number)
  return { x, y, width }
}

function isFocusInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const pane = document.querySelector('.fp-map-window')?.getBoundingClientRect()
    const at = document.activeElement?.getBoundingClientRect()
    if (!pane || !at) return false
    const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2]
    return x >= pane.left && x <= pane.right && y >= pane.top && y <= pane.bottom
  })
}
