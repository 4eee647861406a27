/**
 * The best choice of candidates, proven: bounded, reduced by what the bound decides, and branched on what it does not.
 * A part of the tree is left only when no choice in it can cost less than the best one known.
 */

import { costOfOpen, type Facility, settled } from './facility.ts'
import { greedy, interchange } from './interchange.ts'
import { ascend } from './lagrangian.ts'
import { gapBetween, type SolveState, type Watch } from './problem.ts'

/** Relative to the cost: what counts as no better. Sums of doubles over 15,000 areas err by less than 1e-12. */
export const tolerance = 1e-9

export interface Best {
  readonly open: readonly number[]
  readonly cost: number
  readonly bound: number
}

interface Node {
  readonly parent: Facility
  /** By candidate and area of the parent: its name in the whole problem; its price. */
  readonly names: Int32Array
  readonly prices: Float64Array
  readonly opened: readonly number[]
  /** Candidates of the parent that this branch opens and closes. */
  readonly open: readonly number[]
  readonly close: Uint8Array
  readonly bound: number
}

/** Solves to proven optimality, or until the watch says stop: then bound and cost are apart. */
export function solve(facility: Facility, watch: Watch, start: readonly number[] = []): Best {
  let open = interchange(facility, greedy(facility, start))
  let cost = costOfOpen(facility, open)
  const total = facility.weights.reduce(
    (sum, weight, area) => sum + weight * (facility.base[area] as number),
    0,
  )
  const cutoff = () => cost - tolerance * cost - 1e-13 * total
  const better = (found: readonly number[]) => {
    const costs = costOfOpen(facility, found)
    if (costs < cost) {
      cost = costs
      open = found
    }
  }
  const nodes: Node[] = [
    {
      parent: facility,
      names: Int32Array.from({ length: facility.candidates }, (_, j) => j),
      prices: pricesBetween(facility, open),
      opened: [],
      open: [],
      close: new Uint8Array(facility.candidates),
      bound: facility.constant,
    },
  ]
  let bound = facility.constant
  let phase: SolveState['phase'] = 'bounding'
  const report = (at: SolveState['phase'], reached: number) => {
    const least = Math.max(bound, Math.min(reached, cost))
    watch.report({ phase: at, bound: least, best: cost, gap: gapBetween(cost, least) })
  }
  const lowest = () => nodes.reduce((least, node) => Math.min(least, node.bound), cost)
  while (nodes.length > 0) {
    bound = Math.max(bound, lowest())
    report(phase, bound)
    if (watch.stop()) return { open, cost, bound }
    const node = take(nodes)
    if (node.bound >= cutoff()) continue
    const atRoot = phase === 'bounding'
    const pause = (reached: number) => {
      if (atRoot) report(phase, reached)
      return watch.stop()
    }
    for (const next of explore(node, cutoff, better, pause, atRoot ? 1000 : 300)) nodes.push(next)
    phase = 'branching'
  }
  return { open, cost, bound: Math.max(bound, Math.min(cost, cutoff())) }
}

/** The weakest bound first, so that the bound of the whole rises. */
function take(nodes: Node[]): Node {
  let at = 0
  for (let k = 1; k < nodes.length; k += 1) if ((nodes[k] as Node).bound <= (nodes[at] as Node).bound) at = k
  const node = nodes[at] as Node
  nodes[at] = nodes[nodes.length - 1] as Node
  nodes.pop()
  return node
}

function explore(
  node: Node,
  cutoff: () => number,
  better: (open: readonly number[]) => void,
  pause: (bound: number) => boolean,
  iterations: number,
): readonly Node[] {
  let { parent, names, prices, bound } = node
  let open = node.open
  let close = node.close
  let opened = node.opened
  for (;;) {
    const small = settled(parent, open, close)
    const before = names
    opened = [...opened, ...open.map((j) => before[j] as number)]
    names = small.candidates.map((j) => before[j] as number)
    const facility = small.facility
    const priced = prices
    prices = Float64Array.from(small.areas, (area, k) =>
      Math.min(priced[area] as number, facility.base[k] as number),
    )
    if (facility.p === 0 || facility.weights.length === 0) {
      better(opened)
      return []
    }
    const ascent = ascend(facility, {
      cutoff: cutoff(),
      prices,
      iterations,
      pause,
    })
    bound = Math.max(bound, ascent.bound)
    if (bound >= cutoff()) return []
    better([...opened, ...ascent.opened.map((j) => names[j] as number)])
    parent = facility
    prices = ascent.prices
    open = []
    close = new Uint8Array(facility.candidates)
    for (let j = 0; j < facility.candidates; j += 1) {
      if (ascent.decided[j] === 2) open = [...open, j]
      else if (ascent.decided[j] === 1) close[j] = 1
    }
    if (open.length > facility.p) return []
    if (open.length > 0 || close.includes(1)) continue
    if (pause(bound)) return [{ parent, names, prices, opened, open, close, bound }]
    const j = mostDoubtful(ascent.usage)
    const without = new Uint8Array(facility.candidates)
    without[j] = 1
    return [
      { parent, names, prices, opened, open: [], close: without, bound },
      { parent, names, prices, opened, open: [j], close, bound },
    ]
  }
}

function mostDoubtful(usage: Float64Array): number {
  let best = 0
  for (let j = 1; j < usage.length; j += 1)
    if (Math.abs((usage[j] as number) - 0.5) < Math.abs((usage[best] as number) - 0.5)) best = j
  return best
}

/** Prices to begin with: between what each area pays now and what it would pay at its second choice. */
function pricesBetween({ weights, base, first, to, cost, candidates }: Facility, open: readonly number[]) {
  const isOpen = new Uint8Array(candidates)
  for (const j of open) isOpen[j] = 1
  const prices = new Float64Array(weights.length)
  for (let area = 0; area < weights.length; area += 1) {
    let nearest = -1
    let second = base[area] as number
    const end = first[area + 1] as number
    for (let arc = first[area] as number; arc < end; arc += 1) {
      if (isOpen[to[arc] as number] === 0) continue
      if (nearest >= 0) {
        second = cost[arc] as number
        break
      }
      nearest = cost[arc] as number
    }
    prices[area] = nearest < 0 ? second : (nearest + second) / 2
  }
  return prices
}
