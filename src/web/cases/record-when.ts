/** When it happened: asked on every form of a case, to the minute or to the day, in the United Kingdom's time. */

import { ukMoment } from '#core/calendar/uk-time.ts'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import { isoDay } from '../components/dates.ts'
import { noFacts } from '../components/kind-form/facts.ts'
import { typedTimeOf } from '../components/kind-form/moment.ts'
import { type Posted, textAt } from '../components/kind-form/posted.ts'
import { readField } from '../components/kind-form/read-field.ts'
import { fillDay } from '../components/kind-form/values.ts'

export const whenPath = 'occurredAt'
export const whenAnchor = `${whenPath}-day`

type Timed = Pick<CaseKind, 'timed' | 'whenAsked'>

/** What its field asks. */
export const whenField = ({ timed, whenAsked }: Timed) =>
  ({ input: timed ? 'time' : 'date', label: whenAsked }) as const

/** The boxes of a moment, as they stand on a form that is opened. */
export function whenPosted({ timed }: Timed, at: Date | string): Posted {
  const posted = new Map<string, readonly string[]>()
  fillDay(posted, whenPath, isoDay(at))
  if (timed) posted.set(`${whenPath}-time`, [typedTimeOf(new Date(at).toISOString())])
  return posted
}

export type ReadWhen = { readonly occurredAt: string } | { readonly refused: string }

/**
 * Reads when it happened. A day without a time of day is today's present moment, or noon of another day. A
 * correction that leaves the boxes as they were keeps its moment to the millisecond.
 *
 * @param lastAt when the case's last entry was recorded: a clock that was set back since does not put what
 *   is said now before what was said then
 */
export function readWhen(kind: Timed, posted: Posted, now: Date, before?: string, lastAt?: string): ReadWhen {
  if (before && isSame(whenPosted(kind, before), posted)) return { occurredAt: before }
  const read = readField({ ...whenField(kind), label: 'When' }, whenPath, posted, noFacts)
  if (!read) return { refused: kind.timed ? 'Enter the day and the time of day' : 'Enter the day' }
  if ('refused' in read) return read
  const value = String(read.value)
  if (kind.timed) return { occurredAt: value }
  if (value !== isoDay(now)) return { occurredAt: ukMoment(value, '12:00') }
  const present = now.toISOString()
  const isSetBack = lastAt !== undefined && lastAt > present && isoDay(lastAt) === value
  return { occurredAt: isSetBack ? lastAt : present }
}

function isSame(shown: Posted, posted: Posted): boolean {
  return [...shown.keys()].every((name) => textAt(shown, name) === textAt(posted, name).trim())
}
