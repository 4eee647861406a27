/**
 * The fewest new referral pathways that bring a share of people within reach: the smallest count with which the most
 * that can be reached is enough. That fewer are not enough is proven by the bound of the covering with one fewer.
 */

import { solve } from './branch.ts'
import { coverFacility, coversAlone } from './covering.ts'
import { gapBetween, type SitingAnswer, type Watch } from './problem.ts'

/** A pathway that could be agreed, and whom it would bring within reach: indices of the problem's areas. */
export interface PathwayOption {
  readonly from: string
  readonly to: string
  readonly areas: ArrayLike<number>
}

export interface PathwaysProblem {
  /** Only those that are not within reach yet. */
  readonly areas: readonly { readonly code: string; readonly weight: number }[]
  readonly options: readonly PathwayOption[]
  /** How much weight is still to be brought within reach. */
  readonly need: number
}

export interface PathwaysAnswer {
  readonly outcome: SitingAnswer['outcome']
  readonly why: string | null
  readonly pathways: readonly { readonly from: string; readonly to: string }[]
  /** How many; NaN: no number is enough. */
  readonly objective: number
  /** No fewer than this are enough. */
  readonly bound: number
  readonly gap: number
  /** The weight that they bring within reach: of all sets as small, the most, where the time allowed to prove it. */
  readonly reached: number
  /** The weight that all options together would bring. */
  readonly largest: number
}

/** Answers with the smallest set; of several, with one that reaches most. */
export function fewestPathways(problem: PathwaysProblem, watch: Watch): PathwaysAnswer {
  const { areas, options, need } = problem
  const nonsense = nonsenseIn(problem)
  const none = {
    pathways: [],
    objective: Number.NaN,
    bound: Number.NaN,
    gap: Number.NaN,
    reached: 0,
    largest: 0,
  }
  if (nonsense) return { ...none, outcome: 'degenerate', why: nonsense }
  const serves = options.map((option) => {
    const row = new Uint8Array(areas.length)
    for (let k = 0; k < option.areas.length; k += 1) row[option.areas[k] as number] = 1
    return row
  })
  const weightOf = (chosen: readonly number[]) =>
    areas.reduce(
      (sum, { weight }, area) => sum + (chosen.some((j) => serves[j]?.[area] === 1) ? weight : 0),
      0,
    )
  const largest = weightOf(options.map((_, j) => j))
  if (need <= 0) {
    const why = 'The share is reached already: no new pathway is needed.'
    return { ...none, outcome: 'degenerate', why, objective: 0, bound: 0, gap: 0, largest }
  }
  const enough = need * (1 - 1e-12)
  if (largest < enough) {
    const why = 'Even all possible pathways together do not bring as many within reach.'
    return { ...none, outcome: 'infeasible', why, largest }
  }
  const whole = coverFacility({
    p: options.length,
    candidates: options.length,
    weights: Float64Array.from(areas, ({ weight }) => weight),
    covers: (j, area) => serves[j]?.[area] === 1,
  })
  let bound = fewestBySize(serves, areas, enough)
  for (let count = bound; ; count += 1) {
    const counted: Watch = {
      ...watch,
      report: ({ phase }) => watch.report({ phase, best: Number.NaN, bound, gap: Number.NaN }),
    }
    const best = solve({ ...whole, p: Math.min(count, whole.candidates) }, counted, {
      measure: (cost) => largest - cost,
      alone: coversAlone,
    })
    const reached = weightOf(best.open)
    // only while every smaller count is proven too small does the bound rise
    if (count === bound && largest - best.bound < enough) bound = count + 1
    if (reached < enough) continue
    const objective = best.open.length
    const least = Math.min(bound, objective)
    const gap = gapBetween(objective, least)
    return {
      outcome: gap === 0 ? 'optimal' : 'stopped',
      why: gap === 0 ? null : 'The time was up before fewer were proven not to be enough.',
      pathways: best.open.map((j) => options[j] as PathwayOption).map(({ from, to }) => ({ from, to })),
      objective,
      bound: least,
      gap,
      reached,
      largest,
    }
  }
}

/** A first bound: as if no two options reached the same people. */
function fewestBySize(serves: readonly Uint8Array[], areas: PathwaysProblem['areas'], need: number): number {
  const sizes = serves.map((row) =>
    areas.reduce((sum, { weight }, area) => sum + (row[area] === 1 ? weight : 0), 0),
  )
  sizes.sort((a, b) => b - a)
  let count = 0
  for (let sum = 0; count < sizes.length && sum < need; count += 1) sum += sizes[count] as number
  return Math.max(1, count)
}

function nonsenseIn({ areas, options, need }: PathwaysProblem): string | null {
  if (Number.isNaN(need)) return 'How many are to be reached is not a number.'
  if (areas.length === 0 && need > 0) return 'There is nobody left to bring within reach.'
  const unweighed = areas.find(({ weight }) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))
  if (unweighed) return `The weight of area ${unweighed.code} is ${unweighed.weight}, which is not an amount.`
  const stray = options.find((option) =>
    Array.from(option.areas).some((area) => !Number.isInteger(area) || area < 0 || area >= areas.length),
  )
  return stray ? `The pathway from ${stray.from} to ${stray.to} names an area that is not there.` : null
}

interface Pairs {
  /** Areas not within reach yet, each with the service that its people go to. */
  readonly areas: readonly { readonly code: string; readonly weight: number; readonly home: string }[]
  readonly pairs: readonly { readonly from: string; readonly to: string }[]
  readonly times: {
    readonly sites: readonly string[]
    readonly areas: readonly string[]
    readonly minutes: Float32Array
  }
  /** Minutes that a person may be from the recipient at most. */
  readonly within: number
}

/** What each possible pathway would bring: those at home with `from` who are near enough to `to`. Empty ones are left out. */
export function pathwayOptions({ areas, pairs, times, within }: Pairs): readonly PathwayOption[] {
  const column = new Map(times.areas.map((code, at) => [code, at]))
  const row = new Map(times.sites.map((code, at) => [code, at]))
  const atHome = Map.groupBy(areas.keys(), (area) => areas[area]?.home)
  return pairs.flatMap(({ from, to }) => {
    const site = row.get(to)
    if (site === undefined) return []
    const near = (atHome.get(from) ?? []).filter((area) => {
      const at = column.get(areas[area]?.code ?? '')
      return at !== undefined && (times.minutes[site * times.areas.length + at] as number) <= within
    })
    return near.length > 0 ? [{ from, to, areas: Int32Array.from(near) }] : []
  })
}
