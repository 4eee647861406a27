/** Forms posted to the real site by somebody with a session, as fast as it answers. */

import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { readConfig } from '#config'
import type { Membership } from '#core/access/role.ts'
import { addPerson, giveRole } from '#store/access/roles.ts'
import { makeSession } from '#store/access/sessions.ts'
import type { Store } from '#store/open.ts'
import { buildAssets } from '#web/assets/build.ts'
import { type Routes, routesOf } from '#web/route.ts'
import { createSite } from '#web/server.ts'
import { createSignIn } from '#web/sign-in/sign-in.ts'
import { median } from './slices.ts'

const seconds = 0.7
const rounds = 9

export interface BenchSite {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Of somebody who is signed in. */
  readonly headers: { readonly cookie: string; readonly origin: string }
  readonly person: string
  readonly close: () => Promise<void>
}

/** The real site, and a person of these roles signed in; `declare` adds routes, declared as all are. */
export async function benchSite(
  store: Store,
  memberships: readonly [Membership, ...Membership[]],
  declare: (routes: Routes) => void = () => undefined,
): Promise<BenchSite> {
  await buildAssets()
  const config = readConfig({ BASE_URL: 'http://localhost' })
  const signIn = createSignIn({ config, store, authSecret: 'a secret for the benchmark, of 40 characters' })
  const { app } = createSite({ config, store, signIn })
  declare(routesOf(app))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  const [membership, ...others] = memberships
  const { person } = await addPerson(
    store.db,
    { name: 'Bench', email: 'bench@example.org', membership },
    'bench',
  )
  for (const other of others) await giveRole(store.db, person, other, 'bench')
  const { token } = await makeSession(store.db, { person, userAgent: null, now: new Date() })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    headers: { cookie: signIn.cookie.header(token), origin: config.baseUrl },
    person,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** One form, to one address. */
export interface Sent {
  readonly path?: string
  readonly body: string
}

/** Somewhere that forms are posted; `form` makes each of them. */
export interface Target {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly form: () => Sent
}

/** Forms a second that each takes, in turns. */
export async function posted<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
  clients: number,
): Promise<Record<Name, number>> {
  const named = Object.entries(targets) as [Name, Target][]
  const taken = new Map<Name, number[]>(named.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, target] of named) taken.get(name)?.push(await load(target, clients))
  return Object.fromEntries(named.map(([name]) => [name, median(taken.get(name) ?? [])])) as Record<
    Name,
    number
  >
}

async function load({ url, headers = {}, form }: Target, connections: number): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    requests: [{ setupRequest: (request) => ({ ...request, ...form() }) }],
  })
  const refused = result['4xx'] + result['5xx'] + result.errors
  if (refused > 0) throw new Error(`${refused} requests to ${form().path ?? url} were refused`)
  return Math.round(result.requests.total / result.duration)
}
