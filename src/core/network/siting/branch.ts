/**
 * The best choice of candidates, proven: bounded, reduced by what the bound decides, and branched on what it does not.
 * A part of the tree is left only when no choice in it can cost less than the best one known.
 */

import { costOfOpen, type Facility, settled } from './facility.ts'
import { greedy, interchange } from './interchange.ts'
import { ascend } from './lagrangian.ts'
import { gapBetween, type SolveState, type Watch } from './problem.ts'

export interface Best {
  readonly open: readonly number[]
  readonly cost: number
  readonly bound: number
  /** Nothing costs less by more than the tolerance. */
  readonly proven: boolean
}

/** Relative to what is measured, what counts as no better. Sums of doubles over 15,000 areas err by less than 1e-12. */
const tolerance = 1e-9
/**
 * So many branches are looked into before a solver of mixed-integer programs is asked instead: of a p-median, whose
 * bounds are close, it takes longer than many branches.
 */
const branchesAlone = 500
/** Beyond this it would take longer than branching once more. */
const arcsForExact = 60_000

/** A part of the tree: what is left of the problem, and how it leads back to the whole. */
interface Part {
  readonly facility: Facility
  /** By candidate: its name in the whole problem. */
  readonly names: Int32Array
  /** Candidates of the whole that this part has opened. */
  readonly opened: readonly number[]
  /** By area: the prices from which to go on. */
  readonly prices: Float64Array
  readonly usage: Float64Array
  readonly bound: number
}

interface Branch {
  readonly part: Part
  /** Candidates of the part that this branch opens and closes. */
  readonly open: readonly number[]
  readonly close: Uint8Array
}

interface Search {
  readonly cutoff: () => number
  better(found: readonly number[]): void
  /** Whether to stop, told the bound of the part that is being looked into. */
  pause(bound: number): boolean
}

interface Solving {
  /** Candidates to begin with. */
  readonly start?: readonly number[]
  /** What the tolerance is relative to, where that is not the cost. */
  readonly measure?: (cost: number) => number
  /** How many branches to look into before the exact solver is asked. */
  readonly alone?: number
}

/** Solves to proven optimality, or until the watch says stop: then bound and cost are apart. */
export function solve(
  facility: Facility,
  watch: Watch,
  { start = [], measure, alone = branchesAlone }: Solving = {},
): Best {
  let open = interchange(facility, greedy(facility, start))
  let cost = costOfOpen(facility, open)
  let bound = facility.constant
  let phase: SolveState['phase'] = 'bounding'
  const rounding = 1e-13 * costOfOpen(facility, [])
  const report = (reached: number) => {
    const least = Math.max(bound, Math.min(reached, cost))
    watch.report({ phase, bound: least, best: cost, gap: gapBetween(cost, least) })
  }
  const search: Search = {
    cutoff: () => cost - tolerance * (measure ?? Math.abs)(cost) - rounding,
    better: (found) => {
      const costs = costOfOpen(facility, found)
      if (costs >= cost) return
      cost = costs
      open = found
    },
    pause: (reached) => {
      report(reached)
      return watch.stop()
    },
  }
  const root: Part = {
    facility,
    names: Int32Array.from({ length: facility.candidates }, (_, j) => j),
    opened: [],
    prices: pricesBetween(facility, open),
    usage: new Float64Array(facility.candidates),
    bound,
  }
  const branches: Branch[] = [{ part: root, open: [], close: new Uint8Array(facility.candidates) }]
  let whole: Part | undefined
  for (let looked = 0; branches.length > 0; looked += 1) {
    const lowest = branches.reduce((least, { part }) => Math.min(least, part.bound), cost)
    bound = Math.max(bound, lowest)
    report(bound)
    if (watch.stop()) return { open, cost, bound, proven: false }
    const branch = take(branches)
    if (branch.part.bound >= search.cutoff()) continue
    const inside = looked === 0 ? search : { ...search, pause: () => search.pause(bound) }
    const part = explored(branch, inside, looked === 0 ? 1000 : 300)
    phase = 'branching'
    if (!part) continue
    whole ??= part
    if (watch.exact && looked >= alone) {
      // all that is left at once if it is small enough, else this part of it
      const atOnce = whole.facility.to.length <= arcsForExact
      if (atOnce) branches.length = 0
      if (atOnce || part.facility.to.length <= arcsForExact) {
        const left = byExact(atOnce ? whole : part, search, watch, bound)
        if (left === null) continue
        bound = Math.max(bound, Math.min(cost, atOnce ? left : Math.min(lowest, left)))
        return { open, cost, bound, proven: false }
      }
    }
    branches.push(...split(part))
  }
  return { open, cost, bound: Math.max(bound, Math.min(cost, search.cutoff())), proven: true }
}

