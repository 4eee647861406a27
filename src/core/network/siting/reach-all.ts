/** How many new sites it takes at least to reach every area that some site has a way to. */

import { solve } from './branch.ts'
import type { Choices } from './choices.ts'
import { coversAlone } from './covering.ts'
import { facilityOf } from './facility.ts'
import { greedy } from './interchange.ts'
import type { SitingProblem, Watch } from './problem.ts'

/** Infinity: the time was up, and more than `p` are needed as far as is known. At most p: p are enough. */
export function fewestToReachAll(problem: SitingProblem, choices: Choices, watch: Watch): number {
  const { areas, candidates, fixed } = choices
  const lost = areas.filter((_, k) => fixed[k] === Number.POSITIVE_INFINITY)
  if (lost.length === 0) return 0
  const facility = facilityOf({
    p: candidates.length,
    candidates: candidates.length,
    weights: new Float64Array(lost.length).fill(1),
    base: new Float64Array(lost.length).fill(1),
    costOf: (j, area) => {
      const at = (candidates[j] as number) * problem.areas.length + (lost[area] as number)
      return Number.isFinite(problem.minutes[at]) ? 0 : Number.POSITIVE_INFINITY
    },
  })
  const enough = greedy(facility).length
  if (enough <= problem.p) return enough
  // the first count with which nothing is left
  for (let count = problem.p; count < enough; count += 1) {
    const { cost, bound } = solve({ ...facility, p: count }, watch, { alone: coversAlone })
    if (cost === 0) return count
    if (bound === 0) return Number.POSITIVE_INFINITY
  }
  return enough
}
