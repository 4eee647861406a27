/** One connection as a database whose statements need not wait for one another: sent together, they are answered in their order. */

import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { Driver } from './connection.ts'
import type { Database } from './open.ts'
import type { Tables } from './tables.ts'

export interface Lane {
  readonly db: Database
  /** Does some work that has the connection to itself, as a transaction of `db` has: all others wait for its end. */
  readonly alone: <T>(work: (connection: DatabaseConnection) => Promise<T>) => Promise<T>
}

const lanes = new WeakMap<DatabaseConnection, Lane>()

/** The lane of a connection that `database` has given. */
export function laneOn(connection: DatabaseConnection, database: Database): Lane {
  const known = lanes.get(connection)
  if (known) return known
  const driver = new LaneDriver(connection)
  const executor = database.getExecutor().withConnectionProvider(driver)
  const lane: Lane = {
    db: new Kysely<Tables>({ config: { dialect }, dialect, driver, executor }),
    alone: (work) =>
      driver.provideConnection(async (user) => {
        await driver.take(user)
        return work(user)
      }),
  }
  lanes.set(connection, lane)
  return lane
}

const none = { pool: () => Promise.reject(new Error('a lane has one connection and no pool')) }
const dialect = new PostgresDialect(none)

/** To Kysely each statement, and each transaction, has a connection of its own; there is one behind them all. */
class LaneDriver extends Driver implements ConnectionProvider {
  readonly #connection: DatabaseConnection
  #alone: { readonly user: DatabaseConnection; readonly ended: PromiseWithResolvers<void> } | null = null

  constructor(connection: DatabaseConnection) {
    super(none)
    this.#connection = connection
  }

  async provideConnection<T>(consumer: (user: DatabaseConnection) => Promise<T>): Promise<T> {
    const user: DatabaseConnection = {
      executeQuery: (query) => this.#execute(user, query),
      streamQuery: () => {
        throw new Error('a lane does not stream: read by a cursor in a transaction')
      },
    }
    try {
      return await consumer(user)
    } finally {
      this.#leave(user)
    }
  }

  override async beginTransaction(user: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await this.take(user)
    return super.beginTransaction(user, settings)
  }

  async take(user: DatabaseConnection): Promise<void> {
    while (this.#alone) await this.#alone.ended.promise
    this.#alone = { user, ended: Promise.withResolvers() }
  }

  #leave(user: DatabaseConnection): void {
    if (this.#alone?.user !== user) return
    this.#alone.ended.resolve()
    this.#alone = null
  }

  async #execute<Row>(user: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    while (this.#alone && this.#alone.user !== user) await this.#alone.ended.promise
    return this.#connection.executeQuery(query)
  }
}
