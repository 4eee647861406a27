/** Hazard ratios of groups against the first of them, by Cox regression with Efron's ties. */

import { coxRegression } from '../../statistics/cox.ts'
import type { Comparable } from './comparable.ts'
import { listed } from './words.ts'

export interface HazardRatio {
  /** The place of the group in the figure. */
  readonly group: number
  readonly name: string
  readonly reference: boolean
  readonly referenceGroup: number
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** Why there is none; null where there is. */
  readonly words: string | null
}

export function hazardRatios({ subjects, grouping, at, names }: Comparable): readonly HazardRatio[] {
  const reference = at[0] ?? 0
  const others = at.slice(1)
  const covariates = others.map((_, index) =>
    Float64Array.from(grouping.group, (group) => (group === index + 1 ? 1 : 0)),
  )
  const fit = coxRegression({ ...subjects, covariates, names: names.slice(1) })
  const base = { referenceGroup: reference }
  const first: HazardRatio = {
    ...base,
    ...{ group: reference, name: names[0] ?? '', reference: true, value: 1, lower: 1, upper: 1, words: null },
  }
  return [
    first,
    ...others.map((group, index): HazardRatio => {
      const name = names[index + 1] ?? ''
      const none = {
        ...base,
        group,
        name,
        reference: false,
        value: Number.NaN,
        lower: Number.NaN,
        upper: Number.NaN,
      }
      if (fit.outcome !== 'fitted') return { ...none, words: noFitWords(fit.outcome, fit.covariates) }
      const found = fit.coefficients[index]
      if (!found) return { ...none, words: 'it could not be estimated' }
      return { ...none, value: found.hazardRatio, lower: found.lower, upper: found.upper, words: null }
    }),
  ]
}

export function noFitWords(outcome: string, covariates: readonly string[]): string {
  switch (outcome) {
    case 'no-events':
      return 'nobody had the event'
    case 'all-events':
      return 'everybody had the event'
    case 'no-subjects':
      return 'nobody is left whose columns are all known'
    case 'collinear':
      return `${listed(covariates)} says nothing that the others do not say`
    case 'separated':
      return `${listed(covariates)} tells events and others apart completely, so that the ratio has no limit`
    default:
      return 'the estimate did not settle'
  }
}
