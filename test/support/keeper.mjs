/** Stops the tests' PostgreSQL when nobody has been connected to it for half a minute. */

import pg from 'pg'

const client = new pg.Client({ connectionString: process.env.KEEPER_URL })
// The server went by itself: nothing is left to keep.
client.on('error', () => process.exit())

try {
  await client.connect()
  // One keeper a server.
  const { rows } = await client.query("select pg_try_advisory_lock(hashtext('keeper')) as mine")
  if (!rows[0].mine) process.exit()
  for (let idleSeconds = 0; idleSeconds < 30; ) {
    await new Promise((later) => setTimeout(later, 3000))
    const others = await client.query(
      "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    idleSeconds = others.rows[0].n === 0 ? idleSeconds + 3 : 0
  }
  process.kill(Number(process.env.KEEPER_PID), 'SIGINT')
} catch {
  // As above.
}
process.exit()
