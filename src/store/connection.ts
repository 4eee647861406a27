/** How the application talks to PostgreSQL: one pool, statements prepared once a connection, few round trips. */

import type { Writable } from 'node:stream'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** Whole numbers come as numbers (beyond 2^53 they throw), dates without a time as text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return wholeNumber
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`${text} is beyond the whole numbers that are exact`)
  return number
}

export interface PoolOptions {
  readonly url: string
  readonly size: number
  /** The database role to work as; null keeps the login's own. */
  readonly role: string | null
}

export function makePool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    types,
    // Statements that do not wait for one another travel together (see `beginTransaction` below).
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'fourth-pillar',
    // What is asked often is in memory, where a page elsewhere costs no more than the next: without being told,
    // the planner reads all of a small table rather than its index, once for every question of the wall's.
    options: `-c random_page_cost=1.1${options.role ? ` -c role=${options.role}` : ''}`,
  } as pg.PoolConfig)
  // A connection that breaks while idle is replaced at its next use; there is nobody to tell.
  pool.on('error', () => undefined)
  return pool
}

export function makeDatabase(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new Dialect({ pool: preparing(pool) }) })
}

class Dialect extends PostgresDialect {
  readonly #pool: PreparingPool
  constructor(config: { pool: PreparingPool }) {
    super({ pool: config.pool as never })
    this.#pool = config.pool
  }
  override createDriver(): PostgresDriver {
    return new Driver({ pool: this.#pool as never })
  }
}

export class Driver extends PostgresDriver {
  /**
   * `begin` is sent without waiting for its answer, and so travels together with the first statement of
   * the transaction. Should it fail, the connection is broken and that statement fails as well.
   */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    if (settings.isolationLevel || settings.accessMode) return super.beginTransaction(connection, settings)
    connection.executeQuery(CompiledQuery.raw('begin')).catch(() => undefined)
  }
}

/** Sets what a connection may see (`scope.ts`). What was set for one is taken away before anyone else's statement. */
export const openScope = 'select scope_open($1, $2::text[], $3, false, $4)'
/** The same for who is to see their own alone: there is nobody to look up for it, and it takes a quarter of the time. */
export const openOwnScope = settings(["''", '$1', '$2::text[]::text', "''"], false)
const closeScope = { name: 'close_scope', text: settings(["''", "''", "''", "''"], false) }

/** The four settings of a scope, as `scope_open` leaves them. */
export function settings(values: readonly [string, string, string, string], forTransaction: boolean): string {
  const names = ['whole', 'person', 'organisations', 'opened']
  const each = names.map(
    (name, place) => `set_config('fourth_pillar.${name}', ${values[place]}, ${forTransaction})`,
  )
  return `select ${each.join(', ')}`
}

/** The part of a pool that Kysely uses. */
interface PreparingPool {
  connect(): Promise<PreparingClient>
  end(): Promise<void>
}
interface PreparingClient {
  query(text: string, values: unknown[]): Promise<pg.QueryResult>
  release(): void
}

const mostStatements = 1000

/**
 * Gives each statement with parameters a name, so that PostgreSQL parses and plans it once a
 * connection. Texts without end (a list of changing length) stop being named at a thousand.
 */
function preparing(pool: pg.Pool): PreparingPool {
  const names = new Map<string, string>()
  const clients = new WeakMap<pg.PoolClient, PreparingClient>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known || names.size >= mostStatements) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  const wrap = (client: pg.PoolClient): PreparingClient => {
    /** What the last scope left: still there with the next borrower until their first statement. */
    let scope: 'none' | 'own' | 'left' = 'none'
    let broken = false
    const send = (text: string, values: unknown[]) => {
      if (values.length === 0) return client.query(text)
      const name = nameOf(text)
      return client.query(name ? { name, text, values } : { text, values })
    }
    return {
      async query(text, values) {
        gather(client)
        const wasLeft = scope === 'left'
        if (text === openScope || text === openOwnScope) scope = 'own'
        // A new scope takes the whole place of the one before; for anything else it is taken away, in the
        // same write, and nothing is answered should that fail.
        if (!wasLeft || scope === 'own') return send(text, values)
        scope = 'none'
        const [taken, answer] = await Promise.allSettled([client.query(closeScope), send(text, values)])
        broken ||= taken.status === 'rejected'
        if (taken.status === 'rejected') throw taken.reason
        if (answer.status === 'rejected') throw answer.reason
        return answer.value
      },
      release() {
        if (scope === 'own') scope = 'left'
        client.release(broken)
      },
    }
  }
  return {
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? wrap(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/** What is sent before the event loop turns goes out as one write, and wakes the server once. */
function gather(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
