/** On which days somebody saw, heard or scanned the patient: what shows that they were alive. */

import { ukDay } from '../../calendar/uk-day.ts'
import type { Course, Stated } from '../../pathway/course.ts'

type Body = Readonly<Record<string, unknown>>

/** The kinds that are of a patient who is there, and what of them is not. Letters and lists show nobody alive. */
const kinds: Readonly<Record<string, (body: Body) => boolean>> = {
  treatment: () => true,
  admission: () => true,
  recovery: () => true,
  discharge: () => true,
  consent: () => true,
  'consent-confirmation': () => true,
  'symptom-score': () => true,
  'response-assessment': () => true,
  'follow-up-contact': ({ how }) => how !== 'not-reached' && how !== 'letter',
  'safety-review': ({ noComplication }) => noComplication === 'none',
  feedback: ({ state, by }) => state === 'given' && by !== 'carer',
}

/** The days, in no order. */
export function seenIn(course: Course): readonly string[] {
  const isSeen = ({ kind, body }: Stated) => kinds[kind]?.(body as Body) === true
  return course.said.filter(isSeen).map(({ occurredAt }) => ukDay(occurredAt))
}
