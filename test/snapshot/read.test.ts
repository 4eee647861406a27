/** Reading a snapshot: cohorts as they are counted by hand, joins, first treatments, one order, and what is refused. */

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Cohort } from '#core/registry/cohort.ts'
import type { TreatmentRow } from '#core/registry/levels/treatment.ts'
import type { Rows } from '#core/registry/levels.ts'
import { choicesOf, numbersOf } from '#core/registry/vectors.ts'
import { openSnapshot, type Snapshot } from '#store/snapshot/open.ts'
import { writeSnapshot } from '#store/snapshot/write.ts'
import { inventedRows, temporaryFolder, testKey } from './support.ts'

const folder = temporaryFolder()
const people = [...inventedRows(1500, 7)].flatMap(({ rows }) => rows ?? [])
const treatments = people.flatMap((rows: Rows) => rows.treatment)
let snapshot: Snapshot

before(async () => {
  await writeSnapshot(
    join(folder, 'snapshot'),
    people.map((rows) => ({ rows })),
    {
      asOf: '2026-11-22',
      codeVersion: { version: '0.1.0', commit: null },
      release: 'full',
      signKey: testKey,
      around: { organisations: {} },
    },
  )
  snapshot = await openSnapshot(join(folder, 'snapshot'))
})
after(() => snapshot.close())

const day = (text: string) => Date.parse(text) / 86_400_000
const everyone: Cohort = { conditions: [] }
const cohorts: [Cohort, (row: TreatmentRow) => boolean][] = [
  [everyone, () => true],
  [
    { conditions: [{ column: 'intent', is: 'one-of', values: ['disease-modifying'] }] },
    ({ intent }) => intent === 'disease-modifying',
  ],
  [
    {
      conditions: [
        { column: 'sex', is: 'one-of', values: ['female', 'male'] },
        { column: 'age', is: 'between', from: 50, to: 900 },
        { column: 'technicalSuccess', is: 'one-of', values: ['no'] },
      ],
    },
    ({ sex, age, technicalSuccess }) =>
      (sex === 'female' || sex === 'male') &&
      age !== null &&
      age >= 50 &&
      age <= 900 &&
      technicalSuccess === false,
  ],
  [
    {
      conditions: [
        { column: 'startedOn', is: 'between', from: day('2016-02-29'), to: day('2019-12-31') },
        { column: 'largestTumour', is: 'known' },
      ],
    },
    ({ startedOn, largestTumour }) =>
      startedOn !== null && startedOn >= '2016-02-29' && startedOn <= '2019-12-31' && largestTumour !== null,
  ],
  [{ conditions: [{ column: 'daysToDeath', is: 'not-known' }] }, ({ daysToDeath }) => daysToDeath === null],
  [
    { conditions: [{ column: 'largestTumour', is: 'between', to: 12.5 }] },
    (row) => row.largestTumour !== null && row.largestTumour <= 12.5,
  ],
  [{ conditions: [{ column: 'organisation', is: 'one-of', values: ['ZZ999'] }] }, () => false],
]

