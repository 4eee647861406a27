/** Signing in with an OpenID Connect provider: a real one, in this process. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret } from '#config'
import { testProvider } from '#test/support/open-id.ts'
import { cookiesAfter, testSite } from '#test/support/site.ts'
import { personWithPassword } from './people.ts'

describe('signing in with OpenID', async () => {
  const provider = await testProvider()
  const { discoveryUrl, clientId, clientSecret } = provider
  const site = await testSite({
    config: { oidc: { name: 'CIS2', discoveryUrl, clientId, clientSecret: new Secret(clientSecret) } },
  })
  const lead = await personWithPassword(site)
  const removed = await personWithPassword(site)
  const users = {
    lead: { email: lead.email.toUpperCase(), isVerified: true },
    impostor: { email: lead.email, isVerified: false },
    stranger: { email: 'stranger@example.org', isVerified: true },
    removed: { email: removed.email, isVerified: true },
  }
  const signInWith = async (user: keyof typeof users, then = '/account') => {
    const started = await site.get(`/sign-in/openid?then=${encodeURIComponent(then)}`)
    const back = await provider.walk(started.headers.get('location') ?? '', user)
    const cookie = cookiesAfter(started)
    const finished = await site.get(back, cookie)
    return { finished, cookie: cookiesAfter(finished, cookie), back }
  }

  it('says so when the provider does not answer, and works once it does', async () => {
    const down = await site.get('/sign-in/openid')
    assert.equal(down.status, 503)
    assert.match(await down.text(), /Signing in with CIS2 did not work/)
    provider.open(site.baseUrl, users)
    assert.equal((await site.get('/sign-in/openid')).status, 302)
  })

  it('is offered on the sign-in page by its name', async () => {
    assert.match(await (await site.get('/sign-in')).text(), /Sign in with CIS2/)
  })

  it('lets in a person who is known here by the e-mail address that the provider has verified', async () => {
    const { finished, cookie } = await signInWith('lead', '/my-work')
    assert.equal(finished.headers.get('location'), '/my-work')
    const page = await (await site.get('/account', cookie)).text()
    assert.match(page, /CIS2/)
    const again = await signInWith('lead')
    assert.equal((await site.get('/account', again.cookie)).status, 200)
    const accounts = await site.store.db
      .selectFrom('person_account')
      .select('provider')
      .where('person', '=', lead.id)
      .execute()
    assert.deepEqual(accounts.map(({ provider }) => provider).sort(), ['credential', 'openid'])
    const log = await site.store.db
      .selectFrom('access_log')
      .select('detail')
      .where('person', '=', lead.id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    assert.deepEqual(log?.detail, { with: 'CIS2' })
  })

  for (const user of ['stranger', 'impostor'] as const) {
    it(`lets in nobody else, and makes nobody: ${user}`, async () => {
      const before = await site.store.db.selectFrom('person').select('id').execute()
      const { finished, cookie } = await signInWith(user)
      const page = await site.get(finished.headers.get('location') ?? '', cookie)
      assert.equal(page.status, 403)
      assert.match(await page.text(), /An administrator has to add you first/)
      assert.equal((await site.get('/account', cookie)).status, 302)
      const after = await site.store.db.selectFrom('person').select('id').execute()
      assert.equal(after.length, before.length)
    })
  }

  it('refuses one whose roles were taken away', async () => {
    await site.store.db.deleteFrom('membership').where('person', '=', removed.id).execute()
    const { finished, cookie } = await signInWith('removed')
    const page = await site.get(finished.headers.get('location') ?? '', cookie)
    assert.equal(page.status, 403)
    assert.match(await page.text(), /You have no role/)
    assert.equal((await site.get('/account', cookie)).status, 302)
  })

  it('takes an answer of the provider once, and in the browser that asked only', async () => {
    const { back, cookie } = await signInWith('lead')
    for (const jar of [cookie, undefined]) {
      const replayed = await site.get(back, jar)
      assert.equal(
        new URL(replayed.headers.get('location') ?? '', site.baseUrl).pathname,
        '/sign-in/openid/refused',
      )
    }
    const started = await site.get('/sign-in/openid')
    const elsewhere = await provider.walk(started.headers.get('location') ?? '', 'lead')
    const stolen = await site.get(elsewhere)
    assert.equal(
      new URL(stolen.headers.get('location') ?? '', site.baseUrl).pathname,
      '/sign-in/openid/refused',
    )
    assert.ok(
      !stolen.headers
        .getSetCookie()
        .some((each) => each.includes('session_token') && !/max-age=0/i.test(each)),
    )
  })

  it('does not exist where no provider is configured', async () => {
    const plain = await testSite({ store: site.store })
    for (const path of ['/sign-in/openid', '/sign-in/openid/refused', '/api/auth/callback/openid']) {
      assert.equal((await plain.get(path)).status, 404, path)
    }
  })
})
