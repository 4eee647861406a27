/**
 * The p-median: where p new services should be so that people travel least in all, beside those that stay open.
 *
 * @see Hakimi, Optimum locations of switching centers and the absolute centers and medians of a graph, Operations
 * Research 12 (1964) 450-459
 */

import { type Best, solve } from './branch.ts'
import { areasInWords, newSites, noAnswer, nonsenseIn } from './check.ts'
import { type Choices, choicesOf } from './choices.ts'
import { type Facility, facilityOf } from './facility.ts'
import { gapBetween, type SitingAnswer, type SitingProblem, type Watch } from './problem.ts'
import { fewestToReachAll } from './reach-all.ts'

/**
 * Answers which sites to open: at most p, proven best to a relative gap of 1e-9 unless the watch says stop. The
 * objective is weight times minutes; each area is served by the nearest that is open.
 */
export function pMedian(problem: SitingProblem, watch: Watch): SitingAnswer {
  const nonsense = nonsenseIn(problem)
  if (nonsense) return noAnswer('degenerate', nonsense, problem)
  const choices = choicesOf(problem, Number.isFinite)
  if (choices.areas.length === 0)
    return noAnswer(
      'degenerate',
      'No site has a way to any area that has weight.',
      problem,
      choices.unreachable,
    )
  const { p } = problem
  const free = problem.sites.filter(({ fixed }) => !fixed).length
  if (p > free) {
    const all = problem.sites.flatMap(({ fixed }, s) => (fixed ? [] : [s]))
    const words = `${newSites(p)} cannot be opened: only ${free} of the ${problem.sites.length} sites are not open yet. With all of them open, it would be this.`
    return { ...answered(problem, choices, all, null), outcome: 'degenerate', why: words }
  }
  if (p === 0) return asItStands(problem, choices)
  if (problem.unreachedMinutes === undefined) {
    const needed = fewestToReachAll(problem, choices, watch)
    if (needed > p) return noAnswer('infeasible', tooFew(p, needed), problem, choices.unreachable)
  }
  return search(problem, choices, watch)
}

function search(problem: SitingProblem, choices: Choices, watch: Watch): SitingAnswer {
  const longest = problem.minutes.reduce(
    (most, away) => (away < Number.POSITIVE_INFINITY && away > most ? away : most),
    0,
  )
  // where all must be reached, not to reach one is dear; and dearer, should that not have been enough
  for (let times = 4; ; times *= 16) {
    const unreached = Math.max(problem.unreachedMinutes ?? times * longest, longest)
    const best = solve(facilityOfProblem(problem, choices, unreached), watch)
    const open = Array.from(best.open, (j) => choices.candidates[j] as number)
    const found = answered(problem, choices, open, best)
    if (found.unreached.length === 0 || problem.unreachedMinutes !== undefined) return found
    if (watch.stop() || times > 1e6) {
      const why = `The time was up before ${newSites(problem.p)} were found that reach every area.`
      return { ...found, outcome: 'stopped', why, objective: Number.POSITIVE_INFINITY, gap: 1 }
    }
  }
}

function facilityOfProblem(
  problem: SitingProblem,
  { areas, candidates, fixed }: Choices,
  unreached: number,
): Facility {
  const { minutes, p } = problem
  const width = problem.areas.length
  return facilityOf({
    p,
    candidates: candidates.length,
    weights: Float64Array.from(areas, (area) => problem.areas[area]?.weight ?? 0),
    base: fixed.map((away) => Math.min(away, unreached)),
    costOf: (j, area) => minutes[(candidates[j] as number) * width + (areas[area] as number)] as number,
  })
}

function asItStands(problem: SitingProblem, choices: Choices): SitingAnswer {
  if (!problem.sites.some(({ fixed }) => fixed))
    return noAnswer('degenerate', 'No site is open, and none may be opened.', problem, choices.unreachable)
  const now = answered(problem, choices, [], null)
  if (now.unreached.length > 0 && problem.unreachedMinutes === undefined) {
    const words = `No new site was asked for, and ${areasInWords(now.unreached.length)} cannot be reached from what is open.`
    return { ...noAnswer('infeasible', words, problem, choices.unreachable), unreached: now.unreached }
  }
  return { ...now, outcome: 'degenerate', why: 'No new site was asked for: this is how it stands.' }
}

/** `best` null: there was no choice, so that it is what was found. */
function answered(
  problem: SitingProblem,
  choices: Choices,
  opened: readonly number[],
  best: Pick<Best, 'bound' | 'proven'> | null,
): SitingAnswer {
  const { areas, sites, minutes, p } = problem
  const isOpen = new Set(opened)
  let objective = 0
  const unreached: string[] = []
  choices.areas.forEach((area, k) => {
    let away = choices.fixed[k] as number
    for (const s of opened) away = Math.min(away, minutes[s * areas.length + area] as number)
    if (away === Number.POSITIVE_INFINITY) unreached.push(areas[area]?.code ?? '')
    const counts = away === Number.POSITIVE_INFINITY ? (problem.unreachedMinutes ?? away) : away
    objective += (areas[area]?.weight ?? 0) * counts
  })
  const least = Math.min(objective, best?.bound ?? objective)
  const gap = gapBetween(objective, least)
  const proven = best?.proven ?? true
  return {
    outcome: proven ? 'optimal' : 'stopped',
    why: proven ? spare(p, opened.length) : 'The time was up before this was proven to be the best.',
    open: sites.filter(({ fixed }, s) => fixed || isOpen.has(s)).map(({ code }) => code),
    opened: sites.filter((_, s) => isOpen.has(s)).map(({ code }) => code),
    objective,
    bound: least,
    gap,
    unreachable: choices.unreachable,
    unreached,
  }
}

/** Where fewer do as well, it is said. */
export function spare(p: number, opened: number): string | null {
  if (opened >= p) return null
  if (opened === 0) return `No new site would bring anybody nearer.`
  return `${newSites(opened)} ${opened === 1 ? 'does' : 'do'} as much as ${p}: no other would bring anybody nearer.`
}

function tooFew(p: number, needed: number): string {
  const least = Number.isFinite(needed) ? `at least ${needed} are needed` : 'more are needed'
  return `No choice of ${newSites(p)} reaches every area that some site has a way to: ${least}.`
}
