/** Times to an endpoint's event, row by row, from columns of days. */

import type { TimeToEvent } from '../endpoint.ts'
import { numbersOf, type Vectors } from '../vectors.ts'
import { appliesTo } from './applies.ts'
import { censoringColumns, eventColumns, needsCompleteness, startColumns } from './columns.ts'

export interface Times {
  /** Days, 0 or more; 0 where `known` is 0. */
  readonly time: Float64Array
  /** 0: without event until then; 1: the event; 2: what competes with it. */
  readonly cause: Uint8Array
  /** 1: the row counts; 0: what it needs is not known, or it was not at risk. */
  readonly known: Uint8Array
  /** 1: the endpoint can be had by the row. The others are not at risk, and not missing. */
  readonly applies: Uint8Array
  /**
   * 1: left out because it was not at risk: the endpoint does not apply, or it was over before the landmark or the
   * unit's start, or never complete.
   */
  readonly notAtRisk: Uint8Array
}

/**
 * The first of an endpoint's events in each row, or what competed, or until when there was neither. An event and
 * what competes with it on one day count as the event. The order of rows stays.
 *
 * @throws RangeError where a column of `endpointColumns` was not read
 */
export function timesOf(endpoint: TimeToEvent, vectors: Vectors): Times {
  const { length } = vectors
  const { events, competing, censoring, landmark = 0 } = endpoint
  const eventDays = events.map((event) => numbersOf(vectors, eventColumns[event]))
  const competingDays = competing.map((event) => numbersOf(vectors, eventColumns[event]))
  const lastDays = numbersOf(vectors, censoringColumns[censoring])
  const { days: shift, sign } = shiftOf(endpoint, vectors)
  const complete = needsCompleteness(endpoint) ? numbersOf(vectors, 'techniqueEfficacy') : null

  const applies = appliesTo(endpoint, vectors)
  const time = new Float64Array(length)
  const cause = new Uint8Array(length)
  const known = new Uint8Array(length)
  const notAtRisk = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    if (applies[row] !== 1 || complete?.[row] === 0) {
      notAtRisk[row] = 1
      continue
    }
    const event = earliest(eventDays, row)
    const rival = earliest(competingDays, row)
    const isEvent = event < Infinity && event <= rival
    const isRival = !isEvent && rival < Infinity
    const end = isEvent ? event : isRival ? rival : (lastDays[row] ?? Number.NaN)
    const days = end + (shift === null ? 0 : sign * (shift[row] ?? Number.NaN))
    if (Number.isNaN(days)) continue
    if (days < landmark) {
      notAtRisk[row] = 1
      continue
    }
    time[row] = days - landmark
    cause[row] = isEvent ? 1 : isRival ? 2 : 0
    known[row] = 1
  }
  return { time, cause, known, applies, notAtRisk }
}

/** What is added to days from the first session, so that they count from the endpoint's start. */
function shiftOf({ unit, start }: TimeToEvent, vectors: Vectors) {
  const column = startColumns[start]
  if (column) return { days: numbersOf(vectors, column), sign: 1 }
  if (unit === 'session') return { days: numbersOf(vectors, 'daysFromStart'), sign: -1 }
  return { days: null, sign: 1 }
}

function earliest(columns: readonly Float64Array[], row: number): number {
  let first = Infinity
  for (const column of columns) {
    const day = column[row]
    // Not true of NaN, which is not known.
    if (day !== undefined && day < first) first = day
  }
  return first
}
