/**
 * The tumours that a treatment was aimed at: targets of several sessions are one tumour where their letters are the
 * same, or, without letters, where organ, segment and side are.
 */

import type { TargetFacts } from './facts.ts'
import type { TreatmentFacts } from './treatments.ts'

export interface TumourFacts {
  /** Within the treatment. */
  readonly id: string
  readonly letter: string | null
  readonly organ: string | null
  readonly laterality: string | null
  /** The largest that was said of it. */
  readonly size: number | null
  /** The smallest. */
  readonly margin: number | null
  readonly efficacy: boolean | null
  readonly progressedOn: string | null
  /** True: no other tumour was a target, so that what a scan says of the treated tumour is said of this one. */
  readonly isOnly: boolean
}

/** The tumours of a treatment, in the order in which they were first said. */
export function tumoursOf({ sessions }: Pick<TreatmentFacts, 'sessions'>): readonly TumourFacts[] {
  const found = new Map<string, TargetFacts[]>()
  for (const { targets } of sessions) {
    const here = new Map<string, number>()
    for (const target of targets) {
      const place = placeOf(target)
      // Two without a letter in one segment are two.
      const nth = (here.get(place) ?? 0) + 1
      here.set(place, nth)
      const id = target.letter === null ? `${place} ${nth}` : place
      const same = found.get(id)
      if (same) same.push(target)
      else found.set(id, [target])
    }
  }
  return [...found].map(([id, targets]) => ({
    id,
    letter: targets[0]?.letter ?? null,
    organ: targets[0]?.organ ?? null,
    laterality: firstOf(targets, ({ laterality }) => laterality),
    size: most(
      targets.map(({ size }) => size),
      Math.max,
    ),
    margin: most(
      targets.map(({ margin }) => margin),
      Math.min,
    ),
    efficacy: targets.at(-1)?.efficacy ?? null,
    progressedOn: firstOf(targets, ({ progressedOn }) => progressedOn),
    isOnly: found.size === 1,
  }))
}

function placeOf({ letter, organ, segment, laterality }: TargetFacts): string {
  return letter === null ? `${organ}/${segment ?? ''}/${laterality ?? ''}` : letter
}

function firstOf(targets: readonly TargetFacts[], of: (target: TargetFacts) => string | null): string | null {
  return targets.map(of).find((value) => value !== null) ?? null
}

function most(values: readonly (number | null)[], which: (...values: number[]) => number): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : which(...known)
}
