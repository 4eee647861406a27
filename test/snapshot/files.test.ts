/** A snapshot's files: the same bytes twice, nothing read that was changed, days that a coarse release does not have. */

import assert from 'node:assert/strict'
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import type { Cohort } from '#core/registry/cohort.ts'
import { levelNames } from '#core/registry/levels.ts'
import type { Manifest, Release } from '#core/registry/snapshot/manifest.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { openSnapshot, type VectorQuery } from '#store/snapshot/open.ts'
import { verifySnapshot } from '#store/snapshot/verify.ts'
import { type Sourced, writeSnapshot } from '#store/snapshot/write.ts'
import { anotherKey, inventedRows, temporaryFolder, testKey } from './support.ts'

const folder = temporaryFolder()
const whole = join(folder, 'whole')

function write(name: string, source: Iterable<Sourced>, release: Release = 'full'): Promise<Manifest> {
  return writeSnapshot(join(folder, name), source, {
    asOf: '2026-11-22',
    codeVersion: { version: '0.1.0', commit: null },
    release,
    signKey: testKey,
  })
}

function filesOf(path: string): Map<string, Buffer> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(path.length + 1), readFileSync(file)]),
  )
}

function isSnapshotError(code: string, file: string) {
  return (error: unknown) => {
    assert.ok(error instanceof SnapshotError, String(error))
    assert.deepEqual({ code: error.code, file: error.file }, { code, file })
    assert.ok(error.message.length > 20)
    return true
  }
}

