/** The PostgreSQL that all test processes share, kept running between them. */

import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Embedded, startEmbedded } from '#store/embedded.ts'

export const testPostgresFolder = fileURLToPath(new URL('../../.cache/test-postgres', import.meta.url))

let started: Promise<Embedded> | null = null

/**
 * Without fsync, started by whoever comes first. A keeper stops it when nobody has been present for
 * half a minute; each test process is present until it ends.
 */
export function testPostgres(): Promise<Embedded> {
  started ??= startShared()
  return started
}

async function startShared(): Promise<Embedded> {
  for (let attempt = 1; ; attempt++) {
    const server = await startEmbedded({ folder: testPostgresFolder, durable: false, stays: true })
    if (await bePresent(server.url)) {
      keep(server)
      return server
    }
    if (attempt === 100) throw new Error('the PostgreSQL of the tests goes away again and again')
    await pause(200)
  }
}

/** Holds a lock that the keeper needs for stopping the server. False: it is just being stopped. */
async function bePresent(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ present: boolean }>(
      "select pg_try_advisory_lock_shared(hashtext('present')) as present",
    )
    // It is there for as long as the process, and does not make that any longer.
    if (rows[0]?.present) (client as pg.Client & { unref(): void }).unref()
    else await client.end()
    return rows[0]?.present ?? false
  } catch {
    return false
  }
}

function keep(server: Embedded): void {
  const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url))
  spawn(process.execPath, [keeper], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, KEEPER_URL: server.url, KEEPER_PID: String(server.pid) },
  }).unref()
}
