/** What is asked is looked at before it is solved: a question that makes no sense, or no choice, is told so in words. */

import type { SitingAnswer, SitingProblem } from './problem.ts'

/** Why a question makes no sense; null: it does. */
export function nonsenseIn({ areas, sites, minutes, p, unreachedMinutes }: SitingProblem): string | null {
  if (!Number.isInteger(p) || p < 0)
    return `The number of new sites must be 0 or a whole number above it, not ${p}.`
  if (sites.length === 0) return 'There are no sites to choose from.'
  if (areas.length === 0) return 'There are no areas to serve.'
  if (minutes.length !== sites.length * areas.length)
    return `There are ${minutes.length} travel times for ${sites.length} sites and ${areas.length} areas, which makes ${sites.length * areas.length}.`
  const unweighed = areas.find(({ weight }) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))
  if (unweighed) return `The weight of area ${unweighed.code} is ${unweighed.weight}, which is not an amount.`
  const at = minutes.findIndex((value) => !(value >= 0))
  if (at >= 0) {
    const site = sites[Math.floor(at / areas.length)]?.code
    const area = areas[at % areas.length]?.code
    return `The travel time of site ${site} to area ${area} is ${minutes[at]}, which is not an amount.`
  }
  if (areas.every(({ weight }) => weight === 0))
    return 'No area has any weight, so every choice is as good as another.'
  if (
    unreachedMinutes !== undefined &&
    !(unreachedMinutes >= 0 && unreachedMinutes < Number.POSITIVE_INFINITY)
  )
    return `What an area without a way counts must be an amount of minutes, not ${unreachedMinutes}.`
  return null
}

/** The answer to a question that has none: what is fixed stays open. */
export function noAnswer(
  outcome: 'infeasible' | 'degenerate',
  why: string,
  { sites }: Pick<SitingProblem, 'sites'>,
  unreachable: readonly string[] = [],
): SitingAnswer {
  return {
    outcome,
    why,
    open: sites.filter(({ fixed }) => fixed).map(({ code }) => code),
    opened: [],
    objective: Number.NaN,
    bound: Number.NaN,
    gap: Number.NaN,
    unreachable,
    unreached: [],
  }
}

/** `1 new site`, `3 new sites`. */
export function newSites(count: number): string {
  return count === 1 ? '1 new site' : `${count} new sites`
}

/** `1 area`, `12 areas`. */
export function areasInWords(count: number): string {
  return count === 1 ? '1 area' : `${count} areas`
}
