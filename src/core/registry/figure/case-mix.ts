/** Each row's expected chance of an outcome, from a logistic regression on categories of some columns. */

import { logisticRegression } from '../../statistics/logistic.ts'
import type { Level } from '../levels.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { groupsOf } from './groups.ts'
import { noFitWords } from './hazard.ts'

export interface Expected {
  /** By row in the order of `rows`; of all, the common share where the model could not be fitted. */
  readonly chance: Float64Array
  /** Why there is no adjustment; null where there is. */
  readonly words: string | null
}

/** 'Not known' is a category of its own: a service that leaves a column empty is not left out of the comparison. */
export function expectedChances(
  level: Level,
  columns: readonly string[],
  rows: Int32Array,
  event: Uint8Array,
  vectors: Vectors,
  around: Around,
): Expected {
  const outcome = Uint8Array.from(rows, (row) => event[row] as number)
  const common = outcome.length === 0 ? 0 : outcome.reduce((sum, each) => sum + each, 0) / outcome.length
  const none = (words: string): Expected => ({ chance: new Float64Array(rows.length).fill(common), words })
  const covariates: Float64Array[] = []
  const names: string[] = []
  for (const column of columns) {
    const { groups, of } = groupsOf(level, column, vectors, around)
    const sizes = new Float64Array(groups.length)
    for (const row of rows) (sizes[of[row] as number] as number) += 1
    const reference = sizes.indexOf(Math.max(...sizes))
    groups.forEach(({ name }, group) => {
      if (group === reference || (sizes[group] ?? 0) === 0) return
      covariates.push(Float64Array.from(rows, (row) => (of[row] === group ? 1 : 0)))
      names.push(name)
    })
  }
  if (covariates.length === 0) return none('the columns do not vary')
  const fit = logisticRegression({ event: outcome, covariates, names })
  return fit.outcome === 'fitted'
    ? { chance: fit.probabilities, words: null }
    : none(noFitWords(fit.outcome, fit.covariates))
}
