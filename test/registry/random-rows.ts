/** Invented rows of treatments from a seed, and a stand-in for a snapshot that filters them as DuckDB does. */

import type { Cohort, Condition } from '#core/registry/cohort.ts'
import { noneLone } from '#core/registry/disclosure/lone.ts'
import type { Around } from '#core/registry/figure/around.ts'
import type { Needed } from '#core/registry/figure/needed.ts'
import type { Vector, Vectors } from '#core/registry/vectors.ts'

export type Row = Readonly<Record<string, string | number | null>>

export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const regions = [
  ['London', 'England'],
  ['North West', 'England'],
  ['Midlands', 'England'],
  ['South West', 'England'],
  ['South East', 'England'],
  ['West of Scotland', 'Scotland'],
  ['East of Scotland', 'Scotland'],
  ['South East Wales', 'Wales'],
  ['North Wales', 'Wales'],
  ['Northern Ireland', 'Northern Ireland'],
] as const

/** Two organisations a region. */
export const organisations = regions.flatMap(([region, nation], at) =>
  [0, 1].map((which) => ({ code: `Z${at}${which}`, name: `Hospital ${at}${which}`, region, nation })),
)

export const around: Around = {
  asOf: '2026-11-22',
  organisations: new Map(organisations.map(({ code, ...facts }) => [code, facts])),
  lone: noneLone,
  population: regions.map(([region, nation], at) => ({ region, nation, people: 1_000_000 * (at + 1) })),
  declared: new Map(organisations.map(({ code }, at) => [code, at % 4 === 3 ? null : at % 3 !== 0])),
}

const asOfDay = Math.round(Date.parse('2026-11-22T00:00:00Z') / 86_400_000)
const procedures = ['liver-ablation', 'nephrostomy', 'selective-internal-radiation-therapy']

/** @param spread how unequal organisations are: some do hundreds, some a handful */
export function randomRows(count: number, seed: number, spread = 2): readonly Row[] {
  const random = seeded(seed)
  const weights = organisations.map(() => random() ** spread)
  const all = weights.reduce((sum, each) => sum + each, 0)
  const pick = <Each>(list: readonly Each[]) => list[Math.floor(random() * list.length)] as Each
  return Array.from({ length: count }, (_, at): Row => {
    let left = random() * all
    const place = weights.findIndex((weight) => {
      left -= weight
      return left <= 0
    })
    const organisation = organisations[place] ?? organisations[0]
    const started = asOfDay - Math.floor(random() * 2000)
    const procedure = random() < 0.6 ? 'liver-ablation' : pick(procedures)
    const childPugh = random() < 0.1 ? null : pick(['A', 'A', 'A', 'B', 'C'])
    const hazard = (childPugh === 'A' ? 1 : childPugh === 'B' ? 1.8 : 3) / 700
    const death = Math.floor(-Math.log(1 - random()) / hazard)
    const seen = Math.min(asOfDay - started, Math.floor(random() * 2500))
    const died = death <= seen
    const progression = Math.floor(-Math.log(1 - random()) / (hazard * 1.5))
    const progressed = progression <= Math.min(death, seen)
    const known = random() < 0.9
    return {
      treatment: `t${at}`,
      patient: `p${Math.floor(at / 1.2)}`,
      patientRow: Math.floor(at / 1.2),
      organisation: organisation?.code ?? '',
      region: organisation?.region ?? '',
      nation: organisation?.nation ?? '',
      year: new Date(started * 86_400_000).getUTCFullYear(),
      startedOn: started,
      procedure,
      intent: procedure === 'nephrostomy' ? 'supportive' : 'disease-modifying',
      icd10: pick(['C22', 'C18', 'C20', 'C64']),
      sex: pick(['female', 'male']),
      age: 35 + Math.floor(random() * 50),
      childPugh,
      largestTumour: 8 + Math.floor(random() * 50),
      technicalSuccess: known ? (random() < 0.93 ? 1 : 0) : null,
      techniqueEfficacy: known ? (random() < 0.9 ? 1 : 0) : null,
      severe30: known ? (random() < 0.06 ? 1 : 0) : null,
      died30: known ? (random() < 0.03 ? 1 : 0) : null,
      bestResponse: pick(['CR', 'PR', 'SD', 'PD', null]),
      bestChange: random() < 0.2 ? null : Math.round(60 - random() * 150),
      criteria: 'mrecist',
      daysToDeath: died ? death : null,
      daysToLastSeen: died ? death : seen,
      daysToProgression: progressed ? progression : null,
      daysToLocalProgression: progressed && random() < 0.5 ? progression : null,
      daysToLastImaging: died ? death : seen,
      daysToNextTreatment: null,
      daysToSevere: random() < 0.06 ? Math.floor(random() * 30) : null,
      daysFromReferral: Math.floor(random() * 60),
    }
  })
}

function holds(row: Row, condition: Condition): boolean {
  const value = row[condition.column] ?? null
  if (condition.is === 'between') {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = condition
    return value !== null && Number(value) >= from && Number(value) <= to
  }
  if (condition.is === 'one-of') return value !== null && condition.values.includes(String(value))
  return (value !== null) === (condition.is === 'known')
}

export const rowsIn = (rows: readonly Row[], { conditions }: Cohort) =>
  rows.filter((row) => conditions.every((condition) => holds(row, condition)))

/** What a snapshot answers to `neededFor`. */
export function vectorsOf(rows: readonly Row[], { cohort, columns, firstPerPatient }: Needed): Vectors {
  let kept = rowsIn(rows, cohort)
  if (firstPerPatient) {
    const first = new Map<string, Row>()
    for (const row of kept) {
      const known = first.get(String(row.patient))
      if (!known || Number(row.startedOn) < Number(known.startedOn)) first.set(String(row.patient), row)
    }
    kept = [...first.values()]
  }
  return {
    length: kept.length,
    columns: Object.fromEntries(
      columns.map((name) => [
        name,
        vectorOf(
          kept.map((row) => row[name] ?? null),
          rows,
          name,
        ),
      ]),
    ),
  }
}

function vectorOf(values: readonly (string | number | null)[], rows: readonly Row[], name: string): Vector {
  if (rows.some((row) => typeof row[name] === 'string')) {
    // All that the level has in the snapshot, whether the cohort has them or not.
    const distinct = [
      ...new Set(rows.flatMap((row) => (row[name] === null ? [] : [String(row[name])]))),
    ].sort()
    const place = new Map(distinct.map((value, at) => [value, at + 1]))
    return {
      type: 'choice',
      values: distinct,
      codes: Uint32Array.from(values, (value) => (value === null ? 0 : (place.get(String(value)) ?? 0))),
    }
  }
  return {
    type: 'number',
    values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
  }
}
