/** The PostgreSQL that all test processes share, kept running between them. */

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Embedded, startEmbedded } from '#store/embedded.ts'

const folder = fileURLToPath(new URL('../../.cache/test-postgres', import.meta.url))

/**
 * Without fsync, started by whoever comes first. A keeper stops it when nobody has been connected for
 * half a minute.
 */
export async function testPostgres(): Promise<Embedded> {
  const server = await startEmbedded({ folder, durable: false, stays: true })
  const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url))
  spawn(process.execPath, [keeper], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, KEEPER_URL: server.url, KEEPER_PID: String(server.pid) },
  }).unref()
  return server
}
