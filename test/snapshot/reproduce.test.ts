/** Anyone with a figure's file and its snapshot comes to the same figure, and is told where a file says something else. */

import assert from 'node:assert/strict'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { reproduceCommand } from '#cli/reproduce.ts'
import { figureFile } from '#core/registry/figure/file.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import { generatedOrganisations, generateRows } from '#demonstration/registry/generate.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { exportFile } from '#store/snapshot/exports.ts'
import { openSnapshot } from '#store/snapshot/open.ts'
import { writeSnapshot } from '#store/snapshot/write.ts'
import { anotherKey, temporaryFolder, testKey } from './support.ts'

const folder = temporaryFolder()
const figure = join(folder, 'figure.json')
let tar = ''

const spec: FigureSpec = {
  kind: 'survival',
  cohort: { conditions: [{ column: 'intent', is: 'one-of', values: ['disease-modifying'] }] },
  endpoint: {
    measure: 'time',
    unit: 'patient',
    start: 'treatment',
    events: ['death'],
    competing: [],
    censoring: 'last-seen',
  },
  by: 'sex',
  interval: 'log-log',
  months: 60,
}

async function write(name: string, seed: number): Promise<string> {
  const rows = [...generateRows({ treatments: 1500, seed })].map((each) => ({ rows: each }))
  const path = join(folder, name)
  await writeSnapshot(path, rows, {
    asOf: '2026-11-22',
    codeVersion: { version: '0.1.0', commit: null },
    release: 'full',
    signKey: testKey,
    around: {
      organisations: Object.fromEntries(
        generatedOrganisations.map(({ code, nation, region }) => [code, { name: code, nation, region }]),
      ),
    },
  })
  return path
}

async function reproduce(...words: string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const said: string[] = []
  const exit = await reproduceCommand(words, [join(folder, 'nothing')], (line) => said.push(line))
  return { exit, said: said.join('\n') }
}

before(async () => {
  const snapshot = await openSnapshot(await write('one', 1))
  writeFileSync(
    figure,
    JSON.stringify(figureFile(await figureOf(snapshot, spec, { who: 'public' }), snapshot.id)),
  )
  tar = (await exportFile(snapshot, 'snapshot.tar'))?.path ?? ''
  await snapshot.close()
})

describe('a figure', () => {
  it('comes out the same from a tar and from a folder', async () => {
    for (const place of [tar, join(folder, 'one')]) {
      const { exit, said } = await reproduce(figure, '--snapshot', place)
      assert.equal(exit, 0, said)
      assert.match(said, /The same\.$/)
      assert.match(said, /Female {2}\|/)
    }
  })

  it('of a version that showed fewer tables is the same but for those, which are named', async () => {
    const earlier = join(folder, 'earlier.json')
    const { result, snapshot } = JSON.parse(readFileSync(figure, 'utf8'))
    assert.equal(result.further.length, 2)
    writeFileSync(earlier, JSON.stringify(figureFile({ ...result, further: [] }, snapshot)))
    const { exit, said } = await reproduce(earlier, '--snapshot', tar)
    assert.equal(exit, 0, said)
    assert.match(said, /The same\.\nA table that the file has not is shown here: Overall survival: share/)
    assert.doesNotMatch(said, /Some of its words are others/)
    const changed = { ...result, further: [{ ...result.further[0], rows: [] }] }
    writeFileSync(earlier, JSON.stringify(figureFile(changed, snapshot)))
    assert.equal((await reproduce(earlier, '--snapshot', tar)).exit, 1)
  })

  it('is told to differ, and where, when its file says another number', async () => {
    const changed = join(folder, 'changed.json')
    const file = JSON.parse(readFileSync(figure, 'utf8'))
    file.result.table.rows[0][1] = 9999
    writeFileSync(changed, JSON.stringify(file))
    const { exit, said } = await reproduce(changed, '--snapshot', tar)
    assert.equal(exit, 1)
    assert.match(said, /table\.rows\[0\]\[1\]: .* here, 9999 in the file/)
    writeFileSync(changed, JSON.stringify({ ...file, digest: 'a'.repeat(64) }))
    assert.match((await reproduce(changed, '--snapshot', tar)).said, /Not the same\./)
  })

  it('is not computed from another snapshot, a damaged one, or one of an unknown key', async () => {
    const other = await reproduce(figure, '--snapshot', await write('other', 2))
    assert.equal(other.exit, 1)
    assert.match(other.said, /not from this one/)
    const cut = join(folder, 'cut.tar')
    writeFileSync(cut, readFileSync(tar))
    truncateSync(cut, 50_000)
    assert.equal((await reproduce(figure, '--snapshot', cut)).exit, 1)
    const key = join(folder, 'key.pem')
    writeFileSync(key, anotherKey.publicKey)
    assert.match((await reproduce(figure, '--snapshot', tar, '--key', key)).said, /not trusted here/)
    writeFileSync(key, testKey.publicKey)
    assert.equal((await reproduce(figure, '--snapshot', tar, '--key', key)).exit, 0)
  })

  it('is asked for in one line when something is missing', async () => {
    assert.match((await reproduce()).said, /^npm run reproduce/)
    assert.match((await reproduce(figure)).said, /is not on this machine/)
    assert.match((await reproduce(tar)).said, /is no figure file/)
    assert.match((await reproduce(figure, '--snapshot', join(folder, 'none.tar'))).said, /There is no file/)
    assert.match((await reproduce(figure, '--snapshot')).said, /^npm run reproduce/)
  })
})
