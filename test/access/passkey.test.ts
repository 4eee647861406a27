/** Passkeys in a real browser, with a virtual authenticator in place of a finger. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { testSite } from '#test/support/site.ts'
import { goodPassword, personWithPassword } from './people.ts'

describe('a passkey', async () => {
  const site = await testSite()
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  after(() => browser.close())

  /** A page whose browser has an authenticator that does, or does not, check who is using it. */
  async function pageWithAuthenticator(isUserVerified = true): Promise<Page> {
    const page = await (await browser.newContext({ baseURL: site.baseUrl })).newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: isUserVerified,
        isUserVerified,
        automaticPresenceSimulation: true,
      },
    })
    return page
  }

  it('is added after signing in with the password, signs in by itself, and is removed', async () => {
    const { email, id } = await personWithPassword(site)
    const page = await pageWithAuthenticator()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(goodPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/my-work')
    await page.goto('/account')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('button', { name: /^Remove/ }).waitFor()
    assert.equal(await page.getByText('Only a password protects').count(), 0)

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto('/sign-in?then=%2Faccount')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/account')
    const log = await site.store.db
      .selectFrom('access_log')
      .select(['event', 'detail'])
      .where('person', '=', id)
      .orderBy('id')
      .execute()
    assert.deepEqual(log.at(-1), { event: 'signed-in', detail: { with: 'passkey' } })

    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('Only a password protects').waitFor()
    const kept = await site.store.db
      .selectFrom('person_passkey')
      .select('id')
      .where('person', '=', id)
      .execute()
    assert.equal(kept.length, 0)

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey is not known here').waitFor()
    await page.context().close()
  })

  it('of a person without a role opens nothing', async () => {
    const { email, id } = await personWithPassword(site)
    const page = await pageWithAuthenticator()
    await page.goto('/sign-in?then=%2Faccount')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(goodPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/account')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('button', { name: /^Remove/ }).waitFor()
    await page.context().clearCookies()
    await site.store.db.deleteFrom('membership').where('person', '=', id).execute()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey’s person has no role here').waitFor()
    await page.context().close()
  })

  it('is not taken from a device that did not check who is using it, whatever the browser was told', async () => {
    const { email, id } = await personWithPassword(site)
    const page = await pageWithAuthenticator(false)
    await page.route('**/generate-register-options', async (route) => {
      const response = await route.fetch()
      const options = await response.json()
      options.authenticatorSelection = { userVerification: 'discouraged', residentKey: 'discouraged' }
      await route.fulfill({ response, json: options })
    })
    await page.goto('/sign-in?then=%2Faccount')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(goodPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/account')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('This passkey is not known here').waitFor()
    const kept = await site.store.db
      .selectFrom('person_passkey')
      .select('id')
      .where('person', '=', id)
      .execute()
    assert.equal(kept.length, 0)
    await page.context().close()
  })

  it('is not offered where scripts do not run', async () => {
    const context = await browser.newContext({ baseURL: site.baseUrl, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/sign-in')
    assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false)
    assert.equal(await page.getByRole('button', { name: 'Sign in', exact: true }).isVisible(), true)
    await context.close()
  })

  it('cannot be added with a session of long ago', async () => {
    const { cookie, id } = await site.personAs('census-lead')
    await site.store.db
      .updateTable('person_session')
      .set({ created_at: new Date(Date.now() - 2 * 60 * 60 * 1000) })
      .where('person', '=', id)
      .execute()
    assert.match(await (await site.get('/account', cookie)).text(), /To add a passkey, sign out and in again/)
    assert.equal((await site.get('/api/auth/passkey/generate-register-options', cookie)).status, 403)
  })

  it('is not taken from another site’s page', async () => {
    const response = await fetch(`${site.baseUrl}/api/auth/passkey/verify-authentication`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json', cookie: 'x=y' },
      body: JSON.stringify({ response: {} }),
    })
    assert.equal(response.status, 403)
  })
})
