/** When the record last shows that the patient was alive: what follow-up is measured by. */

import { ukDay } from '../../calendar/uk-day.ts'
import type { Course, Stated } from '../course.ts'
import { death } from '../kinds/follow-up.ts'

/** What is only done to, or said by, somebody alive, on the day of the entry. */
const shownAliveBy: ReadonlySet<string> = new Set([
  'referral',
  'work-up',
  'information',
  'consent',
  'consent-confirmation',
  'admission',
  'treatment',
  'recovery',
  'discharge',
  'symptom-score',
  'response-assessment',
])

/** The last day on which an entry shows the patient alive; undefined where none does. Entries dated after a death are none. */
export function lastSeenAlive(course: Course): string | undefined {
  const died = course.latest(death)?.occurredAt
  const days = course.said
    .filter((each) => showsAlive(each) && (died === undefined || each.occurredAt <= died))
    .map(({ occurredAt }) => ukDay(occurredAt))
  return days.sort().at(-1)
}

function showsAlive({ kind, body }: Stated): boolean {
  if (kind === 'follow-up-contact') return (body as { readonly how: string }).how !== 'not-reached'
  if (kind === 'feedback') return (body as { readonly state: string }).state === 'given'
  return shownAliveBy.has(kind)
}
