/**
 * Maximal covering: where p new services should be so that the most people have one within some minutes.
 *
 * @see Church, ReVelle, The maximal covering location problem, Papers of the Regional Science Association 32 (1974)
 * 101-118
 */

import { type Best, solve } from './branch.ts'
import { newSites, noAnswer, nonsenseIn } from './check.ts'
import { type Choices, choicesOf } from './choices.ts'
import { type Facility, facilityOf } from './facility.ts'
import { type CoveringProblem, gapBetween, type SitingAnswer, type Watch } from './problem.ts'

/**
 * Answers which sites to open: at most p, proven best to a relative gap of 1e-9 unless the watch says stop. The
 * objective is the weight of the areas within so many minutes of what is open; the bound is what none can exceed.
 */
export function covering(problem: CoveringProblem, watch: Watch): SitingAnswer {
  const { p, sites, within } = problem
  const nonsense = nonsenseIn(problem)
  if (nonsense) return noAnswer('degenerate', nonsense, problem)
  if (!(within >= 0 && within < Number.POSITIVE_INFINITY))
    return noAnswer('degenerate', `The limit must be an amount of minutes, not ${within}.`, problem)
  const choices = choicesOf(problem, (minutes) => minutes <= within)
  if (choices.areas.length === 0)
    return noAnswer(
      'degenerate',
      `No area with weight is within ${within} minutes of any site.`,
      problem,
      choices.unreachable,
    )
  const free = sites.flatMap(({ fixed }, s) => (fixed ? [] : [s]))
  if (p > free.length) {
    const why = `${newSites(p)} cannot be opened: only ${free.length} of the ${sites.length} sites are not open yet. With all of them open, it would be this.`
    return { ...answered(problem, choices, free, null), outcome: 'degenerate', why }
  }
  if (p === 0) {
    if (free.length === sites.length)
      return noAnswer('degenerate', 'No site is open, and none may be opened.', problem, choices.unreachable)
    const why = 'No new site was asked for: this is how it stands.'
    return { ...answered(problem, choices, [], null), outcome: 'degenerate', why }
  }
  const facility = facilityOfProblem(problem, choices)
  const total = choices.areas.reduce((sum, area) => sum + (problem.areas[area]?.weight ?? 0), 0)
  const best = solve(facility, watchedAsWeight(watch, total), {
    measure: (cost) => total - cost,
    alone: coversAlone,
  })
  return answered(
    problem,
    choices,
    Array.from(best.open, (j) => choices.candidates[j] as number),
    { bound: total - best.bound, proven: best.proven },
  )
}

/** Where many candidates cover the same, bounds by prices are slow to come near, and HiGHS is not. */
export const coversAlone = 12

/** What is not covered, as what is covered. */
function watchedAsWeight(watch: Watch, total: number): Watch {
  return {
    ...watch,
    report: (state) => {
      const best = total - state.best
      const bound = total - state.bound
      watch.report({ ...state, best, bound, gap: gapBetween(best, bound) })
    },
  }
}

function facilityOfProblem(problem: CoveringProblem, { areas, candidates, fixed }: Choices): Facility {
  const { minutes, p, within } = problem
  const width = problem.areas.length
  return coverFacility({
    p,
    candidates: candidates.length,
    // what is covered already is no longer at stake
    weights: Float64Array.from(areas, (area, k) =>
      fixed[k] === Number.POSITIVE_INFINITY ? (problem.areas[area]?.weight ?? 0) : 0,
    ),
    covers: (j, area) =>
      (minutes[(candidates[j] as number) * width + (areas[area] as number)] as number) <= within,
  })
}

interface Cover {
  readonly p: number
  readonly candidates: number
  readonly weights: Float64Array
  covers(candidate: number, area: number): boolean
}

/** The cost is the weight left uncovered; areas that the same candidates cover are one. */
export function coverFacility({ p, candidates, weights, covers }: Cover): Facility {
  const groups = new Map<string, { weight: number; by: readonly number[] }>()
  weights.forEach((weight, area) => {
    if (weight === 0) return
    const by: number[] = []
    for (let j = 0; j < candidates; j += 1) if (covers(j, area)) by.push(j)
    const key = by.join()
    groups.set(key, { weight: (groups.get(key)?.weight ?? 0) + weight, by })
  })
  const merged = [...groups.values()]
  const covered = merged.map(({ by }) => {
    const row = new Uint8Array(candidates)
    for (const j of by) row[j] = 1
    return row
  })
  return facilityOf({
    p,
    candidates,
    weights: Float64Array.from(merged, ({ weight }) => weight),
    base: new Float64Array(merged.length).fill(1),
    costOf: (j, area) => (covered[area]?.[j] === 1 ? 0 : Number.POSITIVE_INFINITY),
  })
}

/** `found` null: there was no choice, so that it is what was found. */
function answered(
  problem: CoveringProblem,
  choices: Choices,
  opened: readonly number[],
  found: Pick<Best, 'bound' | 'proven'> | null,
): SitingAnswer {
  const { areas, sites, minutes, p, within } = problem
  const isOpen = new Set(opened)
  let objective = 0
  const unreached: string[] = []
  choices.areas.forEach((area, k) => {
    const covered =
      choices.fixed[k] !== Number.POSITIVE_INFINITY ||
      opened.some((s) => (minutes[s * areas.length + area] as number) <= within)
    if (covered) objective += areas[area]?.weight ?? 0
    else unreached.push(areas[area]?.code ?? '')
  })
  const most = Math.max(objective, found?.bound ?? objective)
  const gap = gapBetween(objective, most)
  const proven = found?.proven ?? true
  const fewer =
    opened.length < p
      ? `${newSites(opened.length)} ${opened.length === 1 ? 'covers' : 'cover'} as many as ${p}: no other would add anybody.`
      : null
  return {
    outcome: proven ? 'optimal' : 'stopped',
    why: proven ? fewer : 'The time was up before this was proven to be the best.',
    open: sites.filter(({ fixed }, s) => fixed || isOpen.has(s)).map(({ code }) => code),
    opened: sites.filter((_, s) => isOpen.has(s)).map(({ code }) => code),
    objective,
    bound: most,
    gap,
    unreachable: choices.unreachable,
    unreached,
  }
}
