/** Stops the tests' PostgreSQL when no test process has been present for half a minute, or at once. */

import pg from 'pg'

const client = new pg.Client({ connectionString: process.env.KEEPER_URL, application_name: 'keeper' })
// The server went by itself: nothing is left to keep.
client.on('error', () => process.exit())
const patienceSeconds = Number(process.env.KEEPER_SECONDS ?? 30)

try {
  await client.connect()
  // One keeper a server; whoever is to stop it at once does not wait for that one.
  if (patienceSeconds > 0 && !(await takes('keeper'))) process.exit()
  for (let idleSeconds = 0; ; ) {
    if ((await isAlone()) && (await takes('present'))) {
      // Whoever comes now finds the lock taken, and waits for the next server.
      if (idleSeconds >= patienceSeconds) break
      await client.query("select pg_advisory_unlock(hashtext('present'))")
      idleSeconds += 3
    } else idleSeconds = 0
    if (patienceSeconds === 0) process.exit()
    await new Promise((later) => setTimeout(later, 3000))
  }
  process.kill(Number(process.env.KEEPER_PID), 'SIGINT')
} catch {
  // As above.
}
process.exit()

async function takes(lock) {
  const { rows } = await client.query('select pg_try_advisory_lock(hashtext($1)) as mine', [lock])
  return rows[0].mine
}

/** Processes that tests start are connected without being present. */
async function isAlone() {
  const { rows } = await client.query(
    "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> 'keeper'",
  )
  return rows[0].n === 0
}
