/** How well chances tell those with an event from those without: the c-statistic. */

import { inOrder } from './by-chance.ts'

/**
 * Of all pairs of one with the event and one without, the share in which the one with it had the higher chance; equal
 * chances count half. It is the area under the receiver operating characteristic curve: 0.5 tells nothing, 1 tells all.
 *
 * @param weight how many each stands for, from 0
 * @returns null where nobody, or everybody, had the event
 * @throws RangeError where a chance is outside 0 to 1, an event is not 0 or 1, or a weight is negative: says which
 * @see Hanley JA, McNeil BJ. The meaning and use of the area under a receiver operating characteristic (ROC) curve.
 *   Radiology 1982;143:29-36
 */
export function cStatistic(event: Uint8Array, chance: Float64Array, weight?: Float64Array): number | null {
  let [withIt, without, pairs] = [0, 0, 0]
  for (const block of inOrder(event, chance, weight)) {
    const others = block.weight - block.events
    pairs += block.events * (without + others / 2)
    withIt += block.events
    without += others
  }
  return withIt > 0 && without > 0 ? pairs / (withIt * without) : null
}
