import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Embedded, startEmbedded } from '#store/embedded.ts'
import { type TestStore, testStore } from '#test/support/store.ts'
import { appendSuite } from './append.suite.ts'
import { tamperSuite } from './tamper.suite.ts'

const bin = '/usr/lib/postgresql/15/bin'

if (existsSync(join(bin, 'postgres'))) {
  describe('the record on PostgreSQL 15', () => {
    let folder: string
    let server: Embedded
    let store: TestStore
    let tampered: TestStore
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'fourth-pillar-15-'))
      // Open to the user that PostgreSQL runs as when the tests run as root.
      await chmod(folder, 0o755)
      server = await startEmbedded({ folder, bin, durable: false })
      store = await testStore(server)
      tampered = await testStore(server)
    })
    after(async () => {
      await Promise.all([store.close(), tampered.close()])
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    })

    it('is the version that it says', async () => {
      const { rows } = await store.pool.query('show server_version')
      assert.match(rows[0].server_version, /^15\./)
    })
    describe('appending', () => appendSuite(() => store))
    describe('tampering', () => tamperSuite(() => tampered))
  })
} else {
  console.log(`PostgreSQL 15 is not tested: there is none in ${bin} (apt-get install postgresql-15).`)
}
