/** What the fold takes: one patient with all that any service said of them, and how pseudonyms are made. */

import type { Course } from '../pathway/course.ts'
import type { Level } from './levels.ts'
import type { PastTreatment } from './past-treatment.ts'

export interface OrganisationFacts {
  readonly code: string
  readonly nation: string
  readonly region: string
}

export interface CaseForRegistry {
  readonly course: Course
  /** The service that treats. */
  readonly organisation: OrganisationFacts
}

export interface PatientForRegistry {
  /** The person's identity: the same for all of their cases, wherever they were treated. */
  readonly id: string
  readonly sex: string
  /** 1948-03-09 */
  readonly birthOn: string
  readonly diedOn: string | null
  readonly cases: readonly CaseForRegistry[]
  readonly past: readonly PastTreatment[]
}

/** Makes a pseudonym: the same for the same level and id. */
export type KeyOf = (level: Level | 'operator', id: string) => string
