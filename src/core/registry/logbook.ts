/**
 * An operator's logbook for appraisal: their own sessions, in which role, and how each turned out. It is read off the
 * same rows as the registry's figures, so that the two never differ.
 */

import type { Course } from '../pathway/course.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { rowsOf } from './fold.ts'
import type { OrganisationFacts } from './patient-for-registry.ts'

export type OperatorRole = 'first' | 'second' | 'trainee'

export interface LogbookCase {
  readonly id: string
  readonly course: Course
  readonly organisation: OrganisationFacts
  readonly birthOn: string
  readonly diedOn: string | null
}

export interface LoggedSession {
  readonly caseId: string
  /** The code of the treating organisation. */
  readonly organisation: string
  /** As 2026-11-22. */
  readonly on: string
  readonly procedure: string
  readonly role: OperatorRole
  readonly technicalSuccess: boolean | null
  /** Within 30 days; null while it is not known. */
  readonly complication: boolean | null
  readonly severe: boolean | null
  readonly died30: boolean | null
}

/** The sessions at which a person operated, between two days, the latest first. */
export function logbookOf(
  cases: readonly LogbookCase[],
  person: string,
  period: { readonly from: string; readonly to: string },
  asOf: string,
): readonly LoggedSession[] {
  return cases
    .flatMap((each) => sessionsOf(each, person, asOf))
    .filter(({ on }) => on >= period.from && on <= period.to)
    .sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
}

function sessionsOf(
  { id, course, organisation, birthOn, diedOn }: LogbookCase,
  person: string,
  asOf: string,
): readonly LoggedSession[] {
  const roles = new Map(
    course.of(treatment).flatMap(({ first, body }) => {
      const own = body.operators.find(({ who }) => who.person === person)
      return own ? [[first, own.role] as const] : []
    }),
  )
  if (roles.size === 0) return []
  const patient = { id, sex: 'unknown', birthOn, diedOn, cases: [{ course, organisation }], past: [] }
  const rows = rowsOf(patient, (_, key) => key, asOf)
  const died = new Map(rows.treatment.map((each) => [each.treatment, each.died30]))
  return rows.session.flatMap((row) => {
    const role = roles.get(row.session)
    if (!role) return []
    return [
      {
        caseId: id,
        organisation: organisation.code,
        on: row.on ?? '',
        procedure: row.procedure ?? '',
        role,
        technicalSuccess: row.technicalSuccess,
        complication: row.complication30,
        severe: row.severe30,
        died30: died.get(row.treatment) ?? null,
      },
    ]
  })
}

export interface LogbookSums {
  readonly sessions: number
  readonly byRole: Readonly<Record<OperatorRole, number>>
  readonly technicalSuccess: Tally
  readonly complication: Tally
  readonly severe: Tally
  readonly died30: Tally
}
export interface LogbookLine extends LogbookSums {
  readonly procedure: string
}

/** Yes of those known. */
export interface Tally {
  readonly yes: number
  readonly known: number
}

/** The logbook by procedure, the most frequent first. */
export function linesOf(sessions: readonly LoggedSession[]): readonly LogbookLine[] {
  return [...Map.groupBy(sessions, ({ procedure }) => procedure)]
    .map(([procedure, own]) => ({ procedure, ...sumsOf(own) }))
    .sort((one, other) => other.sessions - one.sessions || (one.procedure < other.procedure ? -1 : 1))
}

/** What sessions come to together. */
export function sumsOf(own: readonly LoggedSession[]): LogbookSums {
  return {
    sessions: own.length,
    byRole: { first: count(own, 'first'), second: count(own, 'second'), trainee: count(own, 'trainee') },
    technicalSuccess: tally(own.map((each) => each.technicalSuccess)),
    complication: tally(own.map((each) => each.complication)),
    severe: tally(own.map((each) => each.severe)),
    died30: tally(own.map((each) => each.died30)),
  }
}

const count = (own: readonly LoggedSession[], role: OperatorRole) =>
  own.filter((each) => each.role === role).length

function tally(values: readonly (boolean | null)[]): Tally {
  return {
    yes: values.filter((value) => value === true).length,
    known: values.filter((value) => value !== null).length,
  }
}
