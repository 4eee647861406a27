/**
 * Response over a case's course. Case page, form and registry ask this one function. A baseline that is corrected
 * changes every response after it, for all is computed anew from what stands.
 */

import type { Course, Stated } from '../pathway/course.ts'
import type { responseAssessment } from '../pathway/kinds/follow-up.ts'
import type { TimePoint } from './follow.ts'
import type { Category } from './lesion.ts'
import { type Assessed, isCriteria, linesOf, pointIn, type ResponseLines, withOneMore } from './lines.ts'

export type ResponseBody = ReturnType<(typeof responseAssessment)['schema']['parse']>

export interface ResponseOver extends ResponseLines {
  /** The time point of an assessment, by the id of any statement of it. */
  pointOf(entry: string): TimePoint | undefined
}

/** An assessment that is not recorded yet. */
export interface AssessmentDraft {
  readonly body: Pick<ResponseBody, 'baseline' | 'criteria' | 'lesions'>
  /** ISO 8601; where it is not known yet, after all others. */
  readonly occurredAt?: string | undefined
  /** The entry that it corrects. */
  readonly corrects?: string | undefined
}

/** The id of a draft among assessments. */
const draftId = 'draft'

/** The response of a course. */
export function responseOver(course: Course): ResponseOver {
  const lines = linesOf(assessedIn(course))
  return { ...lines, pointOf: (entry) => pointIn(lines, course.standing(entry)?.entry ?? entry) }
}

/**
 * The assessments of a course as plain data, in order of time.
 *
 * @param without an entry that is being corrected: what stands of it is left out
 */
export function assessedIn(course: Course, without?: string): readonly Assessed[] {
  const left = without === undefined ? undefined : course.standing(without)?.entry
  return course
    .of<ResponseBody>({ name: 'response-assessment' })
    .filter(({ entry }) => entry !== left)
    .map(assessedOf)
}

/** What `computed` of a response assessment is to be; undefined where the rule says nothing, as of a baseline. */
export function computedResponse(course: Course, draft: AssessmentDraft): Category | undefined {
  const { body, occurredAt = '', corrects } = draft
  if (body.baseline || !isCriteria(body.criteria)) return undefined
  const more = { id: draftId, on: occurredAt, ...plain(body) }
  return pointIn(linesOf(withOneMore(assessedIn(course, corrects), more)), draftId)?.overall ?? undefined
}

function assessedOf({ entry, occurredAt, body }: Stated<ResponseBody>): Assessed {
  return { id: entry, on: occurredAt, ...plain(body) }
}

function plain({ criteria, baseline, lesions = [] }: AssessmentDraft['body']) {
  return { criteria, baseline, lesions }
}
