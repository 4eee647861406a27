import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from '#store/embedded.ts'
import { openStore } from '#store/open.ts'

describe('the embedded PostgreSQL', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fourth-pillar-embedded-'))
    // Open to the user that PostgreSQL runs as when the tests run as root.
    await chmod(folder, 0o755)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('is set up, started, migrated, used and stopped', async () => {
    const store = await openStore({ folder })
    const { rows } = await store.pool.query(
      'select current_user as role, count(*) as migrations from migration',
    )
    assert.equal(rows[0].role, 'fourth_pillar_app')
    assert.ok(rows[0].migrations >= 1)
    // The login has no right of its own, so there is none to go back to.
    for (const statement of [
      'set role postgres',
      'set session authorization postgres',
      'set role none; delete from record_entry',
      'set role none; alter table record_entry disable trigger all',
    ]) {
      await assert.rejects(store.pool.query(statement), { code: '42501' }, statement)
    }
    await store.close()
    const again = await openStore({ folder })
    assert.equal(
      (await again.pool.query('select session_user as login')).rows[0].login,
      'fourth_pillar_login',
    )
    // What PostgreSQL refuses it writes to its log, without the values that it refused.
    const twice = JSON.stringify([{ email: 'somebody@example.org' }, { email: 'somebody@example.org' }])
    const insert = 'insert into someone select * from json_populate_recordset(null::someone, $1)'
    const one = await again.pool.connect()
    await one.query('create temp table someone (email text unique)')
    await assert.rejects(one.query(insert, [twice]), { code: '23505' })
    one.release()
    await again.close()
    assert.doesNotMatch(readFileSync(join(folder, 'postgres', 'postgres.log'), 'utf8'), /somebody@/)
    assert.equal(existsSync(join(folder, 'postgres', 'cluster', 'postmaster.pid')), false)
  })

  it('is one for a folder: who comes second shares it and leaves it running', async () => {
    const first = await startEmbedded({ folder: join(folder, 'postgres') })
    const program = `import('#store/embedded.ts').then(async ({ startEmbedded }) => {
      const second = await startEmbedded({ folder: process.argv[1] })
      process.stdout.write(second.pid + ' ' + second.owned)
      await second.stop()
    })`
    assert.equal(await output(program, join(folder, 'postgres')), `${first.pid} false`)
    assert.ok(isAlive(first.pid))
    await first.stop()
    await gone(first.pid)
  })

  it('stops when its process is told to end', async () => {
    const program = `import('#store/embedded.ts').then(async ({ startEmbedded }) => {
      const { pid } = await startEmbedded({ folder: process.argv[1] })
      process.stdout.write(String(pid))
      process.kill(process.pid, 'SIGTERM')
      setInterval(() => {}, 1000)
    })`
    await gone(Number(await output(program, join(folder, 'postgres'))))
  })

  it('is taken over when its process was killed', async () => {
    const program = `import('#store/embedded.ts').then(async ({ startEmbedded }) => {
      const { pid } = await startEmbedded({ folder: process.argv[1] })
      process.stdout.write(String(pid), () => process.kill(process.pid, 'SIGKILL'))
    })`
    const orphan = Number(await output(program, join(folder, 'postgres')))
    assert.ok(isAlive(orphan))
    const heir = await startEmbedded({ folder: join(folder, 'postgres') })
    assert.deepEqual([heir.pid, heir.owned], [orphan, true])
    await heir.stop()
    await gone(orphan)
  })

  it('says in one line that its folder cannot be written', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await assert.rejects(openStore({ folder: join(file, 'data') }), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'folder-not-writable')
      assert.match(error.message, /^The data folder .* cannot be written/)
      assert.ok(!error.message.includes('\n'))
      return true
    })
  })
})

function output(program: string, argument: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.once('close', () => done(text))
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<void> {
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await pause(20)
  assert.ok(!isAlive(pid))
}
