/** What of a snapshot can be taken away: tidy CSV, REDCap, Parquet, one tar that unpacks to the same snapshot. */

import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { pack } from 'tar-stream'
import { dictionaryDialect, readRedcapDictionary } from '#core/census/redcap.ts'
import { levelNames } from '#core/registry/levels.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { exportFile, exportFiles } from '#store/snapshot/exports.ts'
import { openSnapshot, type Snapshot } from '#store/snapshot/open.ts'
import { unpackSnapshot } from '#store/snapshot/unpack.ts'
import { verifySnapshot } from '#store/snapshot/verify.ts'
import { writeSnapshot } from '#store/snapshot/write.ts'
import { inventedRows, temporaryFolder, testKey } from './support.ts'

const folder = temporaryFolder()
let snapshot: Snapshot

before(async () => {
  await writeSnapshot(join(folder, 'snapshot'), inventedRows(500), {
    asOf: '2026-11-22',
    codeVersion: { version: '0.1.0', commit: null },
    release: 'full',
    signKey: testKey,
  })
  snapshot = await openSnapshot(join(folder, 'snapshot'))
})
after(() => snapshot.close())

async function exported(name: string): Promise<Buffer> {
  const file = await exportFile(snapshot, name)
  assert.ok(file, name)
  const bytes = readFileSync(file.path)
  assert.equal(bytes.length, file.bytes)
  return bytes
}

const rowsOf = (bytes: Buffer) => parse(bytes, { columns: true }) as Record<string, string>[]

describe('what can be taken away', () => {
  it('is each file that is offered, made once, and no other', async () => {
    for (const { name } of exportFiles) assert.ok((await exported(name)).length > 0, name)
    const made = readdirSync(`${snapshot.folder}.exports`)
    assert.ok(made.every((name) => !name.startsWith('.') && !name.endsWith('.lock')))
    for (const name of ['../manifest.json', 'treatment', 'passwd', ''])
      assert.equal(await exportFile(snapshot, name), null)
    await verifySnapshot(snapshot.folder)
  })

  it('is CSV with the values that the snapshot has, line by line', async () => {
    const bytes = await exported('treatment.csv')
    assert.notEqual(bytes[0], 0xef)
    assert.ok(!/[^\r]\n/.test(bytes.toString('utf8')), 'lines end in CRLF')
    const rows = rowsOf(bytes)
    const vectors = await snapshot.vectors({
      unit: 'treatment',
      columns: ['treatment', 'intent', 'daysToDeath', 'startedOn', 'technicalSuccess', 'region'],
      cohort: { conditions: [] },
    })
    assert.equal(rows.length, vectors.length)
    const { treatment, intent, daysToDeath, startedOn, technicalSuccess, region } = vectors.columns
    assert.ok(treatment?.type === 'choice' && intent?.type === 'choice' && region?.type === 'choice')
    assert.ok(
      daysToDeath?.type === 'number' && startedOn?.type === 'number' && technicalSuccess?.type === 'number',
    )
    const number = (text: string | undefined) => (text ? Number(text) : Number.NaN)
    rows.forEach((row, at) => {
      assert.equal(row.treatment, treatment.values[(treatment.codes[at] ?? 0) - 1])
      assert.equal(row.intent, intent.values[(intent.codes[at] ?? 0) - 1] ?? '')
      assert.equal(row.region, region.values[(region.codes[at] ?? 0) - 1] ?? '')
      assert.equal(number(row.daysToDeath), daysToDeath.values[at])
      assert.equal(Date.parse(row.startedOn ?? '') / 86_400_000, startedOn.values[at])
      assert.equal(
        { TRUE: 1, FALSE: 0 }[row.technicalSuccess ?? ''] ?? Number.NaN,
        technicalSuccess.values[at],
      )
    })
    for (const level of levelNames) {
      const found = rowsOf(await exported(`${level}.csv`))
      assert.equal(found.length, snapshot.manifest.levels[level].rows, level)
    }
  })

  it('is a REDCap project whose data match its dictionary, in both of its headers', async () => {
    const data = rowsOf(await exported('redcap-data.csv'))
    for (const [name, dialect] of [
      ['redcap-dictionary.csv', 'page'],
      ['redcap-dictionary-api.csv', 'api'],
    ] as const) {
      const [header = [], ...rows] = parse(await exported(name)) as string[][]
      assert.equal(dictionaryDialect(header), dialect)
      const read = readRedcapDictionary(header, rows)
      assert.ok('fields' in read)
      const fields = new Map(read.fields.map((field) => [field.variable, field]))
      assert.equal(fields.size, read.fields.length, 'each variable once')
      assert.ok([...fields.keys()].every((variable) => /^[a-z][a-z0-9_]*$/.test(variable)))
      const columns = Object.keys(data[0] ?? {}).filter((column) => !column.startsWith('redcap_'))
      assert.deepEqual(columns, [...fields.keys()])
      for (const row of data)
        for (const column of columns) {
          const codes = fields.get(column)?.choices.map(({ code }) => code) ?? []
          if (codes.length > 0 && row[column])
            assert.ok(codes.includes(row[column]), `${column}: ${row[column]}`)
        }
    }
    const total = levelNames.reduce((sum, level) => sum + snapshot.manifest.levels[level].rows, 0)
    assert.equal(data.length, total)
    const lines = data.map(
      (row) => `${row.record_id} ${row.redcap_repeat_instrument} ${row.redcap_repeat_instance}`,
    )
    assert.equal(new Set(lines).size, total)
    assert.equal(
      data.filter((row) => row.redcap_repeat_instrument === '').length,
      snapshot.manifest.levels.patient.rows,
    )
  })

  it('is a tar that unpacks to the same snapshot', async () => {
    await exported('snapshot.tar')
    const unpacked = join(folder, 'unpacked')
    mkdirSync(unpacked)
    await unpackSnapshot(join(`${snapshot.folder}.exports`, 'snapshot.tar'), unpacked)
    assert.equal((await verifySnapshot(unpacked, [testKey.publicKey])).id, snapshot.id)
  })

  it('is refused on unpacking when it is cut off, is no tar, or leads elsewhere', async () => {
    const into = join(folder, 'refused')
    mkdirSync(into)
    const refused = (code: string) => (error: unknown) =>
      error instanceof SnapshotError && error.code === code
    const cut = join(folder, 'cut.tar')
    writeFileSync(cut, await exported('snapshot.tar'))
    truncateSync(cut, 30_000)
    await assert.rejects(
      unpackSnapshot(cut, into).then(() => verifySnapshot(into)),
      (error: unknown) => error instanceof SnapshotError,
    )
    writeFileSync(cut, 'no tar at all'.repeat(100))
    await assert.rejects(unpackSnapshot(cut, into), refused('file-damaged'))
    await assert.rejects(unpackSnapshot(join(folder, 'none.tar'), into), refused('missing'))
    for (const name of ['../outside.json', '/etc/outside.json', 'treatment/../../outside.json', 'run.sh']) {
      const tar = pack()
      tar.entry({ name }, 'x')
      tar.finalize()
      const chunks: Buffer[] = []
      for await (const chunk of tar) chunks.push(chunk as Buffer)
      writeFileSync(cut, Buffer.concat(chunks))
      await assert.rejects(unpackSnapshot(cut, into), refused('file-foreign'), name)
    }
  })
})
