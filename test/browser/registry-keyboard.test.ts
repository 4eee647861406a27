/** By keyboard alone, a researcher goes from an empty explorer to a published figure; and what was changed keeps the focus. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { closeSnapshots } from '#store/snapshot/latest.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import { temporaryFolder } from '#test/snapshot/support.ts'
import { axeFaults, desktop, openBrowser } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const dataFolder = temporaryFolder()
const site = await testSite({ config: { dataFolder } })
await registeredSnapshot(site.store.db, dataFolder, 1500)
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await closeSnapshots()
})

describe('the explorer by keyboard alone', () => {
  it('leads from nothing to a published figure', async () => {
    const page = await researcher()
    await page.goto(site.baseUrl + paths.registryExplore())
    await tabTo(page, 'Skip to main content')
    await page.keyboard.press('Enter')

    // A condition: its group is opened, its column chosen, a box ticked; the counts follow and are said.
    await tabTo(page, 'Patients')
    await page.keyboard.press('Enter')
    await enter(page, 'Sex', /add=sex/)
    await tabTo(page, /^female/, 4)
    await page.keyboard.press('Space')
    await page.getByText('Treatments, sex female.').waitFor()
    assert.match(
      await page.locator('[data-explore-status]').innerText(),
      /^[\d,]+ treatments, [\d,]+ patients/,
    )
    assert.match(await focusWords(page), /^female/, 'the counts take nobody away from the box')
    await clean(page)
    await enter(page, 'Use this condition', /\?sex=female/)
    assert.equal(await focusWords(page), 'cohort', 'one goes on at the cohort, not at the top of the page')
    await tabTo(page, 'change sex', 1)

    // A figure of it.
    await enter(page, /^kaplan-meier curve/, /show=survival/)
    assert.equal(await focusWords(page), 'kaplan-meier curve')
    await tabTo(page, 'endpoint', 3)
    await tabTo(page, 'groups by', 1)
    await choose(page, 'Intent of treatment', 'intent')
    await tabTo(page, 'months on the axis', 1)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('36')
    await enter(page, 'Draw the figure', /by=intent&months=36/)
    assert.equal(await focusWords(page), 'figure', 'one goes on at what was drawn')
    await clean(page)
    assert.ok(await isInSight(page), 'and sees it')

    // Published: the form is refused and corrected from its messages.
    await enter(page, 'Publish this figure', /publish/)
    await tabTo(page, 'title')
    await page.keyboard.type('Survival of women by intent')
    await tabTo(page, 'publish', 8)
    await page.keyboard.press('Enter')
    await page.locator('.nhsuk-error-summary').waitFor()
    assert.match(await focusWords(page), /there is a problem/, 'what is wrong is read at once')
    await tabTo(page, /tick the box/, 2)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    assert.ok(await page.getByLabel(/I have read the figure/).isChecked())
    await enter(page, 'Publish', /registry\/figures\/[0-9a-f-]{36}$/)
    assert.match(await page.locator('main').innerText(), /Survival of women by intent/)
  })

  it('takes a condition away again, or leaves it as it is, and stays at the cohort', async () => {
    const page = await researcher()
    await page.goto(site.baseUrl + paths.registryExplore('sex=female&intent=supportive'))
    await tabTo(page, 'skip to main content')
    await page.keyboard.press('Enter')
    await enter(page, 'Change Sex', /add=sex/)
    await enter(page, 'Cancel', /\?intent=supportive&sex=female#cohort/)
    assert.equal(await focusWords(page), 'cohort')
    await enter(page, 'Remove Sex', /\?intent=supportive#cohort/)
    assert.equal(await focusWords(page), 'cohort')
  })

  it('asks for an endpoint of one’s own where it was chosen', async () => {
    const page = await researcher()
    await page.goto(site.baseUrl + paths.registryExplore('show=survival'))
    await tabTo(page, 'skip to main content')
    await page.keyboard.press('Enter')
    await tabTo(page, 'endpoint')
    await choose(page, 'A definition of your own', 'own')
    await enter(page, 'Draw the figure', /endpoint=own/)
    assert.match(page.url(), /#figure$/)
    await tabTo(page, 'counted per', 3)
    await clean(page)
    await enter(page, 'Draw the figure', /#drawn$/)
  })
})

async function researcher(): Promise<Page> {
  const [name = '', value = ''] = (await site.signInAs('researcher')).split(/=(.*)/s)
  const context = await browser.newContext(desktop)
  context.setDefaultTimeout(20_000)
  await context.addCookies([{ name, value, url: site.baseUrl }])
  return context.newPage()
}

/** Tab until these words have the focus, Enter, and wait for the page that it leads to. */
async function enter(page: Page, words: string | RegExp, leadsTo: RegExp): Promise<void> {
  await tabTo(page, words)
  await Promise.all([page.waitForURL(leadsTo, { waitUntil: 'load' }), page.keyboard.press('Enter')])
}

async function tabTo(page: Page, wanted: string | RegExp, within = 60): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < within; presses += 1) {
    await page.keyboard.press('Tab')
    const words = await focusWords(page)
    assert.ok(await isMarked(page), `the focus on “${words}” can be seen`)
    if (typeof wanted === 'string' ? words === wanted.toLowerCase() : wanted.test(words)) return
    seen.push(words)
  }
  throw new Error(`Tab does not lead to ${wanted} on ${page.url()}, but to: ${seen.join(' · ')}`)
}

/** A select, by its keys alone. */
async function choose(page: Page, words: string, value: string): Promise<void> {
  const chosen = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).value)
  for (let presses = 0; presses < 40 && (await chosen()) !== value; presses += 1)
    await page.keyboard.press('ArrowDown')
  assert.equal(await chosen(), value, words)
}

/** As a screen reader would begin: the name of what has the focus. */
const focusWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    const label = (at as HTMLInputElement | null)?.labels?.[0]?.textContent
    const name = at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? ''
    return name.replace(/\s+/g, ' ').trim().toLowerCase()
  })

/** An outline, a shadow or a ground of its own tells where one is. */
const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return true
    const marks = [at, at.nextElementSibling, at.querySelector('.nhsuk-details__summary-text')]
    return marks.some((each) => {
      if (!each) return false
      const { outlineStyle, boxShadow } = getComputedStyle(each)
      const before = getComputedStyle(each, '::before').boxShadow
      return outlineStyle !== 'none' || boxShadow !== 'none' || (before !== 'none' && before !== '')
    })
  })

const isInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect()
    return box !== undefined && box.top < innerHeight / 2 && box.bottom > 0
  })

async function clean(page: Page): Promise<void> {
  assert.deepEqual(await axeFaults(page), [], new URL(page.url()).pathname)
}
