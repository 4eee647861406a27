/** Entries a second through HTTP with a session, beside a bare route that only inserts a row of as many bytes. */

import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { Hono } from 'hono'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { readConfig } from '#config'
import { telephoneAttempt } from '#core/census/kinds.ts'
import { addPerson } from '#store/access/roles.ts'
import { makeSession } from '#store/access/sessions.ts'
import { attemptProjection } from '#store/census/telephone.ts'
import type { Store } from '#store/open.ts'
import { append } from '#store/record/append.ts'
import { buildAssets } from '#web/assets/build.ts'
import { fieldsOf } from '#web/components/form.ts'
import type { PageContext } from '#web/environment.ts'
import { may, routesOf } from '#web/route.ts'
import { createSite } from '#web/server.ts'
import { createSignIn } from '#web/sign-in/sign-in.ts'
import { withDurableStore } from './durable.ts'
import { draftOf, services, tables } from './record.ts'

const seconds = 1.5
const rounds = 9
const clientCounts = [1, 8]
const { body } = draftOf(0)
const callSchema = z.object({
  service: z.coerce
    .number()
    .int()
    .min(0)
    .max(services - 1),
  note: z.string().max(2000),
})

/** Ours runs the whole site's middleware: headers, size limit, origin, session, `may()`; then the whole write path. */
export async function benchHttp(print: (line: string) => void): Promise<void> {
  await buildAssets()
  await withDurableStore('http', tables, async (store, url) => {
    const bare = bareRoute(url)
    const { url: ours, cookie, origin, close } = await site(store)
    print('The same through HTTP with a session, beside a bare route that only inserts:')
    for (const clients of clientCounts) {
      const rates = { ours: [] as number[], floor: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        rates.floor.push(await load(`${bare.url}/bare`, clients, {}))
        rates.ours.push(await load(ours, clients, { cookie, origin }))
      }
      const [our, floor] = [median(rates.ours), median(rates.floor)]
      const named = clients === 1 ? '1 client' : `${clients} clients`
      print(
        `  ${named}: ${our} entries/s, floor ${floor} rows/s, ratio ${(our / floor).toFixed(2)} (at least 0.4)`,
      )
    }
    await close()
    await bare.close()
  })
}

/** The real site with one more route, declared as all are. */
async function site(store: Store) {
  const config = readConfig({ BASE_URL: 'http://localhost' })
  const signIn = createSignIn({ config, store, authSecret: 'a secret for the benchmark, of 40 characters' })
  const { app } = createSite({ config, store, signIn })
  routesOf(app).post('/bench/calls', may('census:telephone'), recordCall)
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  const membership = { role: 'interviewer' as const, organisation: null }
  const { person } = await addPerson(
    store.db,
    { name: 'Bench', email: 'bench@example.org', membership },
    'bench',
  )
  const { token } = await makeSession(store.db, { person, userAgent: null, now: new Date() })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bench/calls`,
    cookie: signIn.cookie.header(token),
    origin: config.baseUrl,
    close: () => new Promise((done) => server.close(done)),
  }
}

async function recordCall(c: PageContext) {
  const read = callSchema.safeParse(await fieldsOf(c))
  if (!read.success || !c.var.person) return c.text('not understood', 422)
  const { db } = c.var.store
  const draft = {
    ...draftOf(read.data.service),
    kind: telephoneAttempt,
    occurredAt: c.var.now(),
    author: `person:${c.var.person.id}`,
    body: { ...body, note: read.data.note },
  }
  const { outcome } = await append(db, draft, { alongside: attemptProjection })
  return outcome === 'appended' ? c.redirect('/census', 303) : c.text(outcome, 409)
}

/** The floor: no session, no check, no chain; one row of an entry's bytes. */
function bareRoute(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 })
  // The server is stopped while its connections may still be closing.
  pool.on('error', () => undefined)
  const row = randomBytes(330).toString('hex')
  const app = new Hono()
  app.post('/bare', async (c) => {
    await c.req.text()
    const text = 'insert into bench_floor (id, bytes) values ($1, $2)'
    await pool.query({ name: 'floor', text, values: [uuid(), row] })
    return c.redirect('/census', 303)
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async close() {
      await new Promise((done) => server.close(done))
      await pool.end()
    },
  }
}

async function load(url: string, connections: number, headers: Record<string, string>): Promise<number> {
  let service = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    requests: [
      {
        setupRequest: (request) => {
          service = (service + 1) % services
          return {
            ...request,
            body: new URLSearchParams({ service: String(service), note: body.note ?? '' }).toString(),
          }
        },
      },
    ],
  })
  const refused = result['4xx'] + result['5xx'] + result.errors
  if (refused > 0) throw new Error(`${refused} requests to ${new URL(url).pathname} were refused`)
  return Math.round(result.requests.average)
}

function median(rates: readonly number[]): number {
  return rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0
}
