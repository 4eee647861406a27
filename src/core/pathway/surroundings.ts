/** What a case is judged against beside its own record: the treating service's record, and its MDT meetings. */

import type { Course } from './course.ts'

export interface MeetingHeld {
  readonly id: string
  readonly organisation: string
  readonly team: string
  /** When it was, or will be; ISO 8601, UTC. */
  readonly at: string
  /** Cancelled ones are not among them. */
  readonly tumourSites: readonly string[]
}

export interface Surroundings {
  /** The organisation that treats. */
  readonly treating: string
  /** The treating service's record, folded as a case's is: protocols, licences, competence, leaflets. */
  readonly service: Course
  /** Of the treating organisation, by time. */
  readonly meetings: readonly MeetingHeld[]
}
