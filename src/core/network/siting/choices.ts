/** A siting problem with what does not matter to the choice taken away: areas nobody reaches, sites that are twins. */

import type { SitingProblem } from './problem.ts'

export interface Choices {
  /** Indices of the problem's areas that count: some weight, and some site reaches them. */
  readonly areas: Int32Array
  /** Indices of its sites that may open, one of those that are as far from everywhere. */
  readonly candidates: Int32Array
  /** By area that counts: the least minutes to what is fixed; Infinity: no way. */
  readonly fixed: Float64Array
  /** Codes of the areas that no site reaches. */
  readonly unreachable: readonly string[]
}

/** `reaches`: whether a site that is so many minutes away serves an area. */
export function choicesOf(problem: SitingProblem, reaches: (minutes: number) => boolean): Choices {
  const { areas, sites, minutes } = problem
  const served = new Uint8Array(areas.length)
  const fixed = new Float64Array(areas.length).fill(Number.POSITIVE_INFINITY)
  sites.forEach((site, s) => {
    const row = s * areas.length
    for (let area = 0; area < areas.length; area += 1) {
      const away = minutes[row + area] as number
      if (!reaches(away)) continue
      served[area] = 1
      if (site.fixed && away < (fixed[area] as number)) fixed[area] = away
    }
  })
  const counting = Int32Array.from(
    areas.flatMap(({ weight }, area) => (served[area] === 1 && weight > 0 ? [area] : [])),
  )
  return {
    areas: counting,
    candidates: withoutTwins(problem),
    fixed: Float64Array.from(counting, (area) => fixed[area] as number),
    unreachable: areas.filter((_, area) => served[area] === 0).map(({ code }) => code),
  }
}

/** Two sites on one point are one choice: the first of them stands for both. */
function withoutTwins({ areas, sites, minutes }: SitingProblem): Int32Array {
  const rowOf = (s: number) => minutes.subarray(s * areas.length, (s + 1) * areas.length)
  const same = (one: Float32Array, other: Float32Array) => one.every((away, area) => away === other[area])
  const kept: number[] = []
  sites.forEach((site, s) => {
    if (!site.fixed && !kept.some((other) => same(rowOf(other), rowOf(s)))) kept.push(s)
  })
  return Int32Array.from(kept)
}
