/** What survival and incidence share: rows with their times, counted by place. */

import type { TimeToEvent } from '../endpoint.ts'
import { endpointColumns, timesOf, UNIT_WORDS } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Count, Denominators, Gate, Sum } from './figure.ts'
import { type Places, placesOf } from './places.ts'
import { daysInMonth, grouped, percentWords, share } from './words.ts'

export interface Followed {
  readonly places: Places
  readonly riskMonths: readonly number[]
  readonly counts: readonly Count[]
  readonly sums: readonly Sum[]
  /** Of the rows asked for whose times are known. */
  readonly rows: {
    readonly time: Float64Array
    readonly cause: Uint8Array
    readonly group: Uint8Array
    /** The place of each in the vectors. */
    readonly row: Int32Array
  }
}

export function followed(
  spec: FigureSpec & { readonly months: number; readonly by?: string },
  endpoint: TimeToEvent,
  vectors: Vectors,
  around: Around,
): Followed {
  const { level } = endpointColumns(endpoint)
  const { time, cause, known, applies, notAtRisk } = timesOf(endpoint, vectors)
  const places = placesOf(spec, level, spec.by, vectors, around, applies)
  const riskMonths = monthsAtRisk(spec.months)
  const size = places.count
  const inCohort = new Float64Array(size)
  const able = new Float64Array(size)
  const due = new Float64Array(size)
  const isKnown = new Float64Array(size)
  const events = new Float64Array(size)
  const lasting = riskMonths.map(() => new Float64Array(size))
  const step = (riskMonths[1] ?? 1) * daysInMonth
  let kept = 0
  for (let row = 0; row < vectors.length; row += 1) {
    const place = places.of[row] as number
    ;(inCohort[place] as number) += 1
    ;(able[place] as number) += applies[row] as number
    if (notAtRisk[row] === 1) continue
    ;(due[place] as number) += 1
    if (known[row] !== 1) continue
    ;(isKnown[place] as number) += 1
    if (cause[row] === 1) (events[place] as number) += 1
    const reached = Math.min(riskMonths.length - 1, Math.floor((time[row] as number) / step))
    const last = lasting[reached] as Float64Array
    ;(last[place] as number) += 1
    kept += places.asked[row] as number
  }
  for (let at = riskMonths.length - 2; at >= 0; at -= 1) {
    const later = lasting[at + 1] as Float64Array
    const now = lasting[at] as Float64Array
    for (let place = 0; place < size; place += 1) (now[place] as number) += later[place] as number
  }
  const missing = due.map((each, place) => each - (isKnown[place] as number))
  return {
    places,
    riskMonths,
    counts: [
      ...places.counts('in', inCohort),
      ...places.counts('applies', able),
      ...places.counts('due', due),
      ...places.counts('known', isKnown),
      ...places.counts('missing', missing),
      ...places.counts('events', events),
      ...riskMonths.flatMap((month, at) =>
        at === 0 ? [] : places.counts(`risk ${month}`, lasting[at] ?? []),
      ),
    ],
    sums: sumsOf(places),
    rows: rowsAsked(places, time, cause, known, kept),
  }
}

/** Within an area, what is due is known or missing, and its groups come to all. */
export function sumsOf({ groups, extent }: Places): readonly Sum[] {
  const own = (key: string): Sum => ({ whole: `${key}due`, parts: [`${key}known`, `${key}missing`] })
  if (extent.of === 'areas' && extent.areas.length > 1) return [own('')]
  const keys = groups.groups.map((_, at) => `${at}|`)
  return [
    ...keys.map(own),
    ...['in', 'applies', 'due', 'known', 'missing', 'events'].map((what) => ({
      whole: `all|${what}`,
      parts: keys.map((key) => key + what),
    })),
  ]
}

function rowsAsked(
  places: Places,
  time: Float64Array,
  cause: Uint8Array,
  known: Uint8Array,
  kept: number,
): Followed['rows'] {
  const rows = {
    time: new Float64Array(kept),
    cause: new Uint8Array(kept),
    group: new Uint8Array(kept),
    row: new Int32Array(kept),
  }
  let at = 0
  for (let row = 0; row < time.length; row += 1) {
    if (known[row] !== 1 || places.asked[row] !== 1) continue
    rows.time[at] = time[row] as number
    rows.cause[at] = cause[row] as number
    rows.group[at] = places.groups.of[row] as number
    rows.row[at] = row
    at += 1
  }
  return rows
}

/** Five to nine whole months from 0 to the end of the axis. */
function monthsAtRisk(months: number): readonly number[] {
  const step = [1, 2, 3, 6, 12, 24, 36].find((each) => months / each <= 8) ?? 48
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, at) => at * step)
}

/** Numbers at risk of a group, each as it may be shown. */
export function atRisk(gate: Gate, group: number, riskMonths: readonly number[]) {
  return riskMonths.map((month) => gate.count(month === 0 ? `${group}|known` : `${group}|risk ${month}`))
}

export function denominatorsOf(gate: Gate, endpoint: { readonly unit: TimeToEvent['unit'] }): Denominators {
  return {
    inCohort: gate.count('all|in'),
    unit: UNIT_WORDS[endpoint.unit],
    applies: gate.count('all|applies'),
    due: gate.count('all|due'),
    known: gate.count('all|known'),
    missing: gate.count('all|missing'),
  }
}

/** "Known of 95% of those that are due (190 of 200)." */
export function ascertainment({ due, known, unit }: Denominators): string {
  const part = share(known, due)
  if (part === null) return `Of how many ${unit}s it is known is withheld.`
  return `Known for ${percentWords(part)} of the ${unit}s for which it is due (${grouped(known as number)} of ${grouped(due as number)}).`
}
