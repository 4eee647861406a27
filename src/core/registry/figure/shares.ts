/** What figures of shares have in common: rows with their answers, counted by place. */

import type { Proportion } from '../endpoint.ts'
import { endpointColumns, outcomesOf } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Count, Sum } from './figure.ts'
import { sumsOf } from './follow.ts'
import { type Places, placesOf } from './places.ts'

const DAY_MS = 86_400_000

/** A day as whole days since 1970-01-01. */
export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)

export interface Answered {
  readonly places: Places
  readonly counts: readonly Count[]
  readonly sums: readonly Sum[]
  /** 1 where the row can have it at all. */
  readonly applies: Uint8Array
  /** 1 where the row is old enough to have it. */
  readonly due: Uint8Array
  /** 1 where the row is due and its answer is known. */
  readonly counted: Uint8Array
  /** 1 where it counts. */
  readonly event: Uint8Array
}

export function answered(
  spec: FigureSpec,
  endpoint: Proportion,
  by: string | undefined,
  vectors: Vectors,
  around: Around,
): Answered {
  const { level } = endpointColumns(endpoint)
  const { value, applies, due } = outcomesOf(endpoint, vectors, dayNumber(around.asOf))
  const places = placesOf(spec, level, by, vectors, around, applies)
  const counted = new Uint8Array(vectors.length)
  const event = new Uint8Array(vectors.length)
  const sizes = { in: 0, applies: 0, due: 0, known: 0, missing: 0, events: 0 }
  const sums = Object.fromEntries(
    Object.keys(sizes).map((what) => [what, new Float64Array(places.count)]),
  ) as Record<keyof typeof sizes, Float64Array>
  const add = (what: keyof typeof sizes, place: number) => {
    ;(sums[what][place] as number) += 1
  }
  for (let row = 0; row < vectors.length; row += 1) {
    const place = places.of[row] as number
    add('in', place)
    if (applies[row] === 1) add('applies', place)
    if (due[row] !== 1) continue
    add('due', place)
    const answer = value[row] as number
    if (Number.isNaN(answer)) {
      add('missing', place)
      continue
    }
    counted[row] = 1
    add('known', place)
    if (answer === 1) {
      event[row] = 1
      add('events', place)
    }
  }
  return {
    places,
    applies,
    due,
    counted,
    event,
    counts: Object.entries(sums).flatMap(([what, values]) => places.counts(what, values)),
    sums: sumsOf(places),
  }
}
