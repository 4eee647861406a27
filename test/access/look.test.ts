/** The pages of access on a phone: nothing wider than the screen, nothing that axe objects to. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, describe, it } from 'node:test'
import { chromium } from 'playwright-core'
import { seedDemonstrationPeople } from '#demonstration/staff.ts'
import { makeJoinLink } from '#store/access/links.ts'
import { testSite } from '#test/support/site.ts'
import { setUpLink } from '#web/sign-in/set-up.ts'
import { personWithPassword, signedIn } from './people.ts'

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the pages of access', async () => {
  const site = await testSite({ config: { demonstration: true } })
  const setUp = new URL((await setUpLink(site.store, site.config)) ?? '').pathname
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  after(() => browser.close())
  // Axe is put into the page by the test, which the site's own policy rightly forbids.
  const context = await browser.newContext({
    baseURL: site.baseUrl,
    viewport: { width: 390, height: 844 },
    bypassCSP: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)

  async function looksRight(): Promise<void> {
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as Found
    const words = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    assert.deepEqual(words, [], page.url())
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.equal(beyond, 0, `${page.url()} is wider than the screen`)
  }

  it('for whoever is not signed in', async () => {
    await page.goto(setUp)
    await looksRight()
    await site.signInAs('io-lead')
    await seedDemonstrationPeople(site.store)
    const person = await personWithPassword(site)
    const join = await makeJoinLink(site.store.db, person.id, 'test', new Date())
    for (const path of [
      '/enter-as',
      `/join/${join}`,
      '/sign-in/code',
      '/sign-in/code?kind=backup',
      '/set-up/none',
    ]) {
      await page.goto(path)
      await looksRight()
    }
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('There is a problem').waitFor()
    await looksRight()
  })

  it('for an administrator', async () => {
    const { id, email } = await personWithPassword(site, { role: 'administrator', organisation: null })
    const [name = '', value = ''] = (await signedIn(site, email)).split('=')
    await context.addCookies([{ name, value, url: site.baseUrl }])
    for (const path of [
      '/my-work',
      '/people',
      '/people/new',
      `/people/${id}`,
      `/people/${id}/remove-access`,
    ]) {
      await page.goto(path)
      await looksRight()
    }
    await page.goto('/account')
    for (const summary of await page.locator('summary').all()) await summary.click()
    await looksRight()
    await page.locator('#codes-password').fill('four upright bars')
    await page.getByRole('button', { name: 'Set up codes' }).click()
    await page.getByText('6 digit code').last().waitFor()
    await looksRight()
  })
})
