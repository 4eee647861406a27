/** A member of the public on a phone, without scripts, finds liver ablation from a postcode, shares it and prints it. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { seedDemonstration } from '#demonstration/seed.ts'
import { axeFaults, openBrowser, phone, phoneWithoutScripts } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const addresses: string[] = []
const site = await testSite({
  config: { demonstration: true },
  watch: (request) => void addresses.push(`${request.url} ${request.headers.get('referer') ?? ''}`),
})
await seedDemonstration(site.store, new Date('2026-11-22T12:00:00Z'))
const browser = await openBrowser()
after(() => browser.close())

describe('a member of the public', () => {
  it('finds liver ablation from a postcode', async () => {
    const context = await browser.newContext(phoneWithoutScripts)
    const page = await context.newPage()
    await page.goto(site.baseUrl)
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Find a service' }).click()
    await page.getByLabel('Where from?').fill('ls1 3ex')
    await page.getByLabel('What for?').selectOption({ label: 'Liver ablation' })
    await page.getByRole('button', { name: 'Find services' }).click()
    assert.equal(
      new URL(page.url()).pathname + new URL(page.url()).search,
      '/find?near=LS1&for=liver-ablation',
    )
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Liver ablation near LS1')
    const services = page.locator('.fp-find__service')
    assert.equal(await services.count(), 8)
    assert.match((await services.first().textContent()) ?? '', /About .* by car, \d+ km \(\d+ miles?\)/)
    assert.match((await page.textContent('main')) ?? '', /A meeting of specialists decides/)
    assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 390)

    await page.getByRole('link', { name: 'Map', exact: true }).last().click()
    assert.ok(
      await page
        .getByRole('img', { name: /^Map: liver ablation, near LS1/ })
        .or(page.locator('svg.fp-map'))
        .first()
        .isVisible(),
    )
    await page.getByRole('link', { name: 'List', exact: true }).click()
    const shared = await page.getByLabel('Address to copy').inputValue()
    await services.first().getByRole('link').click()
    assert.match(page.url(), /\/services\/X\d{3}$/)
    await page.goBack()

    const other = await (await browser.newContext(phoneWithoutScripts)).newPage()
    await other.goto(shared)
    assert.equal(await other.getByRole('heading', { level: 1 }).textContent(), 'Liver ablation near LS1')
    assert.deepEqual(
      addresses.filter((each) => /3ex/i.test(decodeURIComponent(each))),
      [],
    )

    await other.emulateMedia({ media: 'print' })
    assert.ok(await other.locator('.fp-find__service').first().isVisible())
    assert.ok(!(await other.getByRole('button', { name: 'Find services' }).isVisible()))
    assert.ok(!(await other.getByRole('navigation', { name: 'Menu' }).isVisible()))
    assert.ok((await other.pdf({ format: 'A4' })).length > 10_000)
  })

  it('lays no field of the first page over another at 400 per cent', async () => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 256 } })).newPage()
    await page.goto(site.baseUrl)
    for (const form of await page.locator('.fp-home__form').all()) {
      const field = await form.locator('select, input:not([type=hidden])').first().boundingBox()
      const button = await form.getByRole('button').boundingBox()
      assert.ok(field && button)
      const isBeside = field.x + field.width <= button.x || field.y + field.height <= button.y
      assert.ok(isBeside, JSON.stringify({ field, button }))
      assert.ok(button.x + button.width <= 320)
    }
  })

  it('starts from the first page as well, and from a condition', async () => {
    const page = await (await browser.newContext(phoneWithoutScripts)).newPage()
    await page.goto(site.baseUrl)
    await page.getByLabel('Find a place').fill('M13 9PL')
    await page.getByRole('button', { name: 'Find services' }).click()
    assert.equal(new URL(page.url()).search, '?near=M13')
    await page.getByLabel('What for?').selectOption({ label: 'Cancer that has spread to the liver' })
    await page.getByLabel('Where from?').fill('je2 3ab')
    await page.getByRole('button', { name: 'Find services' }).click()
    assert.match((await page.textContent('main')) ?? '', /JE2 is in Jersey/)
    await page.getByLabel('Where from?').fill('LS47 1AA')
    await page.getByRole('button', { name: 'Find services' }).click()
    assert.match((await page.textContent('.nhsuk-error-summary')) ?? '', /There is no such postcode/)
    await page.getByRole('link', { name: 'LS4', exact: true }).click()
    assert.match((await page.textContent('main')) ?? '', /What may be used/)
  })

  it('meets pages without a fault', async () => {
    const page = await (await browser.newContext(phone)).newPage()
    for (const path of [
      paths.find(),
      paths.find({ near: 'LS1', for: 'liver-ablation' }),
      paths.find({ near: 'ZE1', for: 'spread-to-the-liver' }),
      paths.find({ near: 'LS1', for: 'liver-ablation', as: 'map' }),
      paths.find({ near: 'royal' }),
      paths.api(),
    ]) {
      await page.goto(site.baseUrl + path)
      assert.deepEqual(await axeFaults(page), [], path)
      assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 390, path)
    }
  })
})
