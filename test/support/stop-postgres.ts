/** Stops the tests' PostgreSQL at the end of a run, unless the tests of another run are present. */

import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startEmbedded } from '#store/embedded.ts'
import { findRunning } from '#store/postmaster.ts'
import { testPostgresFolder } from './postgres.ts'

if (findRunning(testPostgresFolder)) {
  const { url, pid } = await startEmbedded({ folder: testPostgresFolder, durable: false, stays: true })
  const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url))
  const asked = { KEEPER_URL: url, KEEPER_PID: String(pid), KEEPER_SECONDS: '0' }
  spawnSync(process.execPath, [keeper], { env: { ...process.env, ...asked }, timeout: 10_000 })
  for (let waited = 0; findRunning(testPostgresFolder)?.pid === pid && waited < 2000; waited += 50)
    await pause(50)
}
