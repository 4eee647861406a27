/** What keeps it from starting: one plain line on standard error, and an exit code that says so. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { dataFolder, start } from './node.ts'
import { oldPostgres } from './old-postgres.ts'

const folder = dataFolder()
const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const secrets = { AUTH_SECRET: 'a secret for tests only, of 40 characters', SEAL_KEY: key }

async function refuses(environment: Readonly<Record<string, string>>, line: RegExp, words = ['serve']) {
  const given = { PORT: '0', DATA_FOLDER: join(folder, 'data'), ...environment }
  const { code, out, err } = await start(words, given).ended
  assert.match(err, line)
  assert.equal(err.trim().split('\n').length, 1, err)
  assert.notEqual(code, 0)
  assert.notEqual(code, null)
  assert.equal(out, '')
}

describe('a start', { concurrency: 2 }, () => {
  it('says that its port is busy', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
    const { port } = server.address() as AddressInfo
    await refuses({ PORT: String(port) }, new RegExp(`^Port ${port} is busy\\. .*PORT=${port + 1}`))
    await new Promise((closed) => server.close(closed))
    assert.ok(!existsSync(join(folder, 'data')), 'and has touched nothing')
  })

  it('says that its port is none', () => refuses({ PORT: 'abc' }, /^PORT is not understood: .*65535/))

  it('says that its data folder cannot be written, whoever asks', async () => {
    writeFileSync(join(folder, 'file'), '')
    const below = join(folder, 'file', 'data')
    await refuses({ DATA_FOLDER: below }, /^The data folder .* cannot be written/)
    await refuses({ DATA_FOLDER: below }, /^The data folder .* cannot be written/, ['verify'])
    if (process.platform === 'linux')
      await refuses({ DATA_FOLDER: '/proc/none' }, /^The data folder .* cannot be written/)
  })

  it('says that its disk is full', async (t) => {
    const small = join(folder, 'small')
    mkdirSync(small)
    const mount = ['-t', 'tmpfs', '-o', 'size=1m,mode=755', 'tmpfs', small]
    // Elsewhere test/store/error.test.ts stands for it: the codes of a full disk have their line.
    if (spawnSync('mount', mount).status !== 0)
      return t.skip('a small disk can be mounted by root on Linux only')
    const unmount = () => spawnSync('umount', [small])
    process.once('exit', unmount)
    try {
      await refuses({ DATA_FOLDER: small }, /^The disk is full/)
      spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'fill')}`, 'bs=4k'])
      await refuses({ DATA_FOLDER: join(small, 'other') }, /^The disk is full/)
    } finally {
      unmount()
      process.off('exit', unmount)
    }
  })

  it('says that its database is not reachable', () => {
    const url = 'postgres://someone:secret-word@127.0.0.1:1/census'
    return refuses(
      { ...secrets, DATABASE_URL: url },
      /^The database census at 127\.0\.0\.1:1 is not reachable/,
    )
  })

  it('says that its database is too old', async () => {
    const url = `postgres://someone:secret-word@127.0.0.1:${await oldPostgres()}/census`
    await refuses({ ...secrets, DATABASE_URL: url }, /^The database is PostgreSQL 14; 15 or later is needed/)
    await refuses({ DATABASE_URL: url }, /^The database is PostgreSQL 14/, ['migrate'])
  })

  it('says which secret is missing beside a database of its own', async () => {
    const url = 'postgres://someone:secret-word@127.0.0.1:1/census'
    await refuses({ DATABASE_URL: url }, /^AUTH_SECRET is not set/)
    const { AUTH_SECRET } = secrets
    await refuses({ DATABASE_URL: url, AUTH_SECRET }, /^SEAL_KEY is not set/)
    await refuses({ DATABASE_URL: url, AUTH_SECRET, SEAL_KEY: 'none' }, /^SEAL_KEY is not understood/)
  })

  it('says which address is none', () => refuses({ BASE_URL: 'census' }, /^BASE_URL is not understood/))
})

after(() => assert.ok(!existsSync(join(folder, 'data', 'postgres')), 'no refused start has set anything up'))
