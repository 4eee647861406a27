/**
 * What a connection may see of cases and patients: the database's own wall, beside the routes'. Outside
 * of a scope it shows none (row-level security, migrations/0007_case.sql).
 */

import { CompiledQuery, type DatabaseConnection, sql } from 'kysely'
import { openOwnScope, openScope, settings } from './connection.ts'
import { type Lane, laneOn } from './lane.ts'
import type { Database, Transaction } from './open.ts'

/** Someone, and the organisations for which they act: their cases and patients, and those opened by break-glass. */
export interface Scope {
  readonly person: string
  readonly organisations: readonly string[]
  /** For writing: without those opened by break-glass, who are to be looked at only. */
  readonly ownOnly?: boolean
}

/**
 * Does some work on a connection that shows a scope's cases and patients, or, for work on the whole
 * record (sealing, verifying, seeding), all of them. `work` must use only the database that it is given.
 *
 * The scope travels with the first statement of the work, and is taken away before the connection serves
 * anyone else, however the work ends. In a transaction it holds for the work, then as before.
 */
export async function withinScope<T>(
  db: Database,
  scope: Scope | 'whole',
  work: (db: Database) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return withinTransaction(db as Transaction, scope, work)
  const outer = held.get(db)
  const opened = (connection: DatabaseConnection) => withinOpened(db, connection, scope, work)
  if (!outer) return db.getExecutor().provideConnection(opened)
  return outer.lane.alone(async (connection) => {
    try {
      return await opened(connection)
    } finally {
      await connection.executeQuery(openingOf(outer.scope))
    }
  })
}

/** Databases within a scope: what is opened within it again ends where it began. */
const held = new WeakMap<Database, { readonly lane: Lane; readonly scope: Scope | 'whole' }>()

/** The scope is sent ahead. Should it fail, what follows sees nothing, and the failure is told after it. */
async function withinOpened<T>(
  db: Database,
  connection: DatabaseConnection,
  scope: Scope | 'whole',
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const opening = connection.executeQuery(openingOf(scope))
  opening.catch(() => undefined)
  const lane = laneOn(connection, db)
  held.set(lane.db, { lane, scope })
  return await work(lane.db).finally(() => opening)
}

async function withinTransaction<T>(
  tx: Transaction,
  scope: Scope | 'whole',
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const [person, organisations, whole, ownOnly] = valuesOf(scope)
  const { rows } = await sql<{ was: string[] }>`
    select scope_open(${person}, ${organisations}::text[], ${whole}, true, ${ownOnly}) as was`.execute(tx)
  const done = await work(tx)
  // After a failure the transaction ends, and its settings with it.
  await tx.executeQuery(CompiledQuery.raw(restoreScope, rows[0]?.was ?? []))
  return done
}

const restoreScope = settings(['$1', '$2', '$3', '$4'], true)

function openingOf(scope: Scope | 'whole'): CompiledQuery {
  return scope !== 'whole' && scope.ownOnly
    ? CompiledQuery.raw(openOwnScope, [scope.person, [...scope.organisations]])
    : CompiledQuery.raw(openScope, valuesOf(scope))
}

type Values = [person: string, organisations: string[], whole: boolean, ownOnly: boolean]

function valuesOf(scope: Scope | 'whole'): Values {
  if (scope === 'whole') return ['', [], true, true]
  return [scope.person, [...scope.organisations], false, scope.ownOnly ?? false]
}
