/**
 * Sessions put together into treatments: a treatment is one or more sessions of one procedure that belong to one
 * course of it.
 *
 * A session begins a new treatment where
 * - it is the first of its procedure in the case,
 * - its number in the series is not above that of the session before,
 * - more than `longestGap` days lie between,
 * - another procedure that is meant to modify the disease came between, or
 * - a scan between them was read as complete response or as progression: the treatment before it was over.
 *
 * @see SIO-DATECAN consensus: per patient, per procedure, per tumour (PMC8961014)
 * @see docs/decisions, What a treatment is
 * @unverified Ahmed et al. 2014: a treatment is one or more sessions that complete it. Where one ends, as above, is
 * our own
 */

import { daysBetween } from '../../calendar/uk-day.ts'
import type { AssessmentFacts, SessionFacts, Told } from './facts.ts'

/** Days between two sessions of one treatment, at most. @unverified our own: two intervals of 12 weeks, and some */
const longestGap = 180

export interface TreatmentFacts {
  /** Of its first session. */
  readonly id: string
  readonly told: Told
  /** At least one, by time. */
  readonly sessions: readonly [SessionFacts, ...SessionFacts[]]
  readonly startAt: string
  readonly startOn: string
  readonly lastOn: string
}

/** The treatments of a case, by their first sessions. */
export function treatmentsOf(told: Told): readonly TreatmentFacts[] {
  const groups: [SessionFacts, ...SessionFacts[]][] = []
  const open = new Map<string, [SessionFacts, ...SessionFacts[]]>()
  for (const session of told.sessions) {
    const group = open.get(session.procedure)
    const before = group?.at(-1)
    if (group && before && belongs(before, session, told)) group.push(session)
    else {
      const fresh: [SessionFacts, ...SessionFacts[]] = [session]
      groups.push(fresh)
      open.set(session.procedure, fresh)
    }
  }
  return groups.map((sessions) => {
    const [first] = sessions
    return {
      id: first.id,
      told,
      sessions,
      startAt: first.at,
      startOn: first.on,
      lastOn: (sessions.at(-1) ?? first).on,
    }
  })
}

function belongs(before: SessionFacts, next: SessionFacts, told: Told): boolean {
  if (next.course <= before.course) return false
  if (daysBetween(before.on, next.on) > longestGap) return false
  const between = ({ at }: { readonly at: string }) => at > before.at && at < next.at
  const other = told.sessions.some(
    (each) => between(each) && each.procedure !== next.procedure && each.intent === 'disease-modifying',
  )
  return !other && !told.assessments.some((scan) => between(scan) && isOver(scan))
}

function isOver({ baseline, read, zoneOf }: AssessmentFacts): boolean {
  return !baseline && (read === 'PD' || (read === 'CR' && zoneOf === null))
}

/**
 * The treatment of a case that something belongs to: the one whose session it names; else the last that had begun
 * by then; else, of what came before all of them, the first.
 */
export function treatmentAbout(
  treatments: readonly TreatmentFacts[],
  said: { readonly session: string | null; readonly at: string },
): TreatmentFacts | undefined {
  if (said.session !== null)
    return treatments.find(({ sessions }) => sessions.some(({ id }) => id === said.session))
  return treatments.findLast(({ startAt }) => startAt <= said.at) ?? treatments[0]
}

/** The treatment that a baseline is of: the next after it; else the last. */
export function treatmentAfter(
  treatments: readonly TreatmentFacts[],
  { session, at }: AssessmentFacts,
): TreatmentFacts | undefined {
  if (session !== null) return treatmentAbout(treatments, { session, at })
  return treatments.find(({ startAt }) => startAt >= at) ?? treatments.at(-1)
}
