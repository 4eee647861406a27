/**
 * Invented treatments in any number, from a seed: rows as the fold makes them, for benchmarks and tests. A patient at
 * a time, so that a million take no more memory than one. How patients fare is as in the demonstration.
 */

import type { Nation } from '#core/catalogue/organisations.ts'
import type { Rows } from '#core/registry/levels.ts'
import { pseudonym } from '#core/registry/snapshot/pseudonym.ts'
import { type Chance, chance as chanceFrom } from '../random.ts'
import { type GeneratedPatient, patientsOf } from './generated-patient.ts'
import { levelRows } from './generated-rows.ts'
import { treatmentRowOf } from './generated-treatment.ts'

export interface Generate {
  /** How many treatments at least: the last patient is told to the end. */
  readonly treatments: number
  readonly seed?: number
  /** 2026-11-22 */
  readonly asOf?: string
}

export interface GeneratedOrganisation {
  readonly code: string
  readonly nation: Nation
  readonly region: string
}

const regions: readonly (readonly [string, Nation])[] = [
  ...['London', 'North West', 'Midlands', 'South West', 'South East', 'North East and Yorkshire'].map(
    (region) => [region, 'England'] as const,
  ),
  ...['West of Scotland', 'East of Scotland'].map((region) => [region, 'Scotland'] as const),
  ...['South East Wales', 'North Wales'].map((region) => [region, 'Wales'] as const),
  ['Northern Ireland', 'Northern Ireland'],
]

/** Sixty services that there are not. */
export const generatedOrganisations: readonly GeneratedOrganisation[] = Array.from(
  { length: 60 },
  (_, at) => {
    const [region, nation] = regions[at % regions.length] ?? ['London', 'England']
    return { code: `ZZ${String(at + 1).padStart(3, '0')}`, nation, region }
  },
)

/** Patients with their rows, one at a time. */
export function* generateRows(options: Generate): Generator<Rows> {
  for (const { patient, chance } of generatePatients(options)) yield rowsOf(patient, chance)
}

/** Patients before they are rows; `chance` goes on with what is theirs. */
export function* generatePatients({
  treatments,
  seed = 1,
  asOf = '2026-11-22',
}: Generate): Generator<{ readonly patient: GeneratedPatient; readonly chance: Chance }> {
  const chance = chanceFrom(seed)
  let made = 0
  for (const patient of patientsOf(chance, generatedOrganisations, asOf)) {
    yield { patient, chance }
    made += patient.treatments.length
    if (made >= treatments) return
  }
}

const bytes = new Uint8Array(8)
const eight = new DataView(bytes.buffer)

function rowsOf(patient: GeneratedPatient, chance: Chance): Rows {
  const key = () => {
    eight.setUint32(0, chance.next() * 2 ** 32)
    eight.setUint32(4, chance.next() * 2 ** 32)
    return pseudonym(bytes)
  }
  const id = key()
  const told = patient.treatments.map((treatment, at) => {
    const treatmentKey = key()
    const joined = {
      treatment: treatmentKey,
      patient: id,
      organisation: treatment.organisation.code,
      year: Number(treatment.startedOn.slice(0, 4)),
    }
    const next = patient.treatments[at + 1]
    const row = treatmentRowOf(patient, treatment, next, joined)
    return { row, rows: levelRows(treatment, row, joined, key) }
  })
  const first = told[0]?.row
  return {
    patient: first
      ? [
          {
            patient: id,
            nation: first.nation,
            year: first.year,
            sex: first.sex,
            birthYear: patient.birthYear,
            firstTreatedOn: first.startedOn,
            treatments: told.length,
            died: first.daysToDeath !== null,
            daysToDeath: first.daysToDeath,
            daysToLastSeen: first.daysToLastSeen,
          },
        ]
      : [],
    treatment: told.map(({ row }) => row),
    session: told.flatMap(({ rows }) => rows.session),
    tumour: told.flatMap(({ rows }) => rows.tumour),
    assessment: told.flatMap(({ rows }) => rows.assessment),
    complication: told.flatMap(({ rows }) => rows.complication),
    feedback: told.flatMap(({ rows }) => rows.feedback),
  }
}
