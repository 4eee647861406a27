/** What a letter about a case is written from. */

import type { Course } from '../pathway/course.ts'
import type { Patient } from '../patient/patient.ts'

/** How the treating department is reached. */
export interface LetterContact {
  readonly department: string
  readonly telephone: string
  readonly email?: string
  readonly outOfHours?: string
}

export interface LetterFacts {
  readonly course: Course
  readonly patient: Patient
  readonly treating: string
  /** Names of organisations by code. */
  readonly organisations: ReadonlyMap<string, string>
  /** Null where the service has not said how it is reached. */
  readonly contact: LetterContact | null
  /** The day on which it is written. */
  readonly today: string
  /** In a demonstration. */
  readonly fictional: boolean
}

/** As a letter says it. */
export function patientName({ givenName, familyName }: Pick<Patient, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`
}

export function organisationName({ organisations }: LetterFacts, code: string): string {
  return organisations.get(code) ?? code
}