describe('a cohort', () => {
  it('is counted as by hand', async () => {
    for (const [cohort, holds] of cohorts) {
      const rows = treatments.filter(holds)
      assert.deepEqual(await snapshot.count(cohort), {
        treatments: rows.length,
        patients: new Set(rows.map(({ patient }) => patient)).size,
        organisations: new Set(rows.flatMap(({ organisation }) => organisation ?? [])).size,
      })
      const counted = await snapshot.countsBy(cohort, 'tumourSite')
      for (const { value, treatments: many } of counted)
        assert.equal(many, rows.filter(({ tumourSite }) => tumourSite === value).length)
      assert.equal(
        counted.reduce((sum, each) => sum + each.treatments, 0),
        rows.length,
      )
    }
  })

  it('gives its columns in one order, whoever asks and whenever', async () => {
    for (const [cohort, holds] of cohorts) {
      const query = { unit: 'treatment', columns: ['treatment', 'age', 'sex', 'died30'], cohort } as const
      const [one, other] = [await snapshot.vectors(query), await snapshot.vectors(query)]
      assert.deepEqual(one, other)
      const byKey = new Map(treatments.filter(holds).map((row) => [row.treatment, row]))
      assert.equal(one.length, byKey.size)
      const [keys, sexes] = [choicesOf(one, 'treatment'), choicesOf(one, 'sex')]
      for (let at = 0; at < one.length; at++) {
        const row = byKey.get(keys.values[(keys.codes[at] ?? 0) - 1] ?? '')
        assert.ok(row)
        assert.equal(numbersOf(one, 'age')[at], row.age ?? Number.NaN)
        assert.equal(numbersOf(one, 'died30')[at], row.died30 === null ? Number.NaN : Number(row.died30))
        assert.equal(sexes.values[(sexes.codes[at] ?? 0) - 1] ?? null, row.sex)
      }
    }
  })

  it('keeps of each patient the first treatment, where only that is asked for', async () => {
    for (const [cohort, holds] of cohorts) {
      const vectors = await snapshot.vectors({
        unit: 'treatment',
        columns: ['treatment', 'patient'],
        cohort,
        firstPerPatient: true,
      })
      const keys = choicesOf(vectors, 'treatment')
      const kept = new Set(Array.from(keys.codes, (code) => keys.values[code - 1]))
      const byPatient = Map.groupBy(treatments.filter(holds), ({ patient }) => patient)
      assert.equal(kept.size, byPatient.size)
      for (const rows of byPatient.values()) {
        const first = rows.map(({ startedOn }) => startedOn).sort()[0]
        assert.equal(rows.filter(({ treatment }) => kept.has(treatment)).length, 1)
        assert.equal(rows.find(({ treatment }) => kept.has(treatment))?.startedOn, first)
      }
    }
  })

  it('gives rows of other levels with what their treatment says', async () => {
    const [cohort, holds] = cohorts[1] ?? [everyone, () => true]
    const chosen = new Map(treatments.filter(holds).map((row) => [row.treatment, row]))
    for (const unit of ['session', 'tumour', 'complication', 'feedback'] as const) {
      const rows = people.flatMap(
        (each) => each[unit] as readonly { treatment: string; year: number | null }[],
      )
      const vectors = await snapshot.vectors({
        unit,
        columns: ['treatment', 'year', 'ecog', 'daysToNextTreatment'],
        cohort,
      })
      assert.equal(vectors.length, rows.filter(({ treatment }) => chosen.has(treatment)).length)
      const [keys, ecog] = [choicesOf(vectors, 'treatment'), choicesOf(vectors, 'ecog')]
      for (let at = 0; at < vectors.length; at++) {
        const treatment = chosen.get(keys.values[(keys.codes[at] ?? 0) - 1] ?? '')
        assert.ok(treatment)
        assert.equal(ecog.values[(ecog.codes[at] ?? 0) - 1] ?? null, treatment.ecog)
        assert.equal(
          numbersOf(vectors, 'daysToNextTreatment')[at],
          treatment.daysToNextTreatment ?? Number.NaN,
        )
      }
    }
    const patients = await snapshot.vectors({
      unit: 'patient',
      columns: ['patient', 'birthYear', 'intent'],
      cohort,
    })
    assert.equal(patients.length, new Set([...chosen.values()].map(({ patient }) => patient)).size)
    assert.ok(
      choicesOf(patients, 'intent').codes.every((code) => code === choicesOf(patients, 'intent').codes[0]),
    )
  })

  it('is refused where the snapshot does not know what it asks for', async () => {
    const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code
    for (const condition of [
      { column: 'postcode', is: 'known' },
      { column: 'patientRow', is: 'known' },
      { column: 'intent', is: 'one-of', values: ["x' or true --"] },
      { column: 'organisation', is: 'one-of', values: ["'); drop view treatment; --"] },
      { column: 'age', is: 'one-of', values: ['70'] },
      { column: 'technicalSuccess', is: 'one-of', values: ['maybe'] },
      { column: 'intent', is: 'between', from: 1 },
      { column: 'age', is: 'between' },
    ] as Cohort['conditions'])
      await assert.rejects(
        snapshot.count({ conditions: [condition] }),
        refused('cohort-refused'),
        JSON.stringify(condition),
      )
    for (const column of ['name', 'treatment"', 'x; select 1'])
      await assert.rejects(
        snapshot.vectors({ unit: 'session', columns: [column], cohort: everyone }),
        refused('column-refused'),
      )
    await assert.rejects(snapshot.countsBy(everyone, 'patient'), refused('column-refused'))
  })
})
