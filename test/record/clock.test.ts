/** The server's clock is set back between two entries: the record's order stays, and it verifies. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { append } from '#store/record/append.ts'
import { verifyStore } from '#store/record/verify.ts'
import { testStore } from '#test/support/store.ts'
import { says } from './support.ts'

const store = await testStore()
await store.owner.query(`
  create schema wrong_clock;
  grant usage on schema wrong_clock to public;
  create function wrong_clock.clock_timestamp() returns timestamptz language sql as
    $$ select pg_catalog.clock_timestamp() + current_setting('wrong_clock.ahead')::interval $$`)

/** Says something while the database's clock is wrong by so much. */
const saidWhile = (ahead: string, text: string) =>
  store.db.transaction().execute(async (tx) => {
    // A schema before the catalogue's takes the place of its functions.
    await sql`set local search_path = wrong_clock, public, pg_catalog`.execute(tx)
    await sql`select set_config('wrong_clock.ahead', ${ahead}, true)`.execute(tx)
    const done = await append(tx, says(text, { subject: 'service:CLOCK' }))
    assert.equal(done.outcome, 'appended')
    return done.outcome === 'appended' ? done.entry : assert.fail()
  })

it('entries keep their order when the clock is set back an hour, or a day', async () => {
  const ahead = await saidWhile('1 day', 'by a clock a day ahead')
  assert.ok(Date.parse(ahead.recordedAt) - Date.now() > 23 * 3_600_000, 'the clock was ahead')
  const right = await saidWhile('0', 'by a clock that was put right')
  const behind = await saidWhile('-1 hour', 'by a clock an hour behind')
  assert.deepEqual(
    [ahead, right, behind].map(({ position }) => position),
    [1, 2, 3],
  )
  assert.equal(right.previous, ahead.digest)
  assert.equal(right.recordedAt, ahead.recordedAt)
  assert.equal(behind.recordedAt, ahead.recordedAt)
  const { firstFault } = await verifyStore(store.db, { publicKeys: [] })
  assert.equal(firstFault, null)
})
