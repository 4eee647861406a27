/** A commissioner finds who is worst served for lung ablation, asks for the best two links, and publishes the report. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { seedDemonstration } from '#demonstration/seed.ts'
import { stopAnswering } from '#jobs/answer-proposals.ts'
import { closeSolver } from '#solver/solve.ts'
import { axeFaults, desktop, openBrowser, phoneWithoutScripts } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite({ config: { demonstration: true } })
await seedDemonstration(site.store, new Date())
const browser = await openBrowser()
const context = await browser.newContext(desktop)
const cookie = await site.signInAs('commissioner')
await context.addCookies(
  cookie.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    return { name, value, url: site.baseUrl }
  }),
)
const page = await context.newPage()
let report = ''

after(async () => {
  await browser.close()
  await stopAnswering(site.store)
  await closeSolver()
})

describe('a commissioner’s way from who is worst served to a published report', () => {
  it('begins at the network, and finds the district with the longest way to lung ablation', async () => {
    await page.goto(`${site.baseUrl}${paths.network()}`)
    await part('Access')
    await page.getByRole('link', { name: 'Lung ablation', exact: true }).first().click()
    assert.match(await words(), /% of people live within \d+ minutes by car of one of the \d+ services/)
    const worst = page.locator('table', { hasText: 'longest way' }).locator('tbody tr').first()
    assert.match(await worst.innerText(), /\d/)
    await clean()
  })

  it('prints who is worst served without a page begun for each table', async () => {
    const printed = await printedPages()
    assert.ok(printed.length <= 3, `${printed.length} pages`)
    assert.match(printed[0] ?? '', /How many people have how long a way/, 'the map follows on the first page')
  })

  it('prints every district under headings that each page repeats', async () => {
    const here = page.url()
    await page.getByRole('link', { name: /^All \d+ districts$/ }).click()
    await page.getByText(/^All \d+ districts, the longest way first$/).waitFor()
    const printed = await printedPages()
    assert.ok(printed.length > 8, `${printed.length} pages`)
    for (const [at, text] of printed.slice(3, -1).entries())
      assert.match(text.slice(0, 120), /District *Nation *People/, `page ${at + 4}`)
    await page.goto(here)
  })

  it('asks for the best two links, and reads which they are and that no others reach more', async () => {
    await page.getByRole('link', { name: /^What would help: / }).click()
    assert.equal(await page.getByLabel('Procedure').inputValue(), 'lung-ablation')
    await page.getByLabel('What to look for').selectOption('count')
    await page.getByLabel('How many pathways').fill('0')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    assert.match(await page.locator('.nhsuk-error-summary').innerText(), /enter 1 or more/)
    await page.getByLabel('How many pathways').fill('2')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText('How sure it is, and what it rests on').waitFor()
    assert.match(
      await page.locator('.fp-statement').innerText(),
      /^2 new referral pathways \(.+ to .+ and .+ to .+\) would bring .+ people within reach, more than any others/,
    )
    assert.match(await words(), /Proven best: no other choice does better/)
    await clean()
  })

  it('tries by hand what a new service would do instead, and comes back', async () => {
    const answer = page.url()
    await page.goto(`${site.baseUrl}${paths.networkWhatIf({ procedure: 'lung-ablation' })}`)
    await page.locator('.fp-map__symbol[data-mark^="other"] a').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.fp-statement', { hasText: 'opened' }).waitFor()
    assert.match(page.url(), /open=/)
    await page.goBack()
    await page.locator('.fp-statement', { hasText: 'Open or close one' }).waitFor()
    await page.goto(answer)
  })

  it('keeps the answer by a name, and it goes into a report', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Two links for lung ablation')
    await page.getByRole('button', { name: 'Keep the name' }).click()
    assert.match(await words(), /The name is kept/)
    await part('Reports')
    await page.getByRole('button', { name: 'Make a report' }).click()
    await page.getByLabel('Two links for lung ablation').check()
    await page.getByRole('button', { name: 'Show the report' }).click()
    assert.match(await words(), /would bring .+ people within reach/)
    await page.getByRole('button', { name: 'Publish this report' }).click()
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}/)
    report = new URL(page.url()).pathname
    await clean()
  })

  it('is read by anybody, on a phone without scripts, and as a PDF', async () => {
    const visitor = await browser.newContext(phoneWithoutScripts)
    const reader = await visitor.newPage()
    await reader.goto(`${site.baseUrl}${report}`)
    assert.match(await reader.locator('main').innerText(), /would bring .+ people within reach/)
    await visitor.close()
    const pdf = await site.get(`${report}.pdf`)
    assert.equal(pdf.status, 200)
    assert.equal(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5)), '%PDF-')
  })
})

async function part(name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the network' }).getByRole('link', { name }).click()
}

async function clean(of: Page = page): Promise<void> {
  assert.deepEqual(await axeFaults(of), [], new URL(of.url()).pathname)
}

/** What the page says once all of it is there: a long one comes in pieces. */
const words = async (): Promise<string> => {
  await page.waitForLoadState()
  return page.locator('main').innerText()
}

/** The words of each page on A4, in the order in which they are set. */
async function printedPages(): Promise<readonly string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const data = new Uint8Array(await page.pdf({ format: 'A4' }))
  const set = await getDocument({ data, verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: set.numPages }, async (_, at) => {
      const { items } = await (await set.getPage(at + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join(' ')
    }),
  )
}
