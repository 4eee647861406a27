import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Embedded, startEmbedded } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'
import { connect } from '#store/open.ts'
import { verifyStore } from '#store/record/verify.ts'
import { seeded } from './support.ts'

const burst = fileURLToPath(new URL('./burst.mts', import.meta.url))

describe('a burst of answers that is killed', () => {
  const acknowledged = new Map<string, string>()
  let folder: string
  let server: Embedded

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fourth-pillar-kill-'))
    // Open to the user that PostgreSQL runs as when the tests run as root.
    await chmod(folder, 0o755)
    // Durable: every commit reaches the disk before it is acknowledged.
    server = await startEmbedded({ folder })
    await query(server.url, 'create database burst')
    await migrate(server.urlOf('burst'))
  })
  after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('keeps every acknowledged entry when the application is killed, ten times', async () => {
    const random = seeded(10)
    for (let time = 1; time <= 10; time++) {
      const before = acknowledged.size
      const child = start()
      await child.acknowledged(20 + Math.floor(random() * 60))
      child.kill()
      await child.ended
      assert.ok(acknowledged.size > before)
    }
    await everyAcknowledgedEntryHolds()
  })

  it('keeps every acknowledged entry when PostgreSQL itself is killed', async () => {
    for (let time = 1; time <= 2; time++) {
      const child = start()
      await child.acknowledged(60)
      process.kill(server.pid, 'SIGKILL')
      child.kill()
      await child.ended
      await pause(50)
      // What it left says that it still runs.
      server = await startEmbedded({ folder })
      await everyAcknowledgedEntryHolds()
    }
  })

  it('starts although the file it left names a process that is now another', async () => {
    process.kill(server.pid, 'SIGKILL')
    await pause(100)
    await writeFile(
      join(folder, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n\nready\n`,
    )
    server = await startEmbedded({ folder })
    await everyAcknowledgedEntryHolds()
  })

  function start() {
    const node = [...process.execArgv.filter((each) => !each.startsWith('--test')), '--import', 'tsx']
    const child = spawn(process.execPath, [...node, burst, server.urlOf('burst')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = new Promise((done) => child.once('close', done))
    let count = 0
    const waiting: (() => void)[] = []
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [id, digest] = line.split(' ')
      // The last line may be cut short by the kill: then it was not acknowledged.
      if (id?.length === 36 && digest?.length === 64) acknowledged.set(id, digest)
      count++
      for (const check of waiting) check()
    })
    return {
      ended,
      kill: () => child.kill('SIGKILL'),
      acknowledged: (number: number) =>
        new Promise<void>((done, failed) => {
          waiting.push(() => count >= number && done())
          child.once('exit', () => failed(new Error('the burst ended by itself')))
        }),
    }
  }

  async function everyAcknowledgedEntryHolds() {
    const url = server.urlOf('burst')
    const store = await connect({ url, ownerUrl: url, connections: 2 })
    try {
      const { firstFault, entries } = await verifyStore(store.db, { publicKeys: [] })
      assert.equal(firstFault, null)
      assert.ok(entries >= acknowledged.size)
      const rows = await store.db.selectFrom('record_entry').select(['id', 'digest']).execute()
      const kept = new Map(rows.map(({ id, digest }) => [id, digest.toString('hex')]))
      for (const [id, digest] of acknowledged) assert.equal(kept.get(id), digest)
    } finally {
      await store.close()
    }
  }
})

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
