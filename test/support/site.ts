/** The whole site on a port of its own, for tests that go through HTTP or a browser. */

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { type Config, readConfig } from '#config'
import { type Membership, type Role, serviceRoles } from '#core/access/role.ts'
import { addPerson } from '#store/access/roles.ts'
import { makeSession } from '#store/access/sessions.ts'
import { buildAssets } from '#web/assets/build.ts'
import { createSite, type Site } from '#web/server.ts'
import { createSignIn, type SignIn } from '#web/sign-in/sign-in.ts'
import { type TestStore, testStore } from './store.ts'

export interface TestSite {
  readonly site: Site
  readonly store: TestStore
  readonly config: Config
  readonly signIn: SignIn
  /** `http://localhost:PORT`; forms have to name it as their origin (see `post`). */
  readonly baseUrl: string
  /** Somebody new with this role, signed in: the value of their `Cookie` header. */
  readonly signInAs: (role: Role, organisation?: string) => Promise<string>
  /** The same, with the person's id. */
  readonly personAs: (
    role: Role,
    organisation?: string,
  ) => Promise<{ readonly id: string; readonly cookie: string }>
  /** Fetches an address of the site and does not follow redirects. */
  readonly get: (path: string, cookie?: string) => Promise<Response>
  /** Sends a form as the site's own pages do, and does not follow redirects. */
  readonly post: (path: string, form: Readonly<Record<string, string>>, cookie?: string) => Promise<Response>
  readonly close: () => Promise<void>
}

export interface TestSiteOptions {
  /** Over or above the defaults: `{ demonstration: true }`, `{ oidc: ... }`. */
  readonly config?: Partial<Config> | ((baseUrl: string) => Partial<Config>)
  /** A store that is open already; it is not closed with the site. */
  readonly store?: TestStore
  readonly now?: () => Date
  /** Told of every request that reaches the site, with what the site answered. */
  readonly watch?: (request: Request, response: Response) => void
}

/**
 * Client and site share a process here: while a test keeps it busy, the site's time of five seconds for an idle
 * connection runs out, and closes the one by which the next request has just gone out.
 */
const keepAliveTimeout = 600_000

/** Closed at the latest after the file's tests: where a filter of names skips a suite, its own `after` is not run. */
const open = new Set<TestSite>()
after(async () => {
  await Promise.all([...open].map((site) => site.close()))
})

const testAuthSecret = 'a secret for tests only, of 40 characters'

/** A running site. It is closed after the tests of the file when the test does not close it. */
export async function testSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const [store] = await Promise.all([options.store ?? testStore(), buildAssets()])
  let handle: (request: Request, env: object) => Response | Promise<Response> = () =>
    new Response(null, { status: 503 })
  const server = createServer(
    { keepAliveTimeout },
    getRequestListener((request, env) => handle(request, env)),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  const extra = typeof options.config === 'function' ? options.config(baseUrl) : options.config
  const config: Config = { ...readConfig({ BASE_URL: baseUrl }), ...extra }
  const signIn = createSignIn({ config, store, authSecret: testAuthSecret })
  const site = createSite({ config, store, signIn, ...(options.now ? { now: options.now } : {}) })
  const { watch } = options
  handle = watch
    ? async (request, env) => {
        const response = await site.app.fetch(request, env)
        watch(request, response)
        return response
      }
    : site.app.fetch

  const personAs: TestSite['personAs'] = async (role, organisation) => {
    const membership = await membershipFor(store, role, organisation)
    const person = { name: `Test ${role}`, email: `${role}-${randomUUID()}@example.org`, membership }
    const { person: id } = await addPerson(store.db, person, 'test')
    const { token } = await makeSession(store.db, { person: id, userAgent: 'test', now: new Date() })
    return { id, cookie: signIn.cookie.header(token) }
  }
  let closing: Promise<void> | null = null
  const close = async () => {
    open.delete(test)
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    if (!options.store) await store.close()
  }
  const test: TestSite = {
    site,
    store,
    config,
    signIn,
    baseUrl,
    personAs,
    signInAs: async (role, organisation) => (await personAs(role, organisation)).cookie,
    get: (path, cookie) =>
      fetch(new URL(path, baseUrl), { redirect: 'manual', ...(cookie ? { headers: { cookie } } : {}) }),
    post: (path, form, cookie) =>
      fetch(new URL(path, baseUrl), {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: baseUrl, ...(cookie ? { cookie } : {}) },
        body: new URLSearchParams(form),
      }),
    close: () => {
      closing ??= close()
      return closing
    },
  }
  open.add(test)
  after(() => test.close())
  return test
}

/** A service's role needs an organisation: the one named, or a fictional one that is made for it. */
async function membershipFor(store: TestStore, role: Role, organisation?: string): Promise<Membership> {
  if (!(serviceRoles as readonly Role[]).includes(role)) return { role, organisation: null }
  const code = organisation ?? 'ZTEST'
  await store.db
    .insertInto('organisation')
    .values({
      code,
      name: `Test Hospitals ${code}`,
      nation: 'England',
      region: 'London',
      latitude: 51.5,
      longitude: -0.1,
      main_site: 'Test Hospital',
      fictional: true,
      source: 'made for a test',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { role, organisation: code }
}

/** What a response's `Set-Cookie` headers leave in a browser that had `before`: a `Cookie` header. */
export function cookiesAfter(response: Response, before = ''): string {
  const jar = new Map(before.split('; ').flatMap((pair) => (pair ? [split(pair)] : [])))
  for (const header of response.headers.getSetCookie()) {
    const [name, value] = split(header.split(';')[0] ?? '')
    if (value === '' || /max-age=0(;|$)/i.test(header)) jar.delete(name)
    else jar.set(name, value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
