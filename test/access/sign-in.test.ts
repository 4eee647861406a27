/** Signing in with a password and a code, through the real site. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cookiesAfter, testSite } from '#test/support/site.ts'
import { codeOf, goodPassword, personWithPassword, setUpCodes, signedIn } from './people.ts'

describe('signing in with a password', async () => {
  const site = await testSite()

  it('opens a session in a cookie that scripts and other sites cannot use, and goes where one was going', async () => {
    const { email, id } = await personWithPassword(site)
    const response = await site.post('/sign-in', {
      email: email.toUpperCase(),
      password: goodPassword,
      next: '/people?page=2',
    })
    assert.equal(response.status, 303)
    assert.equal(response.headers.get('location'), '/people?page=2')
    const cookie = response.headers.getSetCookie().find((each) => each.includes('session_token')) ?? ''
    assert.match(cookie, /; HttpOnly/i)
    assert.match(cookie, /; SameSite=Lax/i)
    assert.match(cookie, /; Path=\//i)
    assert.doesNotMatch(cookie, /; Secure/i)
    const page = await site.get('/my-work', cookiesAfter(response))
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    const log = await site.store.db
      .selectFrom('access_log')
      .select(['event', 'by'])
      .where('person', '=', id)
      .execute()
    assert.deepEqual(log.at(-1), { event: 'signed-in', by: id })
  })

  it('marks the cookie as secure where the site is reached by https', async () => {
    const secure = await testSite({ store: site.store, config: { baseUrl: 'https://fourth-pillar.example' } })
    const { email } = await personWithPassword(site)
    const response = await fetch(`${secure.baseUrl}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://fourth-pillar.example' },
      body: new URLSearchParams({ email, password: goodPassword }),
    })
    const cookie = response.headers.getSetCookie().find((each) => each.includes('session_token')) ?? ''
    assert.match(cookie, /^__Secure-/)
    assert.match(cookie, /; Secure/i)
    const page = await fetch(`${secure.baseUrl}/my-work`, {
      redirect: 'manual',
      headers: { cookie: cookiesAfter(response) },
    })
    assert.equal(page.status, 200)
  })

  it('says the same to a wrong password and to an unknown e-mail address', async () => {
    const { email, id } = await personWithPassword(site)
    const wrong = await site.post('/sign-in', { email, password: 'not the password' })
    const unknown = await site.post('/sign-in', { email: 'nobody@example.org', password: 'not the password' })
    assert.deepEqual([wrong.status, unknown.status], [422, 422])
    const [one, other] = [await wrong.text(), await unknown.text()]
    assert.equal(one.replaceAll(email, 'E'), other.replaceAll('nobody@example.org', 'E'))
    assert.match(one, /do not match/)
    assert.equal(wrong.headers.getSetCookie().length, 0)
    const log = await site.store.db
      .selectFrom('access_log')
      .select('event')
      .where('person', '=', id)
      .execute()
    assert.equal(log.at(-1)?.event, 'sign-in-refused')
  })

  it('asks for what is missing, beside the field and in the summary', async () => {
    const text = await (await site.post('/sign-in', { email: 'not an address' })).text()
    assert.match(text, /<title>Error: Sign in/)
    assert.match(text, /href="#email">Enter an e-mail address/)
    assert.match(text, /id="password--error-message"/)
  })

  it('makes one wait after repeated wrong passwords, even with the right one, and lets others in', async () => {
    const { email } = await personWithPassword(site)
    for (let attempt = 0; attempt < 6; attempt++) {
      assert.equal((await site.post('/sign-in', { email, password: `wrong ${attempt}` })).status, 422)
    }
    const seventh = await site.post('/sign-in', { email, password: goodPassword })
    assert.equal(seventh.status, 429)
    assert.ok(Number(seventh.headers.get('retry-after')) > 500)
    assert.match(await seventh.text(), /Wait 10 minutes/)
    assert.equal(seventh.headers.getSetCookie().length, 0)
    const other = await personWithPassword(site)
    assert.equal((await site.post('/sign-in', { email: other.email, password: goodPassword })).status, 303)
  })

  it('counts attempts that arrive together, too', async () => {
    const { email } = await personWithPassword(site)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, attempt) =>
        site.post('/sign-in', { email, password: `wrong ${attempt}` }),
      ),
    )
    assert.equal(answers.filter((answer) => answer.status === 422).length, 6)
    assert.equal(answers.filter((answer) => answer.status === 429).length, 6)
  })

  it('leads nowhere but to this site', async () => {
    const { email } = await personWithPassword(site)
    const elsewhere = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/%0d%0a//x\t',
      'javascript:alert(1)',
      '/sign-out',
    ]
    for (const next of elsewhere) {
      const response = await site.post('/sign-in', { email, password: goodPassword, next })
      const target = new URL(response.headers.get('location') ?? '', site.baseUrl)
      assert.equal(target.origin, new URL(site.baseUrl).origin, next)
      if (!next.startsWith('/%')) assert.equal(target.pathname, '/my-work', next)
    }
    const page = await (await site.get(`/sign-in?then=${encodeURIComponent('//evil.example')}`)).text()
    assert.doesNotMatch(page, /evil/)
  })

  it('takes forms from its own pages only', async () => {
    const { email } = await personWithPassword(site)
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]) {
      const response = await fetch(`${site.baseUrl}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: headers as Record<string, string>,
        body: new URLSearchParams({ email, password: goodPassword }),
      })
      assert.equal(response.status, 403)
      assert.match(await response.text(), /That came from another site/)
      assert.equal(response.headers.getSetCookie().length, 0)
    }
  })

  it('ends with signing out: the same cookie opens nothing any more', async () => {
    const { email } = await personWithPassword(site)
    const cookie = await signedIn(site, email)
    assert.equal((await site.get('/my-work', cookie)).status, 200)
    assert.equal((await site.post('/sign-out', {}, cookie)).status, 303)
    assert.match((await site.get('/my-work', cookie)).headers.get('location') ?? '', /^\/sign-in/)
  })

  it('honours a session that was ended elsewhere for two seconds at most', async () => {
    const { cookie, id } = await site.personAs('researcher')
    assert.equal((await site.get('/my-work', cookie)).status, 200)
    await site.store.db.deleteFrom('person_session').where('person', '=', id).execute()
    await new Promise((done) => setTimeout(done, 2100))
    assert.equal((await site.get('/my-work', cookie)).status, 302)
  })

  it('does not take a token whose signature is another’s, nor a session that is over', async () => {
    const { cookie, id } = await site.personAs('researcher')
    assert.equal((await site.get('/my-work', cookie.replace(/=.{4}/, '=AAAA'))).status, 302)
    await site.store.db
      .updateTable('person_session')
      .set({ expires_at: new Date(0) })
      .where('person', '=', id)
      .execute()
    site.signIn.forget()
    assert.equal((await site.get('/my-work', cookie)).status, 302)
  })

  it('refuses one who has no role any more, in words, without a session', async () => {
    const { email, id } = await personWithPassword(site)
    await site.store.db.deleteFrom('membership').where('person', '=', id).execute()
    const response = await site.post('/sign-in', { email, password: goodPassword })
    assert.equal(response.status, 403)
    assert.match(await response.text(), /You have no role in Fourth Pillar/)
    assert.equal(response.headers.getSetCookie().length, 0)
    const sessions = await site.store.db
      .selectFrom('person_session')
      .select('id')
      .where('person', '=', id)
      .execute()
    assert.equal(sessions.length, 0)
  })

  it('offers no sign-up and none of better-auth’s own addresses but those that the pages need', async () => {
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'change-password',
      'two-factor/disable',
      'update-user',
      'delete-user',
    ]) {
      const response = await fetch(`${site.baseUrl}/api/auth/${path}`, {
        method: 'POST',
        headers: { origin: site.baseUrl, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'new@example.org', password: goodPassword, name: 'New' }),
      })
      assert.equal(response.status, 404, path)
    }
    assert.equal((await site.get('/api/auth/get-session')).status, 404)
  })
})

describe('codes from an app', async () => {
  const site = await testSite()
  // Each code works once, and setting up took the present one.
  const soon = () => Date.now() + 30_000

  it('are set up with the password, a picture of the key and a first code; then each sign-in asks for one', async () => {
    const { email } = await personWithPassword(site)
    const first = await signedIn(site, email)
    const refused = await site.post('/account/codes-start', { password: 'not it' }, first)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /That is not your password/)
    const { key, backupCodes, cookie, page } = await setUpCodes(site, first)
    assert.match(page, /<svg class="fp-qr"/)
    assert.equal(backupCodes.length, 10)
    assert.match(await (await site.get('/account', cookie)).text(), /<strong>On\.<\/strong>/)

    const password = await site.post('/sign-in', { email, password: goodPassword, next: '/account' })
    assert.equal(password.headers.get('location'), '/sign-in/code?then=%2Faccount')
    const half = cookiesAfter(password)
    assert.equal((await site.get('/account', half)).status, 302, 'a password alone opens nothing')
    assert.equal((await site.post('/sign-in/code', { code: '000000' }, half)).status, 422)
    const whole = await site.post('/sign-in/code', { code: codeOf(key, soon()), next: '/account' }, half)
    assert.equal(whole.headers.get('location'), '/account')
    assert.equal((await site.get('/account', cookiesAfter(whole, half))).status, 200)
  })

  it('are taken once each', async () => {
    const { email } = await personWithPassword(site)
    const { key } = await setUpCodes(site, await signedIn(site, email))
    const code = codeOf(key, soon())
    const halves = []
    for (const _ of [1, 2])
      halves.push(cookiesAfter(await site.post('/sign-in', { email, password: goodPassword })))
    assert.equal((await site.post('/sign-in/code', { code }, halves[0])).status, 303)
    const again = await site.post('/sign-in/code', { code }, halves[1])
    assert.equal(again.status, 422)
    assert.match(await again.text(), /used already/)
    assert.equal((await site.get('/account', cookiesAfter(again, halves[1]))).status, 302)
  })

  it('have backup codes that each work once', async () => {
    const { email } = await personWithPassword(site)
    const { backupCodes } = await setUpCodes(site, await signedIn(site, email))
    const code = backupCodes[0] ?? ''
    const half = cookiesAfter(await site.post('/sign-in', { email, password: goodPassword }))
    assert.equal((await site.post('/sign-in/code', { code, kind: 'backup' }, half)).status, 303)
    const again = cookiesAfter(await site.post('/sign-in', { email, password: goodPassword }))
    const refused = await site.post('/sign-in/code', { code, kind: 'backup' }, again)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /not one of your unused backup codes/)
  })

  it('end the sign-in after five wrong ones', async () => {
    const { email } = await personWithPassword(site)
    const { key } = await setUpCodes(site, await signedIn(site, email))
    const half = cookiesAfter(await site.post('/sign-in', { email, password: goodPassword }))
    for (let attempt = 0; attempt < 5; attempt++) await site.post('/sign-in/code', { code: '000000' }, half)
    const right = await site.post('/sign-in/code', { code: codeOf(key, soon()) }, half)
    assert.equal(right.status, 422)
    assert.match(await right.text(), /Sign in again/)
  })

  it('are turned off with the password only', async () => {
    const { email } = await personWithPassword(site)
    const { cookie } = await setUpCodes(site, await signedIn(site, email))
    assert.equal((await site.post('/account/codes-off', { password: 'not it' }, cookie)).status, 422)
    assert.equal((await site.post('/account/codes-off', { password: goodPassword }, cookie)).status, 303)
    const response = await site.post('/sign-in', { email, password: goodPassword })
    assert.equal(response.headers.get('location'), '/my-work')
  })
})

describe('the account', async () => {
  const site = await testSite()

  it('changes the password with the present one, and signs out everywhere else', async () => {
    const { email } = await personWithPassword(site)
    const [here, elsewhere] = [await signedIn(site, email), await signedIn(site, email)]
    const fresh = 'another good sentence'
    const form = { current: goodPassword, password: fresh, again: fresh }
    assert.equal((await site.post('/account/password', { ...form, current: 'wrong' }, here)).status, 422)
    assert.match(
      await (await site.post('/account/password', { ...form, password: 'short' }, here)).text(),
      /12 characters or more/,
    )
    const changed = await site.post('/account/password', form, here)
    assert.equal(changed.status, 303)
    assert.equal((await site.get('/account', cookiesAfter(changed, here))).status, 200)
    assert.equal((await site.get('/account', elsewhere)).status, 302)
    assert.equal((await site.post('/sign-in', { email, password: goodPassword })).status, 422)
    assert.equal((await site.post('/sign-in', { email, password: fresh })).status, 303)
  })

  it('lists where one is signed in, and ends the others', async () => {
    const { email } = await personWithPassword(site)
    const [here, elsewhere] = [await signedIn(site, email), await signedIn(site, email)]
    assert.match(await (await site.get('/account', here)).text(), /Sign out everywhere else/)
    await site.post('/account/sign-out-elsewhere', {}, here)
    assert.equal((await site.get('/account', here)).status, 200)
    assert.equal((await site.get('/account', elsewhere)).status, 302)
  })

  it('says that a password alone is little, until there is a second step', async () => {
    const { email } = await personWithPassword(site)
    const cookie = await signedIn(site, email)
    assert.match(await (await site.get('/my-work', cookie)).text(), /Only a password protects your account/)
    const after = await setUpCodes(site, cookie)
    assert.doesNotMatch(await (await site.get('/my-work', after.cookie)).text(), /Only a password/)
  })
})
