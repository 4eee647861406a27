/**
 * A lower bound on what any choice of sites costs. "Each area is served once" is taken out of the conditions and priced
 * into the objective instead: whatever the prices, what is left can only be cheaper than any true answer, and it solves
 * by inspection: open the p candidates that save most at these prices. The ascent looks for the prices that bound best.
 *
 * @see Cornuejols, Fisher, Nemhauser, Location of bank accounts to optimize float: an analytic study of exact and
 * approximate algorithms, Management Science 23 (1977) 789-810
 */

import type { Facility } from './facility.ts'

export interface Ascent {
  /** No choice of candidates costs less than this. */
  readonly bound: number
  /** By area: the prices that gave it. */
  readonly prices: Float64Array
  /** By candidate: how much of the time it was among those opened, of late: 0 to 1. */
  readonly usage: Float64Array
  /** By candidate: 1 where every choice that beats the cutoff closes it, 2 where every such choice opens it. */
  readonly decided: Uint8Array
  /** The candidates opened at the best prices. */
  readonly opened: readonly number[]
}

interface Asked {
  /** What a choice must cost less than to be of interest. */
  readonly cutoff: number
  readonly prices: Float64Array
  readonly iterations: number
  /** Asked now and then, with the bound so far; true: stop where one stands. */
  pause(bound: number): boolean
}

/** Of a step along the last directions, how much is kept; tried on the instances of the bench. */
const kept = 0.7
const patience = 8
const smallestStep = 1e-3

/** Climbs by subgradients until the bound reaches the cutoff, nothing moves, or enough is decided to begin anew. */
export function ascend(facility: Facility, { cutoff, prices: from, iterations, pause }: Asked): Ascent {
  const { p, candidates, weights, base, first, to, cost } = facility
  const areas = weights.length
  const prices = from.slice()
  const best = from.slice()
  const direction = new Float64Array(areas)
  const saves = new Float64Array(candidates)
  const top = new Int32Array(p + 1)
  const isTop = new Uint8Array(candidates)
  const usage = new Float64Array(candidates)
  const decided = new Uint8Array(candidates)
  const enough = Math.max(1, Math.ceil(candidates / 5))
  let bound = Number.NEGATIVE_INFINITY
  let opened: readonly number[] = []
  let count = 0
  let scale = 1
  let stalled = 0
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    let value = facility.constant + priced(facility, prices, saves)
    const chosen = largest(saves, top)
    isTop.fill(0)
    for (let r = 0; r < Math.min(p, chosen); r += 1) {
      const j = top[r] as number
      isTop[j] = 1
      value -= saves[j] as number
    }
    const share = iteration < 20 ? 1 / (iteration + 1) : 0.05
    for (let j = 0; j < candidates; j += 1)
      usage[j] = (usage[j] as number) + share * ((isTop[j] as number) - (usage[j] as number))
    count += decide(value, cutoff, saves, top, chosen, p, isTop, decided)
    stalled += 1
    if (value > bound) {
      if (value > bound + 1e-5 * (cutoff - bound)) stalled = 0
      bound = value
      best.set(prices)
      opened = Array.from(top.subarray(0, Math.min(p, chosen)))
    }
    if (bound >= cutoff || (iteration >= 20 && count >= enough)) break
    if (iteration % 16 === 15 && pause(bound)) break
    if (stalled > patience) {
      scale /= 2
      stalled = 0
      prices.set(best)
      direction.fill(0)
      if (scale < smallestStep) break
      continue
    }
    let norm = 0
    for (let area = 0; area < areas; area += 1) {
      const price = prices[area] as number
      let served = 0
      const end = first[area + 1] as number
      for (let arc = first[area] as number; arc < end; arc += 1) {
        if ((cost[arc] as number) >= price) break
        served += isTop[to[arc] as number] as number
      }
      // at its base an area need not be served by any candidate
      const lacks = served === 0 && price >= (base[area] as number) ? 0 : 1 - served
      const step = lacks + kept * (direction[area] as number)
      direction[area] = step
      norm += (weights[area] as number) * step * step
    }
    if (norm === 0) break
    const step = (scale * (cutoff - value)) / norm
    for (let area = 0; area < areas; area += 1) {
      const price = (prices[area] as number) + step * (direction[area] as number)
      prices[area] = Math.max(0, Math.min(base[area] as number, price))
    }
  }
  return { bound, prices: best, usage, decided, opened }
}

/** The sum of the prices; by candidate, what opening it saves at them. */
function priced(facility: Facility, prices: Float64Array, saves: Float64Array): number {
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

/** Fills `top` with those that save most, most first; how many there are. */
function largest(saves: Float64Array, top: Int32Array): number {
  let count = 0
  for (let j = 0; j < saves.length; j += 1) {
    const value = saves[j] as number
    if (count === top.length && value <= (saves[top[count - 1] as number] as number)) continue
    let at = count < top.length ? count : count - 1
    if (count < top.length) count += 1
    while (at > 0 && (saves[top[at - 1] as number] as number) < value) {
      top[at] = top[at - 1] as number
      at -= 1
    }
    top[at] = j
  }
  return count
}

/** Marks whom the bound decides: forced the other way, it would reach the cutoff. How many are newly decided. */
function decide(
  value: number,
  cutoff: number,
  saves: Float64Array,
  top: Int32Array,
  chosen: number,
  p: number,
  isTop: Uint8Array,
  decided: Uint8Array,
): number {
  const last = saves[top[Math.min(p, chosen) - 1] as number] as number
  const next = chosen > p ? (saves[top[p] as number] as number) : 0
  let count = 0
  for (let j = 0; j < saves.length; j += 1) {
    if (decided[j] !== 0) continue
    const saved = saves[j] as number
    if (isTop[j] === 0 && value + last - saved >= cutoff) decided[j] = 1
    else if (isTop[j] === 1 && value + saved - next >= cutoff) decided[j] = 2
    if (decided[j] !== 0) count += 1
  }
  return count
}
