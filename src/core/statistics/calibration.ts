/** Whether chances come true: events expected and observed among those of low, middling and high chance. */

import { inOrder } from './by-chance.ts'

export interface CalibrationGroup {
  /** The lowest and the highest chance in it. */
  readonly from: number
  readonly to: number
  readonly subjects: number
  readonly expected: number
  readonly observed: number
}

/**
 * Subjects in order of their chance, in groups of about one size; those of one chance stay together, in the group in
 * which their middle lies, so that there may be fewer groups than asked for.
 *
 * @param groups at most so many, tenths unless given
 * @throws RangeError as `cStatistic`, or where `groups` is not a whole number above 0
 * @see Hosmer DW, Lemeshow S. Applied logistic regression. 2nd ed, 2000; section 5.2.2. @unverified how ties are kept
 *   together is ours
 */
export function calibration(
  event: Uint8Array,
  chance: Float64Array,
  { groups = 10, weight }: { readonly groups?: number; readonly weight?: Float64Array | undefined } = {},
): readonly CalibrationGroup[] {
  if (!(Number.isSafeInteger(groups) && groups > 0))
    throw new RangeError(`groups is ${groups}: it is a whole number above 0`)
  const blocks = inOrder(event, chance, weight)
  const all = blocks.reduce((sum, block) => sum + block.weight, 0)
  const found = new Map<number, CalibrationGroup>()
  let before = 0
  for (const { chance: at, weight: subjects, events } of blocks) {
    const place = Math.min(groups - 1, Math.floor(((before + subjects / 2) / all) * groups))
    const held = found.get(place) ?? { from: at, to: at, subjects: 0, expected: 0, observed: 0 }
    found.set(place, {
      from: held.from,
      to: at,
      subjects: held.subjects + subjects,
      expected: held.expected + subjects * at,
      observed: held.observed + events,
    })
    before += subjects
  }
  return [...found.values()]
}
