/** Gray's test: do groups differ in the cumulative incidence of a cause, others competing with it? */

import type { ChiSquareTest } from './chi-square-test.ts'
import { type LogRankOptions, stratumTallies } from './log-rank.ts'
import { Pooled } from './pooled.ts'
import { quadraticTest } from './quadratic.ts'
import type { CompetingSubjects, Grouping } from './subjects.ts'
import type { Tally } from './tally.ts'

/**
 * Compares the incidence of `cause` between groups, within strata where given.
 *
 * @param causes how many causes there are; all but `cause` compete with it
 * @throws RangeError naming the first place that cannot be, where the cause is none of them, where a weight is not a whole number, or for late entries, for which the test is not defined
 * @see Gray RJ. Ann Stat 1988;16:1141-1154; agrees with cmprsk::cuminc
 */
export function grayTest(
  subjects: CompetingSubjects,
  causes: number,
  cause: number,
  grouping: Grouping,
  options: Omit<LogRankOptions, 'scores'> = {},
): ChiSquareTest {
  if (!(Number.isInteger(cause) && cause >= 1 && cause <= causes))
    throw new RangeError(`cause is ${cause}: causes are numbered from 1 to ${causes}`)
  if (subjects.entry) throw new RangeError('entry is given: Gray’s test is not defined for late entries')
  const size = grouping.groups
  const score = new Float64Array(size)
  const variance = Array.from({ length: size }, () => new Float64Array(size))
  for (const stratum of stratumTallies(subjects, subjects.cause, causes, grouping, options.strata)) {
    if (stratum.some(({ fractional }) => fractional))
      throw new RangeError('weights are numbers of subjects here: whole numbers')
    new Stratum(stratum, cause - 1, options.rho ?? 0).addTo(score, variance)
  }
  return quadraticTest(
    score.subarray(1),
    variance.slice(1).map((row) => row.subarray(1)),
  )
}

/**
 * One stratum's scores and their covariance. `loading` is how far the score of one group (row) rests on the incidence
 * of another (column) so far; the variance gathers by the group whose counting process it comes from.
 */
class Stratum {
  private readonly pooled: Pooled
  private readonly size: number
  private readonly free: Float64Array
  private readonly freeAfter: Float64Array
  private readonly incidence: Float64Array
  private readonly own: Float64Array
  private readonly others: Float64Array
  private readonly loading: readonly Float64Array[]
  private readonly change: readonly Float64Array[]
  private readonly cross: readonly Float64Array[]
  private readonly spread: Float64Array
  private readonly cause: number
  private readonly rho: number

  constructor(groups: readonly Tally[], cause: number, rho: number) {
    this.pooled = new Pooled(groups)
    this.size = groups.length
    this.cause = cause
    this.rho = rho
    const numbers = () => new Float64Array(this.size)
    const matrix = () => Array.from({ length: this.size }, numbers)
    this.free = numbers().fill(1)
    this.freeAfter = numbers().fill(1)
    this.incidence = numbers()
    this.own = numbers()
    this.others = numbers()
    this.loading = matrix()
    this.change = matrix()
    this.cross = matrix()
    this.spread = numbers()
  }

  addTo(score: Float64Array, variance: readonly Float64Array[]): void {
    let incidence = 0
    while (this.pooled.next()) incidence = this.step(incidence, score, variance)
    for (let row = 0; row < this.size; row += 1)
      for (let to = 0; to < this.size; to += 1)
        for (let from = 0; from < this.size; from += 1) {
          const [a, b] = [at(this.loading, row, from), at(this.loading, to, from)]
          ;(variance[row] as Float64Array)[to] =
            at(variance, row, to) +
            a * b * (this.spread[from] as number) +
            a * at(this.cross, to, from) +
            b * at(this.cross, row, from)
        }
  }

