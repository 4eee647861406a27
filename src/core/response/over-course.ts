/**
 * Response over a case's course: its assessments as lines, each a baseline and the scans that follow it, read by
 * the rule that they name. Case page, form and registry ask this one function.
 *
 * A baseline that is corrected changes every response after it, for all is computed anew from what stands. A
 * second baseline before any scan takes the first one's place; after one, it begins a new line, as a new course of
 * treatment does. Scans by another rule than the baseline's are not compared with it.
 */

import type { Course, Stated } from '../pathway/course.ts'
import type { responseAssessment } from '../pathway/kinds/follow-up.ts'
import { type Followed, follow, type TimePoint } from './follow.ts'
import { type Category, CRITERIA_WORDS, type Criteria, type Scan } from './lesion.ts'
import { rulesOf } from './rules.ts'

export type ResponseBody = ReturnType<(typeof responseAssessment)['schema']['parse']>

export interface ResponseLine {
  readonly criteria: Criteria
  readonly baseline: Stated<ResponseBody>
  /** Baselines whose place it took. */
  readonly superseded: readonly Stated<ResponseBody>[]
  /** In the order of `followed.points`. */
  readonly scans: readonly Stated<ResponseBody>[]
  readonly followed: Followed
  /** What a reader should know of the line as a whole. */
  readonly notes: readonly string[]
}

export interface ResponseOver {
  /** By the time of their baselines. */
  readonly lines: readonly ResponseLine[]
  /** Scans that no line could take, each with why. */
  readonly unanswered: readonly { readonly entry: string; readonly words: string }[]
  /** The time point of an assessment, by the id of any statement of it. */
  pointOf(entry: string): TimePoint | undefined
}

/** Where an assessment that is not recorded yet would stand. */
export interface AssessmentDraft {
  readonly body: Pick<ResponseBody, 'baseline' | 'criteria' | 'lesions'>
  /** ISO 8601; where it is not known yet, after all others. */
  readonly occurredAt?: string | undefined
  /** The entry that it corrects. */
  readonly corrects?: string | undefined
}

/** The entry id under which a draft stands in `withDraft`. */
export const draftEntry = 'draft'

/** The response of a course. */
export function responseOver(course: Course): ResponseOver {
  return read(assessmentsOf(course), (id) => course.standing(id)?.entry)
}

/** The response of a course as it would be with a draft in it. */
export function responseWith(course: Course, draft: AssessmentDraft): ResponseOver {
  const corrected = draft.corrects ? course.standing(draft.corrects)?.entry : undefined
  const others = assessmentsOf(course).filter(({ entry }) => entry !== corrected)
  const stated = draftStated(draft)
  const at = others.findIndex(({ occurredAt }) => occurredAt > stated.occurredAt)
  const all = at < 0 ? [...others, stated] : [...others.slice(0, at), stated, ...others.slice(at)]
  return read(all, (id) => (id === draftEntry ? id : course.standing(id)?.entry))
}

/** What `computed` of a response assessment is to be; undefined where the rule says nothing, as of a baseline. */
export function computedResponse(course: Course, draft: AssessmentDraft): Category | undefined {
  if (draft.body.baseline || !isCriteria(draft.body.criteria)) return undefined
  return responseWith(course, draft).pointOf(draftEntry)?.overall ?? undefined
}

/** An assessment as a scan. */
export function scanOf(stated: Pick<Stated<ResponseBody>, 'entry' | 'occurredAt' | 'body'>): Scan {
  return { id: stated.entry, on: stated.occurredAt, lesions: stated.body.lesions ?? [] }
}

function assessmentsOf(course: Course): readonly Stated<ResponseBody>[] {
  return course.of<ResponseBody>({ name: 'response-assessment' })
}

function isCriteria(criteria: string): criteria is Criteria {
  return criteria === 'recist-1.1' || criteria === 'mrecist'
}

interface Open {
  baseline: Stated<ResponseBody>
  readonly superseded: Stated<ResponseBody>[]
  readonly scans: Stated<ResponseBody>[]
}

function read(
  assessments: readonly Stated<ResponseBody>[],
  standingId: (id: string) => string | undefined,
): ResponseOver {
  const open: (Open & { readonly criteria: Criteria })[] = []
  const unanswered: { entry: string; words: string }[] = []
  for (const stated of assessments) {
    const { criteria } = stated.body
    if (!isCriteria(criteria)) continue
    const line = open.findLast((each) => each.criteria === criteria)
    if (!stated.body.baseline) {
      if (line) line.scans.push(stated)
      else unanswered.push({ entry: stated.entry, words: withoutBaseline(criteria, open) })
    } else if (line && line.scans.length === 0) {
      line.superseded.push(line.baseline)
      line.baseline = stated
    } else open.push({ criteria, baseline: stated, superseded: [], scans: [] })
  }
  const lines = open.map(closed)
  const points = new Map(
    lines.flatMap(({ followed }) => followed.points.map((point) => [point.id, point] as const)),
  )
  return { lines, unanswered, pointOf: (id) => points.get(standingId(id) ?? id) }
}

function closed({
  criteria,
  baseline,
  superseded,
  scans,
}: Open & { readonly criteria: Criteria }): ResponseLine {
  const followed = follow(scanOf(baseline), scans.map(scanOf), rulesOf[criteria])
  const sameDay = superseded.some(
    ({ occurredAt }) => occurredAt.slice(0, 10) === baseline.occurredAt.slice(0, 10),
  )
  return {
    ...{ criteria, baseline, superseded, scans, followed },
    notes: [
      ...(superseded.length > 0 ? ['A later baseline took the place of an earlier one'] : []),
      ...(sameDay ? ['There are two baselines on one day: correct the one that is wrong'] : []),
    ],
  }
}

function withoutBaseline(criteria: Criteria, open: readonly { readonly criteria: Criteria }[]): string {
  const other = open.at(-1)
  return other
    ? `The baseline was measured by ${CRITERIA_WORDS[other.criteria]}: this scan, by ${CRITERIA_WORDS[criteria]}, cannot be compared with it`
    : `There is no ${CRITERIA_WORDS[criteria]} baseline before this scan`
}

/** Sorts after every time that is known. */
const afterAll = '9999-12-31T00:00:00.000Z'

function draftStated({ body, occurredAt = afterAll }: AssessmentDraft): Stated<ResponseBody> {
  return {
    entry: draftEntry,
    first: draftEntry,
    position: Number.MAX_SAFE_INTEGER,
    kind: 'response-assessment',
    occurredAt,
    recordedAt: occurredAt,
    author: '',
    role: '',
    organisation: null,
    // A draft has no reader and no reading yet; nothing here asks for them.
    body: body as ResponseBody,
    replaced: [],
  }
}
