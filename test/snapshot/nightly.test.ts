/** The nightly snapshot: none while nothing changed; uploaded treatments are their patients', or left out with them. */

import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { canonical } from '#core/record/digest.ts'
import { registryUse } from '#core/registry/exclusion.ts'
import type { PastTreatmentBody } from '#core/registry/past-treatment.ts'
import { numbersOf } from '#core/registry/vectors.ts'
import { append } from '#store/record/append.ts'
import { withinScope } from '#store/scope.ts'
import { openSnapshot } from '#store/snapshot/open.ts'
import type { TakenSnapshot } from '#store/snapshot/take.ts'
import { keepRows } from '#store/upload/keep-rows.ts'
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
import { takeSnapshotIfDue } from '../../src/jobs/take-snapshot.ts'
import { temporaryFolder, testKey } from './support.ts'

const dataFolder = temporaryFolder()
let store: TestStore

const takeIfDue = (): Promise<TakenSnapshot | null> =>
  takeSnapshotIfDue(store.db, {
    dataFolder,
    asOf: '2026-11-22',
    signKey: testKey,
    registryKey: 'a secret of the registry, for tests only',
  })

async function taken(): Promise<TakenSnapshot> {
  const snapshot = await takeIfDue()
  assert.ok(snapshot, 'something was said since')
  return snapshot
}

/** A registered patient with a case in which one treatment was done. */
async function treated(at: string, value: string): Promise<string> {
  const patient = await aPatient(store.db, at, {
    identifiers: [{ system: 'nhs', value }],
    birthOn: '1951-07-14',
  })
  const { id } = await aCase(store.db, { treating: at, patient })
  const body = {
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
  for (const [kind, said, when] of [
    ['referral', referralBody(at), '2026-03-02T08:00:00Z'],
    ['treatment', body, '2026-03-02T10:00:00Z'],
  ] as const) {
    const done = await say(store.db, at, id, kind, said, new Date(when))
    assert.equal(done.outcome, 'appended', JSON.stringify(done))
  }
  return patient
}

/** A treatment of 2019 that an organisation uploads, as a program would. */
async function uploaded(organisation: string, value: string): Promise<void> {
  const body = {
    localKey: `RIS-${value}`,
    patient: { system: 'nhs', value },
    birthOn: '1951-07-14',
    sex: 'female',
    procedure: 'liver-ablation',
    treatedOn: '2019-03-12',
    intent: 'disease-modifying',
    tumourSite: 'hepatocellular',
    technicalSuccess: 'yes',
  } as PastTreatmentBody
  const [upload, key, text] = [randomUUID(), randomUUID(), canonical(body)]
  await store.owner.query("insert into upload (id, organisation, key, state) values ($1, $2, $3, 'kept')", [
    upload,
    organisation,
    key,
  ])
  const by = { upload, organisation, author: `key:${key}`, role: 'program' }
  const digest = createHash('sha256').update(text).digest('hex')
  const kept = await withinScope(
    store.db,
    { person: `key:${key}`, organisations: [organisation], ownOnly: true },
    (own) =>
      own.transaction().execute((tx) => keepRows(tx, by, [{ key: body.localKey, text, digest, body }])),
  )
  assert.equal(kept.fresh, 1)
}

before(async () => {
  store = await storeWithOrganisations()
})

describe('the nightly snapshot', () => {
  it('is not taken while nothing was said, and once when something was', async () => {
    assert.equal(await takeIfDue(), null, 'there is nothing in the record')
    await treated('ZA', newNumber())
    const first = await taken()
    assert.ok(first.isNew)
    assert.equal(await takeIfDue(), null, 'nothing was said since')
    await treated('ZB', newNumber())
    const second = await taken()
    assert.notEqual(second.id, first.id)
    assert.equal(await takeIfDue(), null, 'nothing was said since')
    assert.equal((await store.db.selectFrom('registry_snapshot').select('id').execute()).length, 2)
  })

  it('makes one patient of a registered one and a treatment that another service uploads', async () => {
    const before = (await takeIfDue())?.manifest.levels ?? (await lastLevels())
    const number = newNumber()
    await treated('ZA', number)
    await uploaded('ZB', number)
    const { folder, manifest } = await taken()
    assert.equal(manifest.levels.patient.rows, before.patient.rows + 1)
    assert.equal(manifest.levels.treatment.rows, before.treatment.rows + 2)
    const snapshot = await openSnapshot(folder)
    const everyone = { conditions: [] }
    const rows = await snapshot.vectors({
      unit: 'treatment',
      columns: ['patientRow', 'year'],
      cohort: everyone,
    })
    const [patients, years] = [numbersOf(rows, 'patientRow'), numbersOf(rows, 'year')]
    const past = years.indexOf(2019)
    const theirs = [...years].filter((_, at) => patients[at] === patients[past])
    assert.deepEqual(theirs.sort(), [2019, 2026])
    await snapshot.close()
  })

  it('leaves out both where the patient refused', async () => {
    const before = await lastLevels()
    const number = newNumber()
    const patient = await treated('ZA', number)
    await uploaded('ZB', number)
    assert.equal((await taken()).manifest.levels.treatment.rows, before.treatment.rows + 2)
    const { at: occurredAt, ...by } = signed('ZA')
    const refusal = await withinScope(store.db, { person: 'somebody', organisations: ['ZA'] }, (scoped) =>
      append(scoped, {
        ...{ ...by, subject: `patient:${patient}`, kind: registryUse, occurredAt },
        body: { use: 'refused', asked: 'in-person' },
      } as never),
    )
    assert.equal(refusal.outcome, 'appended', JSON.stringify(refusal))
    const { manifest } = await taken()
    assert.equal(manifest.levels.treatment.rows, before.treatment.rows)
    assert.equal(manifest.levels.patient.rows, before.patient.rows)
    assert.equal(manifest.exclusions.refused, 1)
  })
})

async function lastLevels() {
  const { manifest } = await store.db
    .selectFrom('registry_snapshot')
    .select('manifest')
    .orderBy('taken_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return (JSON.parse(manifest) as TakenSnapshot['manifest']).levels
}
