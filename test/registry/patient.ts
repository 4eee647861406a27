/** Patients for tests of the registry: cases as lists of what was said, folded into rows. */

import { courseOf } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { rowsOf } from '#core/registry/fold.ts'
import type { Rows } from '#core/registry/levels.ts'
import { type PastTreatmentBody, pastTreatment } from '#core/registry/past-treatment.ts'
import type { PatientForRegistry } from '#core/registry/patient-for-registry.ts'
import { entriesOf, idOf, type Said, treated } from '../pathway/case-of.ts'

export const here = { code: 'RXA01', nation: 'england', region: 'north' }
export const there = { code: 'RXB02', nation: 'wales', region: 'south' }
const ABLATION = 'liver-ablation'

const ada = { name: 'Dr Ada Quill' }
let courses = 0

/** A case of a service; every body has to keep its kind's schema. */
export function caseAt(organisation: typeof here, ...said: readonly Said[]) {
  for (const { kind, body, erased } of said)
    if (!erased) caseKindNamed(kind)?.schema.parse(JSON.parse(JSON.stringify(body)))
  const subject = `case:${++courses}`
  // Ids that no other case of the test has.
  const [from, to] = ['00000000-0000', `${String(courses).padStart(8, '0')}-0000`]
  const entries = JSON.parse(JSON.stringify(entriesOf(said, subject)).replaceAll(from, to))
  return { course: courseOf(subject, entries), organisation }
}

export function patient(change: Partial<PatientForRegistry> = {}): PatientForRegistry {
  return { id: 'p1', sex: 'female', birthOn: '1950-03-14', diedOn: null, cases: [], past: [], ...change }
}

/** The rows of a patient with one case; pseudonyms are the ids themselves. */
export function rowsOfCase(...said: readonly Said[]): Rows {
  return fold(patient({ cases: [caseAt(here, ...said)] }))
}

export function fold(of: PatientForRegistry, asOf = '2027-12-31'): Rows {
  return rowsOf(of, (level, id) => `${level} ${id}`, asOf)
}

/** The only treatment of a patient. */
export function only(rows: Rows): Rows['treatment'][number] {
  const [row, ...more] = rows.treatment
  if (!row || more.length > 0) throw new Error(`${rows.treatment.length} treatments`)
  return row
}

export const ablated = (on: string, change: object = {}): Said =>
  treated(on, {
    procedure: ABLATION,
    targets: [{ organ: 'liver', size: 22, margin: 5 }],
    guidance: ['ct'],
    modality: 'microwave',
    ...change,
  })

export const scan = (on: string, change: object = {}): Said => ({
  kind: 'response-assessment',
  on,
  body: {
    baseline: false,
    criteria: 'ablation-zone',
    modality: 'ct',
    zone: 'complete',
    read: 'CR',
    reader: ada,
    specialist: true,
    ...change,
  },
})

/** By RECIST, of one target or more: letter to diameter. */
export const measured = (
  on: string,
  lesions: Readonly<Record<string, number>>,
  change: object = {},
): Said => ({
  kind: 'response-assessment',
  on,
  body: {
    baseline: false,
    criteria: 'recist-1.1',
    modality: 'ct',
    lesions: Object.entries(lesions).map(([key, diameter]) => ({
      key,
      organ: 'liver',
      kind: 'target',
      diameter,
    })),
    read: 'SD',
    reader: ada,
    specialist: true,
    ...change,
  },
})

export const baseline = (on: string, lesions: Readonly<Record<string, number>>): Said =>
  measured(on, lesions, { baseline: true, read: 'baseline' })

export const died = (on: string): Said => ({
  kind: 'death',
  on,
  body: { cause: 'Cancer', relation: 'no' },
})

export const reviewed = (on: string, treatment: number, noComplication = 'none'): Said => ({
  kind: 'safety-review',
  on,
  body: { treatment: idOf(treatment), noComplication },
})

export const complicated = (on: string, treatment: number, change: object = {}): Said => ({
  kind: 'complication',
  on,
  body: {
    treatment: idOf(treatment),
    what: 'Pain',
    cirse: '3',
    relation: 'likely',
    management: 'Analgesia',
    outcome: 'resolved',
    ...change,
  },
})

export const contacted = (on: string, change: object = {}): Said => ({
  kind: 'follow-up-contact',
  on,
  body: { how: 'clinic', by: ada, findings: 'Well', ...change },
})

export const scored = (on: string, value: number, moment: 'before' | 'after', change: object = {}): Said => ({
  kind: 'symptom-score',
  on,
  body: { symptom: 'pain', scale: 'nrs-0-10', value, moment, ...change },
})

export const answered = (on: string, change: object = {}): Said => ({
  kind: 'feedback',
  on,
  body: { state: 'given', experience: 'very-good', by: 'patient', ...change },
})

export const past = (id: string, body: Partial<PastTreatmentBody>, organisation = here) => ({
  id,
  organisation,
  body: pastTreatment.schema.parse({
    localKey: id,
    sex: 'female',
    procedure: ABLATION,
    treatedOn: '2022-03-01',
    intent: 'disease-modifying',
    ...body,
  }),
})
