/** better-auth's own idea of its tables, beside the migration that makes them under our words. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { testSite } from '#test/support/site.ts'

describe('the tables of signing in', async () => {
  const site = await testSite()

  it('lack nothing that better-auth, as it is set up, would add', async () => {
    const options = { ...site.signIn.auth.options, database: site.store.owner }
    const { toBeCreated, toBeAdded } = await getMigrations(options)
    assert.deepEqual(
      toBeCreated.map(({ table }) => table),
      [],
    )
    assert.deepEqual(
      toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)]),
      [],
    )
  })
})
