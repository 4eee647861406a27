/** Whose treatments never reach a snapshot: those who opted out, who refused, and patients who are none. */

import type { Entry } from '../record/entry.ts'
import * as field from '../record/field.ts'
import { standing } from '../record/fold.ts'
import { kind } from '../record/kind.ts'

const registryUseFields = {
  use: field.choice({
    label: 'Use of the record for the registry',
    missing: 'Select what the patient decided',
    options: {
      agreed: ['Agreed', 'Pseudonymised treatments and outcomes go into the registry'],
      refused: ['Refused', 'Nothing of this patient goes into any further snapshot'],
    },
  }),
  asked: field.choice({
    label: 'How the patient said so',
    missing: 'Select how the patient said so',
    options: {
      'in-person': 'In person',
      telephone: 'By telephone or video',
      written: 'In writing',
      relative: 'Through somebody who speaks for them',
    },
  }),
} as const satisfies field.Fields

/** What a patient decided about the use of their record for the registry. Care goes on the same either way. */
export const registryUse = kind({
  name: 'registry-use',
  version: 1,
  of: 'patient',
  title: 'Use for the registry',
  schema: field.conditional(registryUseFields),
  fields: registryUseFields,
  line: ({ use }) => (use === 'refused' ? 'Use for the registry refused' : 'Use for the registry agreed'),
  corrects: false,
})

const testPatientFields = {
  test: field.yesNo({ label: 'A test patient, not a person', missing: 'Select yes or no' }),
} as const satisfies field.Fields

/** A patient made to try the system. */
export const testPatient = kind({
  name: 'test-patient',
  version: 1,
  of: 'patient',
  title: 'Test patient',
  schema: field.conditional(testPatientFields),
  fields: testPatientFields,
  line: ({ test }) => (test ? 'Marked as a test patient' : 'No test patient'),
  corrects: false,
})

export const exclusionReasons = ['opted-out', 'refused', 'test-patient'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

export const EXCLUSION_WORDS: Readonly<Record<ExclusionReason, string>> = {
  'opted-out': 'National data opt-out',
  refused: 'Refused by the patient',
  'test-patient': 'Test patient',
}

export interface ExclusionFacts {
  /** On the list of the national data opt-out. */
  readonly optedOut: boolean
  /** The entries of every record of this person, each in order of position. */
  readonly records: readonly (readonly Entry[])[]
}

/** The patient's last decision and mark in one record. */
export function registryStanding(entries: readonly Entry[]): {
  readonly use: 'agreed' | 'refused' | null
  readonly test: boolean
} {
  let use: 'agreed' | 'refused' | null = null
  let test = false
  for (const { entry } of standing(entries)) {
    if (entry.body === null) continue
    if (entry.kind === registryUse.name) use = (entry.body as { readonly use: 'agreed' | 'refused' }).use
    if (entry.kind === testPatient.name) test = (entry.body as { readonly test: boolean }).test
  }
  return { use, test }
}

/**
 * Why a person's rows are left out; null where they are not. A refusal in one of several records of the same
 * person is enough. An agreement does not lift the national opt-out: whoever consents is asked to lift it there.
 *
 * @see National data opt-out: checked before disclosure, persists after death (domain-facts i)
 */
export function exclusionOf({ optedOut, records }: ExclusionFacts): ExclusionReason | null {
  const said = records.map(registryStanding)
  if (said.some(({ test }) => test)) return 'test-patient'
  if (said.some(({ use }) => use === 'refused')) return 'refused'
  return optedOut ? 'opted-out' : null
}