/** The weakest bound first, so that the bound of the whole rises. */
function take(branches: Branch[]): Branch {
  let at = 0
  for (let k = 1; k < branches.length; k += 1)
    if ((branches[k] as Branch).part.bound <= (branches[at] as Branch).part.bound) at = k
  const branch = branches[at] as Branch
  branches[at] = branches[branches.length - 1] as Branch
  branches.pop()
  return branch
}

/** Bounds and reduces a branch until nothing more is decided; null: nothing better than what is known is in it. */
function explored(branch: Branch, { cutoff, better, pause }: Search, iterations: number): Part | null {
  let { part, open, close } = branch
  for (;;) {
    const { names, opened, prices, bound } = part
    const small = settled(part.facility, open, close)
    const { facility } = small
    const nowOpen = [...opened, ...open.map((j) => names[j] as number)]
    const nowNames = small.candidates.map((j) => names[j] as number)
    if (facility.p === 0 || facility.weights.length === 0) {
      better(nowOpen)
      return null
    }
    const ascent = ascend(facility, {
      cutoff: cutoff(),
      prices: Float64Array.from(small.areas, (area, k) =>
        Math.min(prices[area] as number, facility.base[k] as number),
      ),
      iterations,
      pause,
    })
    better([...nowOpen, ...ascent.opened.map((j) => nowNames[j] as number)])
    part = {
      facility,
      names: nowNames,
      opened: nowOpen,
      prices: ascent.prices,
      usage: ascent.usage,
      bound: Math.max(bound, ascent.bound),
    }
    if (part.bound >= cutoff()) return null
    const { decided } = ascent
    open = Array.from(decided.keys()).filter((j) => decided[j] === 2)
    close = decided.map((how) => (how === 1 ? 1 : 0))
    if (open.length > facility.p) return null
    if ((open.length === 0 && !close.includes(1)) || pause(part.bound)) return part
  }
}

/** Without the most doubtful candidate, and with it. */
function split(part: Part): readonly Branch[] {
  const { usage, facility } = part
  let doubtful = 0
  for (let j = 1; j < usage.length; j += 1)
    if (Math.abs((usage[j] as number) - 0.5) < Math.abs((usage[doubtful] as number) - 0.5)) doubtful = j
  const without = new Uint8Array(facility.candidates)
  without[doubtful] = 1
  return [
    { part, open: [], close: without },
    { part, open: [doubtful], close: new Uint8Array(facility.candidates) },
  ]
}

/** Has what is left of a part solved; null: it is proven, else the bound that it came to when the time was up. */
function byExact(part: Part, { better, cutoff }: Search, watch: Watch, bound: number): number | null {
  const { facility, names, opened } = part
  const known = interchange(facility, greedy(facility))
  better([...opened, ...known.map((j) => names[j] as number)])
  const found = watch.exact?.(facility, known, {
    stop: watch.stop,
    secondsLeft: watch.secondsLeft,
    report: (reached, best) =>
      watch.report({
        phase: 'branching',
        bound: Math.max(bound, reached),
        best,
        gap: gapBetween(best, reached),
      }),
  })
  if (found?.open) better([...opened, ...found.open.map((j) => names[j] as number)])
  if (!found || found.proven || found.bound >= cutoff()) return null
  return Math.max(part.bound, found.bound)
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
