/** Groups that can be compared: known ones with anybody in them, two or more. */

import type { Subjects } from '../../statistics/subjects.ts'

export interface Comparable {
  readonly subjects: Subjects
  readonly grouping: { readonly group: Uint8Array; readonly groups: number }
  /** The group of the figure that each compared group is. */
  readonly at: readonly number[]
  readonly names: readonly string[]
}

export function comparable(
  groups: readonly { readonly name: string; readonly isKnown: boolean }[],
  group: Uint8Array,
  subjects: Subjects,
): Comparable | null {
  const sizes = new Float64Array(groups.length)
  for (const each of group) (sizes[each] as number) += 1
  const at = groups.flatMap(({ isKnown }, place) => (isKnown && (sizes[place] ?? 0) > 0 ? [place] : []))
  if (at.length < 2) return null
  const place = new Map(at.map((each, index) => [each, index]))
  const kept = group.reduce((sum, each) => sum + (place.has(each) ? 1 : 0), 0)
  const time = new Float64Array(kept)
  const event = new Uint8Array(kept)
  const of = new Uint8Array(kept)
  let to = 0
  for (let row = 0; row < group.length; row += 1) {
    const index = place.get(group[row] as number)
    if (index === undefined) continue
    time[to] = subjects.time[row] as number
    event[to] = subjects.event[row] as number
    of[to] = index
    to += 1
  }
  return {
    subjects: { time, event },
    grouping: { group: of, groups: at.length },
    at,
    names: at.map((each) => groups[each]?.name ?? ''),
  }
}
