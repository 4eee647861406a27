/** What a letter about a case is written from. */

import type { Course } from '../pathway/course.ts'

/** Whom it is about, as letters name a patient. */
export interface LetterPatient {
  readonly givenName: string
  readonly familyName: string
  /** 1950-04-12 */
  readonly birthOn: string
  /** As they are read aloud, with what they are called: `NHS number`, `943 476 5919`. */
  readonly identifiers: readonly { readonly label: string; readonly value: string }[]
  readonly gpPractice: string | null
  readonly diedOn: string | null
}

/** How the treating department is reached. */
export interface LetterContact {
  readonly department: string
  readonly telephone: string
  readonly email?: string
  readonly outOfHours?: string
}

export interface LetterFacts {
  readonly course: Course
  readonly patient: LetterPatient
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

export function patientName({ givenName, familyName }: LetterPatient): string {
  return `${givenName} ${familyName}`
}

export function organisationName({ organisations }: LetterFacts, code: string): string {
  return organisations.get(code) ?? code
}
