/**
 * A lower bound on what any choice of sites costs: "each area is served once" is taken out of the conditions and priced
 * into the objective instead. Whatever the prices, what is left can only be cheaper than any true answer, and solves by
 * inspection: open the p candidates that save most at these prices.
 *
 * @see Cornuejols, Fisher, Nemhauser, Location of bank accounts to optimize float: an analytic study of exact and
 * approximate algorithms, Management Science 23 (1977) 789-810
 */

import type { Facility } from './facility.ts'

/** What is settled in a branch, and the prices that it has come to. */
export interface Branch {
  /** By area: what it pays if none of the candidates still open to choice serves it. */
  readonly base: Float64Array
  /** By candidate: 0 open to choice, 1 settled as closed, 2 settled as open (part of the base). */
  readonly state: Uint8Array
  /** How many may still open. */
  readonly left: number
  /** By area: the price of a unit of weight, never above the base. */
  readonly prices: Float64Array
}

/** What the prices give: the bound, and by candidate what it saves at them. */
export interface Priced {
  readonly bound: number
  readonly saves: Float64Array
  /** Candidates open to choice, those that save most first. */
  readonly order: Int32Array
}

export function pricedAt(facility: Facility, branch: Branch, prices: Float64Array, saves: Float64Array): number {
  const { weights, first, to, cost } = facility
  saves.fill(0)
  let sum = 0
  for (let area = 0; area < weights.length; area += 1) {
    const price = prices[area] as number
    const weight = weights[area] as number
    sum += weight * price
    const end = first[area + 1] as number
    for (let arc = first[area] as number; arc < end; arc += 1) {
      const less = price - (cost[arc] as number)
      if (less <= 0) break
      const j = to[arc] as number
      saves[j] = (saves[j] as number) + weight * less
    }
  }
  return sum
}
