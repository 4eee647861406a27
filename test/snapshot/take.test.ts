/** Snapshots of the record: nobody can be found in one, whoever is to be left out is, and it is there whole or not at all. */

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { caseKinds } from '#core/pathway/kinds.ts'
import { registryUse, testPatient } from '#core/registry/exclusion.ts'
import { levelNames } from '#core/registry/levels.ts'
import { append } from '#store/record/append.ts'
import { type Scope, withinScope } from '#store/scope.ts'
import { openEngine } from '#store/snapshot/engine.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { latestSnapshot, listSnapshots } from '#store/snapshot/latest.ts'
import { importOptOuts } from '#store/snapshot/opt-outs.ts'
import { snapshotsFolder } from '#store/snapshot/place.ts'
import { type TakenSnapshot, takeSnapshot } from '#store/snapshot/take.ts'
import {
  aCase,
  aPatient,
  newNumber,
  referralBody,
  say,
  signed,
  storeWithOrganisations,
} from '#test/case/support.ts'
import type { TestStore } from '#test/support/store.ts'
import { plantedBodies, plantedWord, textPlaces } from './planted.ts'
import { temporaryFolder, testKey } from './support.ts'

const dataFolder = temporaryFolder()
const registryKey = 'a secret of the registry, for tests only'
let store: TestStore

const take = (change: object = {}): Promise<TakenSnapshot> =>
  takeSnapshot(store.db, {
    dataFolder,
    release: 'full',
    asOf: '2026-11-22',
    signKey: testKey,
    registryKey,
    ...change,
  })

const treatmentBody = {
  procedure: 'transarterial-chemoembolisation',
  intent: 'disease-modifying',
  operators: [{ who: { name: 'Dr Ray Fictional' }, role: 'first' }],
  targets: [{ organ: 'liver', size: 31 }],
  guidance: ['fluoroscopy'],
  anaesthesia: 'sedation',
  technicalSuccess: 'yes',
  course: 1,
  minutes: 60,
  embolic: 'drug-eluting',
  selectivity: 'superselective',
  radiation: { dap: 100 },
  complicationNow: false,
}

/** A patient at an organisation with one treatment. */
async function treated(
  at: string,
  identity: object = {},
  on = '2026-03-02',
): Promise<{ id: string; patient: string }> {
  const patient = await aPatient(store.db, at, identity)
  const opened = await aCase(store.db, { treating: at, patient })
  await said(at, opened.id, 'referral', referralBody(at), `${on}T08:00:00Z`)
  await said(at, opened.id, 'treatment', treatmentBody, `${on}T10:00:00Z`)
  return opened
}

async function said(at: string, id: string, kind: string, body: unknown, when: string): Promise<void> {
  const done = await say(store.db, at, id, kind, body, new Date(when))
  assert.equal(done.outcome, 'appended', JSON.stringify(done))
}

async function saidOfPatient(
  at: string,
  patient: string,
  kind: typeof registryUse | typeof testPatient,
  body: object,
) {
  const scope: Scope = { person: 'somebody', organisations: [at] }
  const { at: occurredAt, ...by } = signed(at)
  const done = await withinScope(store.db, scope, (scoped) =>
    append(scoped, { ...by, subject: `patient:${patient}`, kind, body, occurredAt } as never),
  )
  assert.equal(done.outcome, 'appended', JSON.stringify(done))
}

function optOutFile(text: string): string {
  const file = join(dataFolder, 'opt-outs.txt')
  writeFileSync(file, text)
  return file
}

before(async () => {
  store = await storeWithOrganisations()
})

