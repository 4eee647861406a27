/** When the record last shows that the patient was alive: what follow-up is measured by. */

import { ukDay } from '../../calendar/uk-day.ts'
import type { Course, Stated } from '../course.ts'
import { death } from '../kinds/follow-up.ts'

type Body = Readonly<Record<string, unknown>>

/**
 * The kinds that are of a patient who is there, and what of them is not. Letters, lists, and reviews of the notes show
 * nobody alive.
 */
const kinds: Readonly<Record<string, (body: Body) => boolean>> = {
  'work-up': () => true,
  consent: () => true,
  'consent-confirmation': () => true,
  admission: () => true,
  treatment: () => true,
  recovery: () => true,
  discharge: () => true,
  'symptom-score': () => true,
  'response-assessment': () => true,
  'follow-up-contact': ({ how }) => how !== 'not-reached' && how !== 'letter',
  feedback: ({ state, by }) => state === 'given' && by !== 'carer',
}

const isSeen = ({ kind, body }: Stated) => kinds[kind]?.(body as Body) === true

/** The days on which somebody saw, heard or scanned the patient, in no order. */
export function seenIn(course: Course): readonly string[] {
  return course.said.filter(isSeen).map(({ occurredAt }) => ukDay(occurredAt))
}

/** The last day on which an entry shows the patient alive; undefined where none does. Entries dated after a death are none. */
export function lastSeenAlive(course: Course): string | undefined {
  const died = course.latest(death)?.occurredAt
  return course.said
    .filter((each) => isSeen(each) && (died === undefined || each.occurredAt <= died))
    .map(({ occurredAt }) => ukDay(occurredAt))
    .sort()
    .at(-1)
}
