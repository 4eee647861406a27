/** How much each input matters: one at a time is taken lower and higher by the same share, all others as given. */

import { compareCosts } from '../cost.ts'
import { COST_NAMES, type CostInputs, type CostName, costInput } from './inputs.ts'

export interface Sensitivity {
  readonly name: CostName
  /** The values that were tried; within the input's limits, whole where it is whole. */
  readonly low: number
  readonly high: number
  /** The difference (new service less pathway, present value) at each. */
  readonly atLow: number
  readonly atHigh: number
  /** How far apart the two are. */
  readonly swing: number
  /** Whether the cheaper option changes somewhere between the two. */
  readonly turns: boolean
}

/** The most that inputs are taken lower and higher by, as a percentage. */
export const LARGEST_SPREAD = 90

/**
 * The difference at every input lower and higher by `spread` percent, the one that matters most first. An input of 0
 * stays 0, and says so by a swing of 0: no share of nothing is something.
 */
export function sensitivityOf(inputs: CostInputs, spread: number): readonly Sensitivity[] {
  if (!(spread > 0 && spread <= LARGEST_SPREAD)) throw new RangeError(`a spread of ${spread} %`)
  return COST_NAMES.map((name): Sensitivity => {
    const low = within(name, inputs[name] * (1 - spread / 100))
    const high = within(name, inputs[name] * (1 + spread / 100))
    const atLow = compareCosts({ ...inputs, [name]: low }).difference
    const atHigh = compareCosts({ ...inputs, [name]: high }).difference
    return {
      ...{ name, low, high, atLow, atHigh },
      swing: Math.abs(atHigh - atLow),
      turns: Math.sign(atLow) !== Math.sign(atHigh),
    }
  }).sort((a, b) => b.swing - a.swing || COST_NAMES.indexOf(a.name) - COST_NAMES.indexOf(b.name))
}

function within(name: CostName, value: number): number {
  const { least, most, whole } = costInput(name)
  const kept = Math.min(most, Math.max(least, value))
  return whole ? Math.round(kept) : kept
}
