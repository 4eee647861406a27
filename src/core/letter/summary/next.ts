/** What happens next, with days and names: the future of a summary letter. */

import { procedureName } from '../../catalogue/procedures.ts'
import type { Course } from '../../pathway/course.ts'
import { followUpContact, followUpPlan } from '../../pathway/kinds/follow-up.ts'
import { booking, bookingCancelled } from '../../pathway/kinds/planning.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { fieldOf } from '../../record/field.ts'
import { notRecorded, type Part, type Section, text } from '../letter.ts'
import { dayWords, inSentence, labelOf, onDay } from '../words.ts'

interface Item {
  readonly what: string
  readonly from: string
  readonly to: string
  readonly by: string
  readonly state: string
}

export function whatHappensNext(course: Course, today: string): Section {
  const booked = nextBooking(course)
  const items = itemsOf(course, today)
  const open = items.filter(({ state }) => state !== 'done')
  const parts: Part[] = []
  if (booked)
    parts.push(
      text(
        `${procedureName(booked.body.procedure)} is booked for ${onDay(booked.body.plannedFor)}, by ${booked.body.operator.name}.`,
      ),
    )
  if (open.length > 0) {
    parts.push({
      kind: 'table',
      caption: 'Follow-up that is still to come',
      columns: ['What', 'When', 'By whom', 'State'],
      rows: open.map(({ what, from, to, by, state }) => [
        what,
        from === to ? dayWords(to) : `${dayWords(from)} to ${dayWords(to)}`,
        by,
        state,
      ]),
    })
  } else if (items.length > 0) parts.push(text('All of the planned follow-up is done.'))
  else if (!booked) parts.push(text(`${notRecorded}: no follow-up plan has been written yet.`))
  const changes = course.latest(followUpPlan)?.body.changes
  if (changes) parts.push(text(`Changed for this patient: ${changes}`))
  return { heading: 'What happens next', parts }
}

/** The next procedure that was booked, is not cancelled and has not been done. */
export function nextBooking(course: Course) {
  const cancelled = new Set(
    course.of(bookingCancelled).map(({ body }) => course.standing(body.booking)?.first),
  )
  const done = course.of(treatment)
  return course
    .of(booking)
    .filter(({ first }) => !cancelled.has(first))
    .findLast(({ recordedAt, body }) =>
      done.every(
        ({ occurredAt, body: { procedure } }) => procedure !== body.procedure || occurredAt < recordedAt,
      ),
    )
}

/** The items of the last plan for each treatment, in order of their last day. */
function itemsOf(course: Course, today: string): readonly Item[] {
  const plans = new Map(
    course.of(followUpPlan).map((plan) => [course.standing(plan.body.treatment)?.first, plan]),
  )
  const contacts = course.of(followUpContact)
  const items = followUpPlan.fields.items && fieldOf(followUpPlan.fields.items)
  const whatField = items?.input === 'list' ? items.fields.what : undefined
  return [...plans.values()]
    .flatMap(({ first, body }) =>
      body.items.map(({ key, what, detail, from, to, by }) => {
        const isDone = contacts.some(
          (contact) =>
            contact.body.how !== 'not-reached' &&
            contact.body.item === key &&
            contact.body.plan !== undefined &&
            course.standing(contact.body.plan)?.first === first,
        )
        const label = labelOf(whatField, what)
        const words = what === 'other' && detail ? detail : detail ? `${label}: ${inSentence(detail)}` : label
        const state = isDone ? 'done' : to < today ? 'Overdue' : from <= today ? 'Due now' : 'Planned'
        return { what: words, from, to, by, state }
      }),
    )
    .sort((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : 0))
}
