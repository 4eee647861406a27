/** A case's scans as the registry takes them, each with what the rule of its criteria comes to. */

import { ukDay } from '../../calendar/uk-day.ts'
import type { Course } from '../../pathway/course.ts'
import type { TimePoint } from '../../response/follow.ts'
import { named as withNames } from '../../response/lesion.ts'
import { type ResponseBody, responseOver } from '../../response/over-course.ts'
import type { AssessmentFacts } from './facts.ts'

/**
 * The scans of a course, by time.
 *
 * @param named the session that an entry names; undefined for one that is not there
 */
export function assessmentsOf(
  course: Course,
  named: (id: string | undefined) => string | null | undefined,
): readonly AssessmentFacts[] {
  const stated = course.of<ResponseBody>({ name: 'response-assessment' })
  if (stated.length === 0) return []
  const points = new Map<string, { readonly point: TimePoint; readonly baselineOn: string }>()
  for (const { followed, baseline } of responseOver(course).lines)
    for (const point of followed.points) points.set(point.id, { point, baselineOn: ukDay(baseline.on) })
  return stated.flatMap(({ entry, first, occurredAt, body }): AssessmentFacts[] => {
    const session = named(body.treatment)
    if (session === undefined) return []
    const { point, baselineOn = null } = points.get(entry) ?? {}
    const { lesions } = withNames({ id: entry, on: occurredAt, lesions: body.lesions ?? [] })
    return [
      {
        id: first,
        at: occurredAt,
        on: ukDay(occurredAt),
        session,
        baseline: body.baseline,
        criteria: body.criteria,
        modality: body.modality,
        zone: body.zone ?? null,
        zoneOf: body.zoneOf?.trim().toUpperCase() ?? null,
        read: body.read,
        lesions,
        computed: point?.overall ?? null,
        sum: point ? point.sumMm : sumOf(body),
        change: point?.fromBaseline == null ? null : Math.round(point.fromBaseline * 1000) / 10,
        baselineOn,
        isRow: true,
      },
    ]
  })
}

/** Of a baseline, which no time point has: the sum of its targets, where all were measured. */
function sumOf({ baseline, lesions = [] }: ResponseBody): number | null {
  const targets = lesions.filter(({ kind }) => kind === 'target' || kind === 'target-node')
  if (!baseline || targets.length === 0) return null
  let sum = 0
  for (const { diameter } of targets) {
    if (diameter === undefined) return null
    sum += diameter
  }
  return Math.round(sum * 1000) / 1000
}
