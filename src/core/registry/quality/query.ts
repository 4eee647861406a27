/** A data query: a value that is missing, implausible or contradicted, and who can say what is right. */

import type { Course, Stated } from '../../pathway/course.ts'
import type { QueryRule } from './rules.ts'

export interface Query {
  readonly rule: QueryRule
  /** The id of the first statement of the entry that it is about; it stays when that is corrected. */
  readonly about: string
  /** What is wrong here, in a few words, without the patient. */
  readonly words: string
  /** What answers it: a new entry of this kind, or a correction of the entry that it is about. */
  readonly answer: { readonly record: string } | 'correction'
  /** From when it is asked, ISO 8601, UTC. */
  readonly opensAt: string
  /** Who can answer, as the record names them. */
  readonly by?: string
}

/** When a statement was first said: it stays when that is corrected. */
export const saidAt = ({ recordedAt, replaced }: Stated): string => replaced[0]?.recordedAt ?? recordedAt

/** Finds the queries of one rule in a course. Knows no present: a query says from when it is asked. */
export type FindQueries = (course: Course) => readonly Query[]
