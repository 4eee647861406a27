/** Opens the store: the given PostgreSQL or the embedded one, migrated, with the application's rights. */

import { join } from 'node:path'
import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type pg from 'pg'
import { makeDatabase, makePool } from './connection.ts'
import { startEmbedded } from './embedded.ts'
import { namedError } from './error.ts'
import { applicationUrl } from './login.ts'
import { appRole, migrate } from './migrate.ts'
import { placeOf, refuseOld } from './server.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Transaction = KyselyTransaction<Tables>

export interface Store {
  readonly db: Database
  /** The same connections, for libraries that bring their own SQL. */
  readonly pool: pg.Pool
  readonly url: string
  /** Of a login that may migrate. */
  readonly ownerUrl: string
  close(): Promise<void>
}

export interface StoreOptions {
  /** `postgres://...` of PostgreSQL 15 or later; absent or null: the embedded one in `folder`. */
  readonly url?: string | null
  /** Of the login that owns the database and migrates it; else `url`. */
  readonly ownerUrl?: string | null
  /** Where the embedded PostgreSQL is kept, in its subfolder `postgres`. */
  readonly folder?: string
  /** False opens a database that is known to be migrated. */
  readonly migrate?: boolean
  readonly connections?: number
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws StoreError with one plain line, for every way in which the world can be in the way
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const embedded = options.url
    ? null
    : await startEmbedded({ folder: join(options.folder ?? '.data', 'postgres') })
  try {
    const url = embedded ? await applicationUrl(embedded.url) : (options.url ?? '')
    const ownerUrl = embedded?.url ?? options.ownerUrl ?? url
    if (options.migrate !== false) await migrate(ownerUrl, { appUrl: url })
    const store = await connect({ url, ownerUrl, connections: options.connections ?? 10 })
    return {
      ...store,
      async close() {
        await store.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** Connects to a database that is migrated already, as the application's role. */
export async function connect(to: { url: string; ownerUrl: string; connections: number }): Promise<Store> {
  const pool = makePool({ url: to.url, size: to.connections, role: appRole })
  try {
    const { rows } = await pool.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    )
    refuseOld(rows[0]?.version ?? 0)
  } catch (error) {
    await pool.end()
    throw namedError(error, placeOf(to.url)) ?? error
  }
  const db = makeDatabase(pool)
  return { db, pool, url: to.url, ownerUrl: to.ownerUrl, close: () => db.destroy() }
}
