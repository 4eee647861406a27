/** The R scripts, run again: what they print is what was committed. Needs R, which is the one thing that may be missing. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'

const scripts = join(import.meta.dirname, 'r')
const packages = ['survival', 'cmprsk']
const missing =
  spawnSync('Rscript', ['-e', packages.map((name) => `library(${name})`).join(';')]).status !== 0
const skip =
  missing && 'no R with its packages here: apt-get install r-base-core r-cran-survival r-cran-cmprsk'

describe('R, run again', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-r-'))
  after(() => rmSync(folder, { recursive: true }))

  it('each script runs', () => {
    for (const script of globSync('*.R', { cwd: scripts })) {
      const { status, stderr } = spawnSync('Rscript', [join(scripts, script), folder], { encoding: 'utf8' })
      assert.equal(status, 0, `${script}: ${stderr}`)
    }
    assert.deepEqual(readdirSync(folder).sort(), globSync('*.json', { cwd: scripts }).sort())
  })

  for (const name of globSync('*.json', { cwd: scripts }).sort())
    it(`${name} to 1e-12`, () => {
      const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
      same(read(join(folder, name)), read(join(scripts, name)), name)
    })
})

/** Alike in shape and words, and in numbers to 1e-12 relative; beside ordinary ones, below 1e-14 is nothing. */
function same(now: unknown, committed: unknown, at: string): void {
  if (typeof committed === 'number' && typeof now === 'number') {
    const allowed = Math.max(1e-12 * Math.abs(committed), 1e-14)
    assert.ok(Math.abs(now - committed) <= allowed, `${at}: ${now}, committed ${committed}`)
  } else if (typeof committed === 'object' && committed !== null) {
    assert.ok(typeof now === 'object' && now !== null, at)
    assert.deepEqual(Object.keys(now), Object.keys(committed), at)
    for (const [key, value] of Object.entries(committed))
      same((now as Record<string, unknown>)[key], value, `${at}/${key}`)
  } else assert.equal(now, committed, at)
}
