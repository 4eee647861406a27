/** Every route of the site: declared with what it needs, and closed to those who do not have it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Action, actions, allows, allowsSomewhere } from '#core/access/may.ts'
import { nationRoles, type Role, serviceRoles } from '#core/access/role.ts'
import { testSite } from '#test/support/site.ts'
import type { Need } from '#web/route.ts'

const roles: readonly Role[] = [...nationRoles, ...serviceRoles]

/** An address that a path matches: each parameter filled with something of its shape. */
function addressOf(path: string): string {
  return path.replaceAll(
    /:([a-zA-Z]+)(\{([^/]*?(?:\{\d+\})?[^/]*?)\})?(?=\/|\.|$)/g,
    (_, name: string, _braces, pattern: string | undefined) => {
      if (pattern?.includes('36')) return '00000000-0000-4000-8000-000000000000'
      if (pattern?.includes('{16}')) return '0123456789abcdef'
      if (pattern && /^[a-z|.\\]+$/.test(pattern)) return pattern.split('|')[0] ?? ''
      return name === 'code' ? 'ZTEST' : 'none'
    },
  )
}

describe('the routes', async () => {
  const site = await testSite()
  const { declared, app } = site.site

  it('are each declared with what they need, and there is no other', () => {
    const known = new Set(declared.map(({ method, path }) => `${method} ${path}`))
    const others = app.routes
      .filter(({ method }) => method !== 'ALL')
      .filter(({ method, path }) => !known.has(`${method} ${path}`))
    assert.deepEqual(
      others.map(({ method, path }) => `${method} ${path}`),
      [],
    )
    assert.ok(declared.length > 30)
    // Each of the tests below walks those of one need.
    for (const kind of ['anyone', 'link', 'api-key', 'may', 'may-at-own'])
      assert.ok(
        declared.some(({ need }) => need.kind === kind),
        kind,
      )
    for (const { need } of declared)
      assert.ok(
        'action' in need ? actions.includes(need.action) : ['anyone', 'link', 'api-key'].includes(need.kind),
      )
  })

  it('answer any method through middleware only where the whole site or a section shares it', () => {
    // Middleware only; each that is added here has been looked at: it must end no request with a page.
    const looked = new Set(['/*', '/answer', '/answer/*', '/answer/with/*', '/census/*'])
    const shared = app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path)
    assert.deepEqual(
      shared.filter((path) => !looked.has(path)),
      [],
    )
  })

  it('would be found out when added without saying what they need', async () => {
    const { app: other, declared: own } = (await testSite({ store: site.store })).site
    other.get('/secret', (c) => c.text('open'))
    const known = new Set(own.map(({ method, path }) => `${method} ${path}`))
    assert.ok(other.routes.some(({ method, path }) => method !== 'ALL' && !known.has(`${method} ${path}`)))
  })

  it('send whoever is not signed in to sign in, and back to where they were going', async () => {
    for (const { method, path, need } of declared) {
      if (!('action' in need)) continue
      const address = addressOf(path)
      const response = method === 'GET' ? await site.get(address) : await site.post(address, {})
      assert.equal(response.status, 302, `${method} ${path}`)
      const then = method === 'GET' ? `?then=${encodeURIComponent(address)}` : ''
      assert.equal(response.headers.get('location'), `/sign-in${then}`, `${method} ${path}`)
      await response.body?.cancel()
    }
  })

  it('answer under the strict headers, whatever they answer', async () => {
    const cookie = await site.signInAs('administrator')
    const asked = declared.filter(({ method }) => method === 'GET').map(({ path }) => addressOf(path))
    for (const address of [...asked, '/nothing-here', '/assets/none.js', '/%00']) {
      const response = await site.get(address, cookie)
      assert.match(response.headers.get('content-security-policy') ?? '', /^default-src 'none'/, address)
      assert.equal(response.headers.get('x-frame-options'), 'DENY', address)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', address)
      await response.body?.cancel()
    }
  })

  it('send whoever has no personal link to a page that says so', async () => {
    for (const { method, path, need } of declared) {
      if (need.kind !== 'link') continue
      const response =
        method === 'GET' ? await site.get(addressOf(path)) : await site.post(addressOf(path), {})
      assert.equal(response.headers.get('location'), '/answer/link-needed', `${method} ${path}`)
      await response.body?.cancel()
    }
  })

  it('of programs are closed to whoever shows no key, signed in or not', async () => {
    const cookie = await site.signInAs('io-lead')
    for (const { method, path, need } of declared) {
      if (need.kind !== 'api-key') continue
      for (const headers of [{}, { cookie }, { cookie, authorization: 'Bearer none' }]) {
        const response = await fetch(new URL(addressOf(path), site.baseUrl), { method, headers })
        assert.equal(response.status, 401, `${method} ${path}`)
        assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8')
        await response.body?.cancel()
      }
    }
  })

  it('refuse a signed-in person whose roles do not open them', async () => {
    const cookies = new Map<Role, string>()
    for (const role of roles) cookies.set(role, await site.signInAs(role))
    for (const { method, path, need } of declared) {
      if (!('action' in need)) continue
      for (const role of roles.filter((each) => !opens(each, need))) {
        const address = addressOf(path)
        const cookie = cookies.get(role)
        const response =
          method === 'GET' ? await site.get(address, cookie) : await site.post(address, {}, cookie)
        assert.equal(response.status, 403, `${role}: ${method} ${path}`)
        await response.body?.cancel()
      }
    }
  })

  it('refuse a form of a signed-in person that names no origin; of programs, for want of a key', async () => {
    const cookie = await site.signInAs('administrator')
    for (const { method, path, need } of declared) {
      if (method !== 'POST') continue
      for (const body of [new URLSearchParams({ sure: 'yes' }), new FormData()]) {
        const address = new URL(addressOf(path), site.baseUrl)
        const sent = { method, redirect: 'manual', headers: { cookie }, body } as const
        const response: Response = await fetch(address, sent)
        assert.equal(response.status, need.kind === 'api-key' ? 401 : 403, path)
        await response.body?.cancel()
      }
    }
  })

  it('refuse any form that another site sends, signed in or not', async () => {
    const cookie = await site.signInAs('administrator')
    for (const { method, path } of declared) {
      if (method !== 'POST') continue
      const response = await fetch(new URL(addressOf(path), site.baseUrl), {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: 'https://evil.example' },
        body: new URLSearchParams({ sure: 'yes' }),
      })
      assert.equal(response.status, 403, path)
      assert.match(await response.text(), /That came from another site/, path)
    }
  })
})

/** At the organisation of their own role, or anywhere. */
function opens(role: Role, need: Extract<Need, { action: Action }>): boolean {
  const organisation = (serviceRoles as readonly Role[]).includes(role) ? 'ZTEST' : null
  const memberships = [{ role, organisation }]
  if (need.kind === 'may-at-own') return allowsSomewhere(memberships, need.action)
  return allows(memberships, need.action, 'ZTEST') || allows(memberships, need.action, null)
}
