/** What a case's record comes to, as the tables of lists and figures hold it. */

import type { Stage } from '#core/pathway/case-kind.ts'
import type { Course } from '#core/pathway/course.ts'
import { dueOf } from '#core/pathway/due.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { onwardReferral, referral } from '#core/pathway/kinds/referral.ts'
import { endOf } from '#core/pathway/reading/referral.ts'
import { procedureOf } from '#core/pathway/reading/treatments.ts'
import { stageOf } from '#core/pathway/stage.ts'
import type { Surroundings } from '#core/pathway/surroundings.ts'
import { findingsOf } from '#core/standards/findings.ts'

export interface FoldedDue {
  readonly key: string
  readonly list: string
  readonly organisation: string
  readonly opens_at: string
  readonly due_at: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface FoldedFinding {
  readonly clause: string
  readonly about: string
  readonly organisation: string
  readonly verdict: string
  readonly late: boolean
  readonly lapses_at: string | null
  readonly month: string | null
  readonly reason: string
  readonly entries: readonly string[]
}

/** As `case_fold` takes it (migrations/0015_case_mark.sql); times are ISO 8601, UTC. */
export interface FoldedCase {
  readonly id: string
  readonly revision: number
  readonly position: number
  readonly stage: Stage
  readonly procedure: string | null
  readonly intent: string | null
  readonly urgency: string | null
  readonly tumour_site: string | null
  readonly referring: string | null
  readonly organisations: readonly string[]
  readonly referred_at: string | null
  readonly treated_at: string | null
  readonly closed_at: string | null
  readonly refold_at: string | null
  readonly due: readonly FoldedDue[]
  readonly findings: readonly FoldedFinding[]
}

export interface Unfolded {
  readonly id: string
  readonly revision: number
  readonly treating: string
  /** As it was opened; a referral that stands says it better. */
  readonly referring: string | null
}

/**
 * Folds one case. The same record, surroundings and time always come to the same.
 *
 * @param asOf the present, ISO 8601, UTC
 */
export function foldCase(
  unfolded: Unfolded,
  course: Course,
  surroundings: Surroundings,
  asOf: string,
): FoldedCase {
  const { id, revision, treating } = unfolded
  const referred = course.latest(referral)
  const treated = course.latest(treatment)
  const referring = referred?.body.from ?? unfolded.referring
  const findings = findingsOf(course, surroundings, asOf)
    .filter(({ verdict }) => verdict !== 'not-applicable')
    .map((each) => ({
      clause: each.clause,
      about: each.about,
      organisation: treating,
      verdict: each.verdict,
      late: each.late ?? false,
      lapses_at: each.lapsesAt ?? null,
      month: each.month ?? null,
      reason: each.reason,
      entries: each.entries,
    }))
  const lapses = findings.flatMap(({ lapses_at }) => lapses_at ?? [])
  return {
    id,
    revision,
    position: course.position,
    stage: stageOf(course),
    procedure: procedureOf(course) ?? null,
    intent: treated?.body.intent ?? referred?.body.intent ?? null,
    urgency: referred?.body.urgency ?? null,
    tumour_site: referred?.body.tumour.site ?? null,
    referring,
    organisations: takingPart(treating, referring, course),
    referred_at: referred?.occurredAt ?? null,
    treated_at: treated?.occurredAt ?? null,
    closed_at: endOf(course)?.occurredAt ?? null,
    refold_at: lapses.sort()[0] ?? null,
    due: dueOf(course, surroundings).map(({ key, list, organisation, opensAt, dueAt, ...detail }) => ({
      ...{ key, list, organisation, detail },
      opens_at: opensAt,
      due_at: dueAt,
    })),
    findings,
  }
}

/** Those that treat, refer, or were referred to, as the record stands: one that was named by mistake goes. */
function takingPart(treating: string, referring: string | null, course: Course): string[] {
  const named = [
    ...course.of(referral).map(({ body }) => body.from),
    ...course.of(onwardReferral).map(({ body }) => body.to),
  ]
  return [...new Set([treating, ...(referring ? [referring] : []), ...named])].sort()
}
