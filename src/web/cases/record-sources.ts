/** Where the values are from that a form is filled with, as it is said beside each. */

import type { Course } from '#core/pathway/course.ts'
import type { Source } from '#core/pathway/prefilled.ts'
import { kindOf } from '#core/record/kind.ts'
import { inSentence } from '#core/sentence.ts'
import { dateWords } from '../components/dates.ts'

const known = new Map<Source, string>([
  ['service', 'From the service’s record'],
  ['person', 'You'],
  ['usual', 'As usual for this procedure'],
])

/** By the name of the field: "From the booking of 3 November 2026". */
export function sourcesOf(
  from: Readonly<Record<string, Source>>,
  course: Course,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, source]) => {
      const words = known.get(source) ?? wordsOf(course, source)
      return words ? [[name, words]] : []
    }),
  )
}

function wordsOf(course: Course, id: string): string | null {
  const stated = course.standing(id)
  if (!stated) return null
  const title = kindOf(stated.kind, 1)?.title ?? stated.kind
  return `From the ${inSentence(title)} of ${dateWords(stated.occurredAt)}`
}
