/** A scope's connection: statements travel together, a transaction and a scope within keep it to themselves. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from '#store/open.ts'
import { type Scope, withinScope } from '#store/scope.ts'
import { testStore } from '#test/support/store.ts'

const store = await testStore()

const scopeOf = (...organisations: string[]): Scope => ({ person: 'someone', organisations, ownOnly: true })

async function shown(db: Database): Promise<string> {
  const { rows } = await sql<{ codes: string[] }>`select scope_organisations() as codes`.execute(db)
  return rows[0]?.codes.join() ?? ''
}

async function setting(db: Database): Promise<string> {
  const { rows } = await sql<{
    value: string | null
  }>`select current_setting('lane.test', true) as value`.execute(db)
  return rows[0]?.value ?? ''
}

describe('the connection of a scope', () => {
  it('sends statements that are asked together before the first is answered', async () => {
    const made = await withinScope(store.db, scopeOf('A'), async (db) => {
      await shown(db)
      const { query } = pg.Client.prototype
      let sent = 0
      pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
        sent += 1
        return (query as (...all: unknown[]) => unknown).apply(this, given)
      } as never
      const all = Promise.all([sql`select pg_sleep(0.3)`.execute(db), shown(db), shown(db)])
      await pause(50)
      pg.Client.prototype.query = query
      assert.deepEqual((await all).slice(1), ['A', 'A'])
      return sent
    })
    assert.equal(made, 3)
  })

  it('answers those beside one that fails', async () => {
    await withinScope(store.db, scopeOf('A'), async (db) => {
      const [failed, answered] = await Promise.allSettled([sql`select 1 / 0`.execute(db), shown(db)])
      assert.equal(failed.status, 'rejected')
      assert.deepEqual(answered, { status: 'fulfilled', value: 'A' })
    })
  })

  it('belongs to a transaction until it ends, however it ends', async () => {
    await withinScope(store.db, scopeOf('A'), async (db) => {
      for (const fails of [false, true]) {
        const transaction = db.transaction().execute(async (tx) => {
          await sql`select set_config('lane.test', 'within', true), pg_sleep(0.1)`.execute(tx)
          assert.equal(await setting(tx), 'within')
          if (fails) throw new Error('given up')
        })
        const [ended, ...beside] = await Promise.allSettled([transaction, setting(db), setting(db)])
        assert.equal(ended.status, fails ? 'rejected' : 'fulfilled')
        assert.deepEqual(
          beside,
          ['', ''].map((value) => ({ status: 'fulfilled', value })),
        )
      }
    })
  })

  it('keeps a scope within it apart from what is asked meanwhile', async () => {
    await withinScope(store.db, scopeOf('A'), async (db) => {
      const within = withinScope(db, scopeOf('B'), async (inner) => {
        await sql`select pg_sleep(0.1)`.execute(inner)
        return shown(inner)
      })
      assert.deepEqual(await Promise.all([within, shown(db), shown(db)]), ['B', 'A', 'A'])
      assert.equal(await shown(db), 'A')
    })
  })

  it('shows nothing to whoever comes next without a scope', async () => {
    await withinScope(store.db, scopeOf('A'), shown)
    assert.deepEqual(await Promise.all(Array.from({ length: 12 }, () => shown(store.db))), Array(12).fill(''))
  })
})
