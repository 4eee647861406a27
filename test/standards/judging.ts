/** What one clause comes to, for tests: the finding of a case or of a service by its number. */

import assert from 'node:assert/strict'
import type { Course } from '#core/pathway/course.ts'
import type { Surroundings } from '#core/pathway/surroundings.ts'
import type { Finding } from '#core/standards/finding.ts'
import { findingsOf, serviceFindingsOf } from '#core/standards/findings.ts'
import { at, caseWith, type Said, surroundingsWith } from './case-with.ts'

/** Long after all that a test says, before anything that it plans further on. */
const usualDay = '2026-03-10'

interface Around {
  readonly on?: string
  readonly surroundings?: Surroundings
}

/** The findings of one clause in a case. */
export function findingsBy(
  number: string,
  course: Course,
  { on = usualDay, surroundings }: Around = {},
): readonly Finding[] {
  return findingsOf(course, surroundings ?? surroundingsWith(), at(on)).filter(
    (finding) => finding.clause === `rcr-2013/${number}` && isSaid(finding),
  )
}

/** The only finding of one clause in a case. */
export function findingBy(number: string, said: readonly Said[], around: Around = {}): Finding {
  const found = findingsBy(number, caseWith(...said), around)
  assert.equal(found.length, 1, `${number}: ${JSON.stringify(found)}`)
  return found[0] as Finding
}

/** Its verdict, `late` where its time had passed. */
export function verdictBy(number: string, said: readonly Said[], around: Around = {}): string {
  return wordOf(findingBy(number, said, around))
}

export function wordOf({ verdict, late }: Finding): string {
  return late ? 'late' : verdict
}

/** The verdicts of one clause about a service, in order. */
export function serviceVerdicts(
  number: string,
  surroundings: Surroundings,
  on = usualDay,
): readonly string[] {
  return serviceFindingsOf(surroundings.service, surroundings, at(on))
    .filter((finding) => finding.clause === `rcr-2013/${number}` && isSaid(finding))
    .map(wordOf)
}

/** Each finding says why, in whole sentences. */
function isSaid({ clause, reason }: Finding): true {
  assert.match(reason, /^[A-Z].*[.]$/s, clause)
  return true
}