  /** One event time; returns the pooled incidence after it. */
  private step(incidence: number, score: Float64Array, variance: readonly Float64Array[]): number {
    const { atRisk, events, causes } = this.pooled
    const { size, own, others, free, freeAfter } = this
    let had = 0
    let hazards = 0
    let exposed = 0
    for (let group = 0; group < size; group += 1) {
      const risk = atRisk[group] as number
      let all = 0
      for (let each = 0; each < causes; each += 1) all += events[group * causes + each] as number
      const mine = events[group * causes + this.cause] as number
      own[group] = mine
      others[group] = all - mine
      had += mine
      if (risk === 0) continue
      const before = free[group] as number
      freeAfter[group] = (before * (risk - all)) / risk
      hazards += risk / before
      exposed += (risk * (1 - (this.incidence[group] as number))) / before
    }
    const after = incidence + had / hazards
    const weight = (1 - incidence) ** this.rho
    this.load(weight, hazards, had / (hazards * (1 - incidence)))
    for (let group = 0; group < size; group += 1) {
      const risk = atRisk[group] as number
      if (risk === 0) continue
      const before = free[group] as number
      const share = (risk * (1 - (this.incidence[group] as number))) / (before * exposed)
      ;(score[group] as number) += weight * ((own[group] as number) - had * share)
    }
    if (had > 0) this.spreadOfOwn(after, had, hazards, variance)
    this.spreadOfOthers(after, variance)
    for (let group = 0; group < size; group += 1) {
      const risk = atRisk[group] as number
      if (risk === 0) continue
      ;(this.incidence[group] as number) += ((free[group] as number) * (own[group] as number)) / risk
      free[group] = freeAfter[group] as number
    }
    return after
  }

  /** What the scores rest on at this time, added to what they rested on before. */
  private load(weight: number, hazards: number, step: number): void {
    const { atRisk } = this.pooled
    for (let row = 0; row < this.size; row += 1)
      for (let to = 0; to < this.size; to += 1) {
        const [a, b] = [atRisk[row] as number, atRisk[to] as number]
        const both = a > 0 && b > 0
        const ofRow = both ? a / (this.free[row] as number) : 0
        const ofOther = both ? b / (this.free[to] as number) : 0
        const change = weight * ofRow * ((row === to ? 1 : 0) - ofOther / hazards)
        ;(this.change[row] as Float64Array)[to] = change
        ;((this.loading[row] as Float64Array)[to] as number) += change * step
      }
  }

  /** Events of the cause, expected of each group at risk by the pooled incidence. */
  private spreadOfOwn(after: number, had: number, hazards: number, variance: readonly Float64Array[]): void {
    for (let from = 0; from < this.size; from += 1) {
      const risk = this.pooled.atRisk[from] as number
      if (risk === 0) continue
      const before = this.free[from] as number
      const left = this.freeAfter[from] as number
      const factor = left > 0 ? 1 - (1 - after) / left : 1
      const ties = had > 1 ? 1 - (had - 1) / (hazards * before - 1) : 1
      const each = (ties * before * had) / (hazards * risk)
      this.gather(from, factor, each, variance, (row) => at(this.change, row, from))
    }
  }

  /** Events of the other causes, as they were. */
  private spreadOfOthers(after: number, variance: readonly Float64Array[]): void {
    for (let from = 0; from < this.size; from += 1) {
      const had = this.others[from] as number
      const left = this.freeAfter[from] as number
      if (had === 0 || left === 0) continue
      const risk = this.pooled.atRisk[from] as number
      const ties = had > 1 ? 1 - (had - 1) / (risk - 1) : 1
      const each = (ties * (this.free[from] as number) ** 2 * had) / (risk * risk)
      this.gather(from, -(1 - after) / left, each, variance, () => 0)
    }
  }

  /** A variance `each` of the process of group `from`, which moves each score by its change less what rests on it. */
  private gather(
    from: number,
    factor: number,
    each: number,
    variance: readonly Float64Array[],
    changeOf: (row: number) => number,
  ): void {
    const moved = (row: number) => changeOf(row) - factor * at(this.loading, row, from)
    ;(this.spread[from] as number) += factor * factor * each
    for (let row = 0; row < this.size; row += 1) {
      const own = moved(row)
      ;((this.cross[row] as Float64Array)[from] as number) += own * factor * each
      for (let to = 0; to < this.size; to += 1)
        ((variance[row] as Float64Array)[to] as number) += own * moved(to) * each
    }
  }
}

function at(matrix: readonly Float64Array[], row: number, column: number): number {
  return matrix[row]?.[column] as number
}