describe('the files of a snapshot', () => {
  before(async () => {
    await write('whole', inventedRows(800))
  })

  it('are the same bytes for the same rows, in whichever order these come', async () => {
    await write('backwards', [...inventedRows(800)].reverse())
    const [one, other] = [filesOf(whole), filesOf(join(folder, 'backwards'))]
    assert.deepEqual([...one.keys()], [...other.keys()])
    assert.ok(one.size > 40)
    for (const [path, bytes] of one) assert.ok(bytes.equals(other.get(path) ?? Buffer.alloc(0)), path)
  })

  it('are no others when one value differs', async () => {
    const rows = [...inventedRows(800)]
    const [first] = rows
    const changed = first?.rows && {
      rows: { ...first.rows, patient: first.rows.patient.map((row) => ({ ...row, birthYear: 1901 })) },
    }
    const manifest = await write('changed', [...(changed ? [changed] : []), ...rows.slice(1)])
    const differ = manifest.files.filter(({ path, sha256 }) => sha256 !== digestIn(path))
    assert.equal(differ.length, 1)
    assert.match(differ[0]?.path ?? '', /^patient\//)
  })

  const digestIn = (path: string) =>
    (JSON.parse(readFileSync(join(whole, 'manifest.json'), 'utf8')) as Manifest).files.find(
      (file) => file.path === path,
    )?.sha256

  it('name a file in which one byte was changed, whichever it is', async () => {
    const copy = join(folder, 'copy')
    cpSync(whole, copy, { recursive: true })
    for (const [path, bytes] of filesOf(whole)) {
      const changed = Buffer.from(bytes)
      const at = Math.floor(changed.length / 2)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(join(copy, path), changed)
      const code = path.startsWith('manifest.') ? 'signature-refused' : 'file-damaged'
      await assert.rejects(
        openSnapshot(copy),
        isSnapshotError(code, path.startsWith('manifest.') ? 'manifest.sig' : path),
        path,
      )
      writeFileSync(join(copy, path), bytes)
    }
    await verifySnapshot(copy)
  })

  it('are refused when one is cut off, is missing, or does not belong', async () => {
    const copy = join(folder, 'cut')
    cpSync(whole, copy, { recursive: true })
    const path = 'treatment/year=2016/rows.parquet'
    const bytes = readFileSync(join(copy, path))
    truncateSync(join(copy, path), bytes.length - 10)
    await assert.rejects(openSnapshot(copy), isSnapshotError('file-damaged', path))
    rmSync(join(copy, path))
    await assert.rejects(openSnapshot(copy), isSnapshotError('file-missing', path))
    writeFileSync(join(copy, path), bytes)
    writeFileSync(join(copy, 'treatment/year=2016/more.parquet'), bytes)
    await assert.rejects(
      openSnapshot(copy),
      isSnapshotError('file-foreign', 'treatment/year=2016/more.parquet'),
    )
    rmSync(join(copy, 'treatment/year=2016/more.parquet'))
    rmSync(join(copy, 'manifest.json'))
    await assert.rejects(openSnapshot(copy), isSnapshotError('file-missing', 'manifest.json'))
  })

  it('are refused where the key is not trusted', async () => {
    const { publicKey } = testKey
    await verifySnapshot(whole, [publicKey])
    await assert.rejects(
      verifySnapshot(whole, [anotherKey.publicKey]),
      isSnapshotError('key-unknown', 'manifest.sig'),
    )
  })

  it('hold no day in a coarse release, and the same numbers of days', async () => {
    const manifest = await write('coarse', inventedRows(800), 'coarse')
    const types = levelNames.flatMap((level) => manifest.levels[level].columns.map(({ type }) => type))
    assert.ok(!types.includes('day') && types.includes('month'))
    const [full, coarse] = [await openSnapshot(whole), await openSnapshot(join(folder, 'coarse'))]
    const query: VectorQuery = {
      unit: 'treatment',
      columns: ['startedOn', 'daysToDeath'],
      cohort: { conditions: [] },
    }
    const [exact, months] = [await full.vectors(query), await coarse.vectors(query)]
    const [days, starts] = [exact.columns.startedOn, months.columns.startedOn]
    assert.ok(days?.type === 'number' && starts?.type === 'number')
    for (let at = 0; at < exact.length; at++) {
      const day = new Date((days.values[at] ?? 0) * 86_400_000).toISOString()
      assert.equal(
        new Date((starts.values[at] ?? 0) * 86_400_000).toISOString(),
        `${day.slice(0, 7)}-01T00:00:00.000Z`,
      )
    }
    assert.deepEqual(months.columns.daysToDeath, exact.columns.daysToDeath)
    await Promise.all([full.close(), coarse.close()])
  })

  it('are none where a value is not one of its column', async () => {
    const [first] = inventedRows(1)
    assert.ok(first?.rows)
    const planted = (row: object) =>
      ({ rows: { ...first.rows, treatment: [{ ...first.rows?.treatment[0], ...row }] } }) as Sourced
    for (const row of [
      { intent: 'Mrs Ada Plant' },
      { patient: '9434765919' },
      { organisation: 'St Elsewhere' },
      { age: '70' },
      { startedOn: 'yesterday' },
      { icd10: 'liver cancer' },
      { technicalSuccess: 'yes' },
    ])
      await assert.rejects(
        write('refused', [planted(row)]),
        (error: unknown) =>
          error instanceof SnapshotError &&
          error.code === 'row-refused' &&
          error.message.includes(Object.keys(row)[0] ?? '') &&
          !error.message.includes(String(Object.values(row)[0])),
      )
  })

  it('are none where a row is there twice, or its treatment is not', async () => {
    const rows = [...inventedRows(5)]
    await assert.rejects(write('twice', [...rows, ...rows.slice(0, 1)]), /two rows of one pseudonym/)
    const [first] = rows
    assert.ok(first?.rows)
    await assert.rejects(
      write('orphan', [{ rows: { ...first.rows, treatment: [] } }]),
      /whose treatment is not there/,
    )
  })

  it('can be without any row', async () => {
    const manifest = await write('empty', [
      { excluded: 'opted-out' },
      { excluded: 'opted-out' },
      { excluded: 'refused' },
    ])
    assert.deepEqual(manifest.exclusions, { 'opted-out': 2, refused: 1, 'test-patient': 0 })
    const snapshot = await openSnapshot(join(folder, 'empty'))
    const asked: Cohort = {
      conditions: [
        { column: 'intent', is: 'known' },
        { column: 'sex', is: 'one-of', values: ['female'] },
      ],
    }
    assert.deepEqual(await snapshot.count(asked), { treatments: 0, patients: 0, organisations: 0 })
    for (const unit of levelNames)
      assert.equal(
        (await snapshot.vectors({ unit, columns: ['patient', 'year', 'sex', 'organisation'], cohort: asked }))
          .length,
        0,
      )
    await snapshot.close()
  })
})
