/**
 * A good answer quickly: greedy addition, then the best interchange of one open site for one closed until none helps.
 * It proves nothing; it gives the bound something to be compared with.
 *
 * @see Teitz, Bart, Heuristic methods for estimating the generalized vertex median of a weighted graph, Operations
 * Research 16 (1968) 955-961
 * @see Resende, Werneck, A fast swap-based local search procedure for location problems, Annals of Operations
 * Research 150 (2007) 205-230: gain, loss and extra, the last sparse
 */

import type { Facility } from './facility.ts'

/** Adds, to those open, whichever candidate saves most, until p are open or none saves anything. */
export function greedy(facility: Facility, from: readonly number[] = []): readonly number[] {
  const { p, candidates, weights, base, first, to, cost } = facility
  const pays = base.slice()
  const open: number[] = []
  const isOpen = new Uint8Array(candidates)
  const add = (chosen: number) => {
    open.push(chosen)
    isOpen[chosen] = 1
    for (let area = 0; area < weights.length; area += 1) {
      const end = first[area + 1] as number
      for (let arc = first[area] as number; arc < end; arc += 1) {
        if ((cost[arc] as number) >= (pays[area] as number)) break
        if (to[arc] === chosen) {
          pays[area] = cost[arc] as number
          break
        }
      }
    }
  }
  for (const chosen of from) add(chosen)
  const saves = new Float64Array(candidates)
  while (open.length < p) {
    saves.fill(0)
    for (let area = 0; area < weights.length; area += 1) {
      const paid = pays[area] as number
      const weight = weights[area] as number
      const end = first[area + 1] as number
      for (let arc = first[area] as number; arc < end; arc += 1) {
        const less = paid - (cost[arc] as number)
        if (less <= 0) break
        const j = to[arc] as number
        saves[j] = (saves[j] as number) + weight * less
      }
    }
    let best = -1
    for (let j = 0; j < candidates; j += 1)
      if (isOpen[j] === 0 && (best < 0 || (saves[j] as number) > (saves[best] as number))) best = j
    if (best < 0 || (saves[best] as number) <= 0) break
    add(best)
  }
  return open
}

/** Interchanges, always the best of all pairs, until none helps by more than rounding. */
export function interchange(facility: Facility, start: readonly number[]): readonly number[] {
  const { candidates, weights, base, first, to, cost } = facility
  const open = [...start]
  const place = new Int32Array(candidates).fill(-1)
  open.forEach((j, at) => {
    place[j] = at
  })
  const gain = new Float64Array(candidates)
  const loss = new Float64Array(open.length)
  // extra[j * open.length + r]: what opening j gives back of the loss of closing the r-th
  const extra = new Float64Array(candidates * open.length)
  for (;;) {
    gain.fill(0)
    loss.fill(0)
    extra.fill(0)
    let total = facility.constant
    for (let area = 0; area < weights.length; area += 1) {
      const begin = first[area] as number
      const end = first[area + 1] as number
      const weight = weights[area] as number
      const otherwise = base[area] as number
      // the nearest that is open, and what the area would pay without it
      let nearest = begin
      while (nearest < end && place[to[nearest] as number] === -1) nearest += 1
      if (nearest === end) {
        total += weight * otherwise
        for (let arc = begin; arc < end; arc += 1) {
          const j = to[arc] as number
          gain[j] = (gain[j] as number) + weight * (otherwise - (cost[arc] as number))
        }
        continue
      }
      let second = nearest + 1
      while (second < end && place[to[second] as number] === -1) second += 1
      const one = cost[nearest] as number
      const two = second < end ? (cost[second] as number) : otherwise
      const r = place[to[nearest] as number] as number
      total += weight * one
      loss[r] = (loss[r] as number) + weight * (two - one)
      for (let arc = begin; arc < nearest; arc += 1) {
        const j = to[arc] as number
        gain[j] = (gain[j] as number) + weight * (one - (cost[arc] as number))
        const at = j * open.length + r
        extra[at] = (extra[at] as number) + weight * (two - one)
      }
      for (let arc = nearest + 1; arc < second; arc += 1) {
        const at = (to[arc] as number) * open.length + r
        extra[at] = (extra[at] as number) + weight * (two - (cost[arc] as number))
      }
    }
    let best = total * 1e-12
    let opens = -1
    let closes = -1
    for (let j = 0; j < candidates; j += 1) {
      if (place[j] !== -1) continue
      for (let r = 0; r < open.length; r += 1) {
        const profit = (gain[j] as number) - (loss[r] as number) + (extra[j * open.length + r] as number)
        if (profit > best) {
          best = profit
          opens = j
          closes = r
        }
      }
    }
    if (opens < 0) return open
    place[open[closes] as number] = -1
    open[closes] = opens
    place[opens] = closes
  }
}
