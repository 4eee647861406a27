/** A fresh start: the data folder is emptied with its database, wherever that is kept, and never under a running one. */

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { removeFolder, startEmbedded } from '#store/embedded.ts'

const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-fresh-'))

describe('removing a data folder', () => {
  it('is refused while a PostgreSQL runs on it, then takes the database along', async () => {
    const server = await startEmbedded({ folder, durable: false })
    const note = join(folder, 'database-is-at.txt')
    const place = existsSync(note) ? readFileSync(note, 'utf8').trim() : folder
    assert.ok(existsSync(join(place, 'cluster', 'PG_VERSION')))
    assert.throws(() => removeFolder(folder), /A PostgreSQL runs on .* Stop the node that uses it/)
    await server.stop()
    removeFolder(folder)
    assert.deepEqual([existsSync(folder), existsSync(place)], [false, false])
  })

  it('of a folder that was never used does nothing, and leaves what others keep alone', () => {
    const other = mkdtempSync(join(tmpdir(), 'fourth-pillar-other-'))
    writeFileSync(join(other, 'database-is-at.txt'), '/etc\n')
    removeFolder(other)
    assert.deepEqual([existsSync(other), existsSync('/etc/passwd')], [false, true])
    removeFolder(join(tmpdir(), 'fourth-pillar-never-there'))
    rmSync(folder, { recursive: true, force: true })
  })
})
