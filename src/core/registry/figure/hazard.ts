/** Hazard ratios of groups against the first of them, by Cox regression with Efron's ties. */

import type { ChiSquareTest } from '../../statistics/chi-square-test.ts'
import { proportionalHazards } from '../../statistics/cox/proportional-hazards.ts'
import type { CoxInput } from '../../statistics/cox/rows.ts'
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

export interface HazardRatios {
  readonly ratios: readonly HazardRatio[]
  /** Whether the ratios stay the same over time; null where there are none, or nothing tells. */
  readonly check: ChiSquareTest | null
}

/**
 * A group in which nobody had the event has no finite ratio, and adds nothing to those of the others: it is left out
 * of the regression, which is the limit that the others' estimates have anyway.
 */
export function hazardRatios(compared: Comparable): HazardRatios {
  const { subjects, grouping, at, names } = compared
  const events = new Float64Array(grouping.groups)
  grouping.group.forEach((group, row) => {
    ;(events[group] as number) += subjects.event[row] as number
  })
  const reference = at[0] ?? 0
  const isFitted = (index: number) => events[0] === 0 || (events[index] as number) > 0
  const fitted = at.map((_, index) => index).filter((index) => index > 0 && isFitted(index))
  // Where only the reference had events there is nothing to fit, and none to tell.
  const input = fitted.length === 0 ? null : inputOf(compared, isFitted, fitted)
  const fit = input && coxRegression(input)
  const base = { referenceGroup: reference }
  const first: HazardRatio = {
    ...base,
    ...{ group: reference, name: names[0] ?? '', reference: true, value: 1, lower: 1, upper: 1, words: null },
  }
  const limits = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN }
  const estimates = fit?.outcome === 'fitted' ? fit.coefficients.map(({ estimate }) => estimate) : null
  const check = input && estimates && proportionalHazards(input, estimates)
  const others = at.slice(1).map((group, before): HazardRatio => {
    const index = before + 1
    const none = { ...base, ...limits, group, name: names[index] ?? '', reference: false }
    if (fit === null || !isFitted(index)) return { ...none, words: 'nobody in it had the event' }
    if (fit.outcome !== 'fitted') return { ...none, words: noFitWords(fit.outcome, fit.covariates) }
    const found = fit.coefficients[fitted.indexOf(index)]
    if (!found) return { ...none, words: 'it could not be estimated' }
    return { ...none, value: found.hazardRatio, lower: found.lower, upper: found.upper, words: null }
  })
  return { ratios: [first, ...others], check: check?.global ?? null }
}

function inputOf(
  { subjects, grouping, names }: Comparable,
  isFitted: (index: number) => boolean,
  fitted: readonly number[],
): CoxInput {
  const rows = Int32Array.from(grouping.group.keys()).filter((row) => isFitted(grouping.group[row] as number))
  return {
    time: Float64Array.from(rows, (row) => subjects.time[row] as number),
    event: Uint8Array.from(rows, (row) => subjects.event[row] as number),
    covariates: fitted.map((index) =>
      Float64Array.from(rows, (row) => (grouping.group[row] === index ? 1 : 0)),
    ),
    names: fitted.map((index) => names[index] ?? ''),
  }
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
