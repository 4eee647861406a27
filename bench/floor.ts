/** The floor of every write: one row of as many bytes, committed by itself, with nothing checked, in process and as a route. */

import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import type { Draft } from '#core/record/entry.ts'

export const floorTable = `
  create table bench_floor (id uuid primary key, bytes text not null);
  grant all on bench_floor to fourth_pillar_app;`

export interface BareRows {
  readonly write: (bytes: number) => Promise<void>
  readonly close: () => Promise<void>
}

export function bareRows(url: string): BareRows {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  // The server is stopped while its connections may still be closing.
  pool.on('error', () => undefined)
  const rows = new Map<number, string>()
  const text = 'insert into bench_floor (id, bytes) values ($1, $2)'
  return {
    write: async (bytes) => {
      const row = rows.get(bytes) ?? randomBytes(Math.ceil(bytes / 2)).toString('hex')
      rows.set(bytes, row)
      await pool.query({ name: 'floor', text, values: [uuid(), row] })
    },
    close: () => pool.end(),
  }
}

/** The route that takes a form at /bare/:bytes: no session, no check, no chain; one row. */
export async function bareRoute(databaseUrl: string) {
  const rows = bareRows(databaseUrl)
  const app = new Hono()
  app.post('/bare/:bytes', async (c) => {
    await c.req.text()
    await rows.write(Number(c.req.param('bytes')))
    return c.redirect('/census', 303)
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bare`,
    close: async () => {
      await new Promise((done) => server.close(done))
      await rows.close()
    },
  }
}

/** What an entry holds: its fields, its body, four digests and salt of 32 bytes. */
export function entryBytes(draft: Draft): number {
  const { subject, author, role, organisation, kind, occurredAt, body } = draft
  const at = occurredAt.toISOString()
  const place = { id: uuid(), position: 1, recordedAt: at, occurredAt: at, corrects: null, previous: '' }
  const fields = { subject, author, role, organisation, kind: kind.name, version: kind.version, ...place }
  return JSON.stringify(fields).length + JSON.stringify(body).length + 4 * 32
}
