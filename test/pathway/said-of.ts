/** What is said of a body in a case, for tests: its stops, breaches, warnings and what cannot be of it. */

import { breachesOf, impossibilitiesOf, stopsFor, warningsOf } from '#core/pathway/rules.ts'
import { caseOf, factsOf, moment, type Said, surroundingsWith } from './case-of.ts'

export const now = '2026-03-01T09:00:00.000Z'
export const plain = surroundingsWith()
export const clauses = (remarks: readonly { clause: string }[]) => remarks.map(({ clause }) => clause)

export function stops(said: Said, course = caseOf(), surroundings = plain, at = now) {
  return stopsFor(said.kind, said.body, course, surroundings, moment(said.on), at)
}

export function breaches(
  said: Said,
  course = caseOf(),
  surroundings = plain,
  at = '2027-01-01T00:00:00.000Z',
) {
  return clauses(breachesOf(said.kind, said.body, course, surroundings, moment(said.on), at))
}

export function warnings(said: Said, course = caseOf(), surroundings = plain) {
  return warningsOf(said.kind, said.body, factsOf(course, surroundings, now), moment(said.on))
}

export function impossible(
  said: Said,
  course = caseOf(),
  at = now,
  patient = { birthOn: '1950-03-14', diedOn: null as string | null },
) {
  const facts = { ...factsOf(course, plain, at), patient }
  return impossibilitiesOf(said.kind, said.body, moment(said.on), facts)
}
