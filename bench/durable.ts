/** A durable PostgreSQL of its own for one benchmark: made, migrated, used, removed. */

import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'
import { connect, type Store } from '#store/open.ts'

/** Calls `work` with a store on an fsync-ing cluster, and cleans up whatever comes of it. */
export async function withDurableStore<Result>(
  name: string,
  statements: string,
  work: (store: Store, url: string) => Promise<Result>,
): Promise<Result> {
  const folder = fileURLToPath(new URL(`../.cache/bench-${name}`, import.meta.url))
  await rm(folder, { recursive: true, force: true })
  const server = await startEmbedded({ folder })
  try {
    const url = server.urlOf('bench')
    await run(server.url, 'create database bench')
    await migrate(url)
    if (statements) await run(url, statements)
    const store = await connect({ url, ownerUrl: url, connections: 8 })
    try {
      return await work(store, url)
    } finally {
      await store.close()
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statements)
  await client.end()
}
