/** Run charts: a measure month by month about its median, and the rules that tell change from chance. */

import { binomialQuantile } from './distributions/binomial.ts'
import { middleOf } from './median.ts'

export interface Stretch {
  /** places of the first and last value */
  readonly from: number
  readonly to: number
  /** values that count: those on the median, or equal to the one before, do not */
  readonly length: number
  readonly direction: 'up' | 'down'
}

export interface RunChart {
  /** null for no values */
  readonly median: number | null
  /** six or more values in a row on one side of the median */
  readonly shifts: readonly Stretch[]
  /** five or more values in a row, each above (or each below) the one before */
  readonly trends: readonly Stretch[]
  /** values not on the median */
  readonly useful: number
  readonly longestRun: number
  /** a run longer than this speaks of a change */
  readonly longestRunByChance: number
  readonly crossings: number
  /** fewer crossings of the median than this speak of a change */
  readonly fewestCrossingsByChance: number
  /** whether a shift, a trend, too long a run or too few crossings is there */
  readonly hasSignal: boolean
}

/**
 * @param values in order of time
 * @param baseline how many of the first values set the median; all unless given
 * @throws RangeError where a value is not finite, or the baseline is not from 1 to the number of values
 * @see Perla RJ, Provost LP, Murray SK. The run chart. BMJ Qual Saf 2011;20:46-51 (shift of 6, trend of 5).
 *   Anhøj J, Olesen AV. Run charts revisited. PLoS ONE 2014;9:e113825 (longest run, crossings)
 */
export function runChart(values: Float64Array, baseline = values.length): RunChart {
  for (let at = 0; at < values.length; at += 1) {
    if (!Number.isFinite(values[at])) throw new RangeError(`values[${at}] is ${values[at]}: it is finite`)
  }
  if (!(Number.isInteger(baseline) && baseline >= Math.min(1, values.length) && baseline <= values.length)) {
    throw new RangeError(`baseline is ${baseline}: it is from 1 to the number of values, ${values.length}`)
  }
  const median = baseline > 0 ? middleOf(values.slice(0, baseline).sort()) : null
  const runs = stretches(values, (at) => Math.sign((values[at] as number) - (median ?? 0)))
  const rises = stretches(values, (at) =>
    at === 0 ? 0 : Math.sign((values[at] as number) - (values[at - 1] as number)),
  )
  const shifts = runs.filter((run) => run.length >= 6)
  // a rise is between two values: four rises join five
  const trends = rises.filter((rise) => rise.length >= 4).map((rise) => asTrend(rise))
  const useful = runs.reduce((sum, run) => sum + run.length, 0)
  const longestRun = runs.reduce((longest, run) => Math.max(longest, run.length), 0)
  const longestRunByChance = useful > 0 ? Math.round(Math.log2(useful) + 3) : 0
  const crossings = Math.max(0, runs.length - 1)
  const fewestCrossingsByChance = useful > 0 ? binomialQuantile(0.05, useful - 1, 0.5) : 0
  const hasSignal =
    shifts.length > 0 ||
    trends.length > 0 ||
    longestRun > longestRunByChance ||
    crossings < fewestCrossingsByChance
  const rest = { useful, longestRun, longestRunByChance, crossings, fewestCrossingsByChance, hasSignal }
  return { median, shifts, trends, ...rest }
}

/** The unbroken stretches of one sign; values of sign 0 neither count nor break. */
function stretches(values: Float64Array, signOf: (at: number) => number): readonly Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < values.length; at += 1) {
    const sign = signOf(at)
    if (sign === 0) continue
    const direction = sign > 0 ? 'up' : 'down'
    const last = found.at(-1)
    if (last?.direction === direction) found[found.length - 1] = { ...last, to: at, length: last.length + 1 }
    else found.push({ from: at, to: at, length: 1, direction })
  }
  return found
}

/** From where its first rise (or fall) starts. */
function asTrend(rise: Stretch): Stretch {
  return { ...rise, from: rise.from - 1, length: rise.length + 1 }
}
