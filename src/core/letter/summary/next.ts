/** What happens next, with days and names: the future of a summary letter. */

import { dayWords, ukClock } from '../../calendar/uk-time.ts'
import { procedureName } from '../../catalogue/procedures.ts'
import type { Course } from '../../pathway/course.ts'
import { itemLine } from '../../pathway/due/follow-up.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { answerTo, planFor } from '../../pathway/reading/follow-up.ts'
import { openBookings } from '../../pathway/reading/treatments.ts'
import { inSentence } from '../../sentence.ts'
import { notRecorded, type Part, type Section, text } from '../letter.ts'
import { onDay } from '../words.ts'

export function whatHappensNext(course: Course, today: string): Section {
  const plans = course.of(treatment).flatMap((done) => planFor(course, done) ?? [])
  const booked = openBookings(course)
  const open = plans
    .flatMap((plan) => plan.body.items.filter((item) => answerTo(course, plan, item) === undefined))
    .sort((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : 0))
  const parts: Part[] = booked.map(({ body }) =>
    text(
      `${procedureName(body.procedure)} is booked for ${onDay(body.plannedFor)}, ${ukClock(body.plannedFor)}, by ${body.operator.name}.`,
    ),
  )
  if (open.length > 0) {
    parts.push({
      kind: 'table',
      caption: 'Follow-up that is still to come, by its last day',
      columns: ['What', 'When', 'By whom', 'State'],
      rows: open.map((item) => [
        itemLine(item),
        item.from === item.to ? dayWords(item.to) : `${dayWords(item.from)} to ${dayWords(item.to)}`,
        item.by,
        item.to < today ? 'Overdue' : item.from <= today ? 'Due now' : 'Planned',
      ]),
    })
  } else if (plans.length > 0) parts.push(text('All of the planned follow-up is done.'))
  else if (course.of(treatment).length > 0 || booked.length === 0)
    parts.push(text(`Follow-up: ${inSentence(notRecorded)}.`))
  const changes = plans.at(-1)?.body.changes
  if (changes) parts.push(text(`Changed for this patient: ${changes}`))
  return { heading: 'What happens next', parts }
}
