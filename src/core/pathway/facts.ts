/** What a form knows beside the record: the present, who signs, whose case it is. */

import type { Clinician } from '../record/field.ts'
import type { Course } from './course.ts'
import type { Surroundings } from './surroundings.ts'

export interface Facts {
  readonly course: Course
  readonly surroundings: Surroundings
  /** The present, by the server's clock; ISO 8601, UTC. */
  readonly now: string
  /** Who signs. */
  readonly person: Clinician | null
  /** As what they sign. */
  readonly role?: string | undefined
  /** The organisation for which they sign. */
  readonly organisation: string | null
  readonly patient: {
    /** As 1950-03-14. */
    readonly birthOn: string
    /** As the patient's own record says; a death in the case's record counts as well. */
    readonly diedOn: string | null
  } | null
}
