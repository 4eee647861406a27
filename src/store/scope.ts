/**
 * What a connection may see of cases and patients: the database's own wall, beside the routes'. Outside
 * of a scope it shows none (row-level security, migrations/0007_case.sql).
 */

import { CompiledQuery, sql } from 'kysely'
import { openOwnScope, openScope, settings } from './connection.ts'
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
  return db.connection().execute(async (connection) => {
    const opened = open(connection, scope)
    held.set(connection, scope)
    try {
      return await work(connection).finally(() => opened)
    } finally {
      if (outer) await open(connection, outer)
    }
  })
}

/** Connections within a scope: what is opened within it again ends where it began. */
const held = new WeakMap<Database, Scope | 'whole'>()

/** Sends the scope ahead. Should it fail, what follows sees nothing, and the failure is told after it. */
function open(db: Database, scope: Scope | 'whole'): Promise<unknown> {
  const sent = Promise.withResolvers<unknown>()
  sent.promise.catch(() => undefined)
  db.getExecutor()
    .provideConnection(async (connection) => {
      connection.executeQuery(openingOf(scope)).then(sent.resolve, sent.reject)
    })
    .catch(sent.reject)
  return sent.promise
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
