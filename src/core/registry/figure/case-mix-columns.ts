/** Which columns make up the case-mix, and their categories, put together until each can be told apart. */

import { inSentence } from '../../sentence.ts'
import type { Level } from '../levels.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { groupsOf } from './groups.ts'
import { columnNamed } from './labels.ts'

/**
 * What a service's results are adjusted for: known at the treatment, and of the patient, not of how it was done. The
 * procedure, where they are of several.
 */
export const usualCaseMix = (procedure: string): readonly string[] => [
  ...(procedure ? [] : ['procedure']),
  ...['age', 'sex', 'tumourSite', 'ecog'],
]

export interface Category {
  readonly name: string
  /** Rows with a known outcome, and those of them with the event. */
  readonly known: number
  readonly events: number
}

export interface CaseMixColumn {
  readonly column: string
  readonly title: string
  readonly categories: readonly Category[]
  /** The largest, against which the others are set. */
  readonly reference: number
  /** The category of each row of the vectors. */
  readonly of: Uint8Array
}

/** A category has so many with the event and so many without, or it is put together with another. */
export const fewest = 10

const ordered: ReadonlySet<string> = new Set(['ecog', 'stageGroup', 'childPugh', 'albi'])

interface Part extends Category {
  readonly groups: readonly number[]
  readonly isKnown: boolean
}

/**
 * @param rows places in the vectors whose outcome is known
 * @throws RangeError where the column can make no groups
 */
export function caseMixColumn(
  level: Level,
  column: string,
  rows: Int32Array,
  event: Uint8Array,
  vectors: Vectors,
  around: Around,
): CaseMixColumn {
  const { title, groups, of } = groupsOf(level, column, vectors, around)
  const known = new Float64Array(groups.length)
  const events = new Float64Array(groups.length)
  for (const row of rows) {
    const group = of[row] as number
    ;(known[group] as number) += 1
    ;(events[group] as number) += event[row] as number
  }
  const parts = groups
    .map(
      ({ name, isKnown }, at): Part => ({
        ...{ name, isKnown, groups: [at] },
        ...{ known: known[at] as number, events: events[at] as number },
      }),
    )
    .filter((part) => part.known > 0)
  const declared = columnNamed(level, column)
  const isOrdered = ordered.has(column) || declared?.type === 'whole' || declared?.type === 'number'
  const kept = putTogether(parts, isOrdered)
  const place = new Uint8Array(groups.length)
  kept.forEach((part, at) => {
    for (const group of part.groups) place[group] = at
  })
  return {
    column,
    title,
    categories: kept.map(({ name, known: all, events: those }) => ({ name, known: all, events: those })),
    reference: kept.reduce((best, part, at) => (part.known > (kept[best]?.known ?? 0) ? at : best), 0),
    of: of.map((group) => place[group] as number),
  }
}

const least = ({ known, events }: Category) => Math.min(events, known - events)

/** Of an order, with the smaller neighbour; of none, with the next smallest; what is not known, with the largest. */
function putTogether(all: readonly Part[], isOrdered: boolean): readonly Part[] {
  let parts = [...all]
  for (;;) {
    const small = parts.reduce<Part | undefined>(
      (found, part) => (found === undefined || least(part) < least(found) ? part : found),
      undefined,
    )
    if (!small || parts.length < 2 || least(small) >= fewest) return parts
    const other = partner(parts, small, isOrdered)
    const [first, second] = parts.indexOf(small) < parts.indexOf(other) ? [small, other] : [other, small]
    const both: Part = {
      name: `${first.name} or ${inSentence(second.name)}`,
      known: first.known + second.known,
      events: first.events + second.events,
      groups: [...first.groups, ...second.groups],
      isKnown: first.isKnown && second.isKnown,
    }
    parts = parts.flatMap((part) => (part === second ? [] : part === first ? [both] : [part]))
  }
}

function partner(parts: readonly Part[], small: Part, isOrdered: boolean): Part {
  const others = parts.filter((part) => part !== small)
  const by = (rank: (part: Part) => number) =>
    others.reduce((best, part) => (rank(part) < rank(best) ? part : best))
  if (!small.isKnown) return by((part) => -part.known)
  const at = parts.indexOf(small)
  const beside = [parts[at - 1], parts[at + 1]].filter((part) => part?.isKnown === true)
  if (isOrdered && beside.length > 0)
    return by((part) => (beside.includes(part) ? part.known : Number.POSITIVE_INFINITY))
  return by((part) => (part.isKnown ? least(part) : Number.POSITIVE_INFINITY))
}