describe('a snapshot of the record', () => {
  it('holds nothing by which somebody can be found', async () => {
    const planted = {
      identifiers: [
        { system: 'nhs' as const, value: '9434765919' },
        { system: 'local' as const, value: 'QQ4711' },
      ],
      givenName: 'Zebedeea',
      familyName: 'Quillfeatherstone',
      postcode: 'ZX91 7QJ',
      gpPractice: `${plantedWord} Surgery`,
      birthOn: '1931-07-29',
    }
    const { id } = await treated('ZA', planted)
    const places = new Set<string>()
    for (const kind of caseKinds)
      for (const { body, places: here } of plantedBodies(kind)) {
        if (here.every((place) => places.has(place))) continue
        const done = await say(store.db, 'ZA', id, kind.name, body, new Date('2026-03-05T10:00:00Z'))
        if (done.outcome === 'appended') for (const place of here) places.add(place)
      }
    const all = caseKinds.flatMap((kind) => textPlaces(kind.fields ?? {}, kind.name))
    const missed = all.filter((place) => !places.has(place))
    assert.ok(all.length > 100 && missed.length <= 1, `not planted: ${missed.join(' ')}`)

    const { folder, manifest } = await take()
    assert.ok(manifest.levels.treatment.rows >= 1)
    const text = await everyValue(folder)
    assert.ok(text.includes('transarterial-chemoembolisation'), 'what is there is found')
    for (const secret of [
      ...[
        '9434765919',
        '943 476 5919',
        '943-476-5919',
        'QQ4711',
        'zebedeea',
        'quillfeatherstone',
        'zx91',
        '7qj',
      ],
      ...['1931-07-29', plantedWord, 'fictional', id, id.replaceAll('-', ''), 'person of', registryKey],
    ])
      assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret)
  })

  it('is the same, and not another, when nothing was said since', async () => {
    const one = await take()
    const other = await take()
    assert.deepEqual([other.id, other.isNew], [one.id, false])
    assert.equal((await listSnapshots(store.db)).filter(({ id }) => id === one.id).length, 1)
    const latest = await latestSnapshot(store.db, { dataFolder, sealPublicKeys: [testKey.publicKey] })
    assert.equal(latest?.id, one.id)
    await assert.rejects(
      latestSnapshot(store.db, { dataFolder: join(dataFolder, 'elsewhere'), sealPublicKeys: [] }),
      (error: unknown) => error instanceof SnapshotError && error.code === 'file-missing',
    )
  })

  it('knows a person by one pseudonym, wherever they were treated, and under another secret by another', async () => {
    const before = (await take()).manifest.levels
    const number = { identifiers: [{ system: 'nhs' as const, value: newNumber() }] }
    await treated('ZA', number, '2026-04-01')
    await treated('ZB', number, '2026-05-01')
    const { manifest, folder } = await take()
    assert.equal(manifest.levels.treatment.rows, before.treatment.rows + 2)
    assert.equal(manifest.levels.patient.rows, before.patient.rows + 1)
    const other = await take({ registryKey: 'another secret of another registry, for tests' })
    const keys = async (path: string) => new Set((await everyValue(path)).match(/"patient":"[a-z2-9]{12}"/g))
    const [mine, theirs] = [await keys(folder), await keys(other.folder)]
    assert.ok(mine.size > 1)
    assert.ok([...mine].every((key) => !theirs.has(key)))
  })

  it('leaves out who refused, who is no person, and who opted out, each counted', async () => {
    const before = await take()
    const opted = newNumber()
    const refused = await treated('ZA')
    const invented = await treated('ZB')
    await treated('ZC', { identifiers: [{ system: 'nhs', value: opted }] })
    await saidOfPatient('ZA', refused.patient, registryUse, { use: 'refused', asked: 'in-person' })
    await saidOfPatient('ZB', invented.patient, testPatient, { test: true })
    const spaced = `${opted.slice(0, 3)} ${opted.slice(3, 6)} ${opted.slice(6)}`
    const list = optOutFile(`\uFEFFNHS number\r\n${spaced}\r\n${opted}\r\n\r\n"9434765870",\r\n`)
    assert.deepEqual(await importOptOuts(store.db, list, registryKey), { numbers: 2, duplicates: 1 })
    const { manifest } = await take()
    assert.deepEqual(manifest.exclusions, { 'opted-out': 1, refused: 1, 'test-patient': 1 })
    assert.equal(manifest.levels.treatment.rows, before.manifest.levels.treatment.rows)
    const kept = await store.db.selectFrom('registry_opt_out').selectAll().execute()
    assert.ok(kept.every(({ digest }) => !digest.toString('latin1').includes(opted)))
    await saidOfPatient('ZA', refused.patient, registryUse, { use: 'agreed', asked: 'in-person' })
    const again = await take()
    assert.equal(again.manifest.levels.treatment.rows, before.manifest.levels.treatment.rows + 1)
  })

  it('takes no opt-out list with a line that is no number, and keeps the one before', async () => {
    const bad = optOutFile('9434765919\n943476591\n6541003238\nAda Plant\n')
    await assert.rejects(importOptOuts(store.db, bad, registryKey), (error: unknown) => {
      assert.ok(error instanceof SnapshotError && error.code === 'list-refused')
      assert.match(error.message, /line 2: .*line 4: /)
      assert.doesNotMatch(error.message, /943476591|Plant/)
      return true
    })
    assert.equal((await store.db.selectFrom('registry_opt_out').selectAll().execute()).length, 2)
    await assert.rejects(importOptOuts(store.db, join(dataFolder, 'none'), registryKey), /cannot be read/)
  })

  it('says so when another one is being taken', async () => {
    const both = await Promise.allSettled([take(), take()])
    const refusals = both
      .filter((each) => each.status === 'rejected')
      .map((each) => each.reason as SnapshotError)
    assert.deepEqual(
      refusals.map(({ code }) => code),
      ['under-way'],
    )
  })

  it('leaves nothing half-done when it is killed, and is taken by the next run', async () => {
    const folder = snapshotsFolder(dataFolder)
    const before = readdirSync(folder).sort()
    await treated('ZA')
    const script = join(import.meta.dirname, 'killed.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, store.url, dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    assert.ok(
      readdirSync(folder).some((name) => name.startsWith('.making-')),
      'it had begun',
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    assert.deepEqual(
      readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort(),
      before,
    )
    let taken: TakenSnapshot | null = null
    // The database notices in its own time that whoever held the lock is gone.
    for (let wait = 0; wait < 100 && !taken; wait++)
      taken = await take().catch(async (error: unknown) => {
        assert.ok(error instanceof SnapshotError && error.code === 'under-way', String(error))
        await pause(100)
        return null
      })
    assert.ok(taken?.isNew)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    )
  })
})

/** Every byte of every file as text, and every value of every Parquet file, read back. */
async function everyValue(folder: string): Promise<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const raw = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
  const engine = await openEngine({ folder, memory: '512MB' })
  const connection = await engine.connect()
  const values: string[] = []
  for (const level of levelNames) {
    if (!files.some(({ parentPath }) => parentPath.includes(`${level}/`))) continue
    const found = await connection.runAndReadAll(
      `select to_json(rows)::varchar from read_parquet('${folder}/${level}/*/*.parquet') as rows`,
    )
    values.push(...found.getRows().map(([row]) => String(row)))
  }
  connection.closeSync()
  engine.close()
  return [...raw, ...values].join('\n')
}
