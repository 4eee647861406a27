/** What is due, as the page of a case says it: each thing once, and only to whom it falls. */

import type { Course } from '../course.ts'
import { followUpPlan } from '../kinds/follow-up.ts'
import type { Due } from './due.ts'

/**
 * Leaves out what another due thing says already. An item of a follow-up plan and the clause behind it ask
 * for the same feedback or the same response after one treatment, each on its own work list: the page of the
 * case says the one that is due first. An answer to read is left out for all but those who asked.
 *
 * @param own codes of the organisations that the reader works for
 */
export function dueForPage(course: Course, due: readonly Due[], own: readonly string[]): readonly Due[] {
  const treatmentOf = ({ list, about }: Due) =>
    list === 'follow-up'
      ? course.of(followUpPlan).find(({ entry }) => entry === about)?.body.treatment
      : about
  const sameAs = (one: Due) => {
    const treated = course.standing(treatmentOf(one) ?? '')?.first
    return treated && (one.kind === 'feedback' || one.kind === 'response-assessment')
      ? `${one.kind}:${treated}`
      : one.key
  }
  const first = new Map<string, Due>()
  for (const one of due) {
    if (one.list === 'answered' && !own.includes(one.organisation)) continue
    const other = first.get(sameAs(one))
    if (!other || (one.dueAt ?? '9') < (other.dueAt ?? '9')) first.set(sameAs(one), one)
  }
  return [...first.values()]
}
