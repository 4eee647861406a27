/** A store for one test file: a fresh database, cloned from a migrated template. */

import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { migrate, migrationsDigest } from '#store/migrate.ts'
import { connect, type Store } from '#store/open.ts'
import { testPostgres } from './postgres.ts'

export interface TestStore extends Store {
  /** Connected as the superuser, for what no application may do. */
  readonly owner: pg.Pool
}

/** The server that a test runs on: the address of its superuser, and of each of its databases. */
export interface TestServer {
  readonly url: string
  urlOf(database: string): string
}

const open = new Set<TestStore>()
after(async () => {
  await Promise.all([...open].map((store) => store.close()))
})

/** A store on a database of its own, dropped when the store closes: at the latest after the file's tests. */
export async function testStore(on?: TestServer | object): Promise<TestStore> {
  const server = on && 'urlOf' in on ? on : await testPostgres()
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const template = await makeTemplate(server)
  await asSuperuser(server, (client) => client.query(`create database ${name} template ${template}`))
  const url = server.urlOf(name)
  const store = await connect({ url, ownerUrl: url, connections: 10 })
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  owner.on('error', () => undefined)
  let closing: Promise<void> | null = null
  const close = async () => {
    open.delete(test)
    await Promise.all([store.close(), owner.end()])
    await asSuperuser(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  const test: TestStore = {
    ...store,
    owner,
    close: () => {
      closing ??= close()
      return closing
    },
  }
  open.add(test)
  return test
}

/** Made once for the present migrations; what earlier ones left is dropped. */
async function makeTemplate(server: TestServer): Promise<string> {
  const name = `template_${migrationsDigest().slice(0, 16)}`
  await asSuperuser(server, async (client) => {
    if (await exists(client, name)) return
    await client.query("select pg_advisory_lock(hashtext('template'))")
    if (await exists(client, name)) return
    await dropStale(client)
    await client.query(`drop database if exists ${name}_making with (force)`)
    await client.query(`create database ${name}_making`)
    await migrate(server.urlOf(`${name}_making`))
    await client.query(`alter database ${name}_making rename to ${name}`)
  })
  return name
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [database])).rowCount === 1
}

/** Templates of other migrations, and databases of test processes that were killed. */
async function dropStale(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database d where datname ~ '^(template_[0-9a-f]|test_[0-9]+_)' and not exists (select from pg_stat_activity a where a.datname = d.datname)",
  )
  for (const { datname } of rows) {
    if (datname.startsWith('test_') && isAlive(Number(datname.split('_')[1]))) continue
    await client.query(`drop database if exists ${datname}`).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function asSuperuser<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
