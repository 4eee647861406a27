/** Beside the curves, by group: survival at fixed times, the restricted mean, and how long the group was followed. */

import { survivalAt } from '../../statistics/at-times.ts'
import type { Survival } from '../../statistics/kaplan-meier.ts'
import { restrictedMean } from '../../statistics/restricted-mean.ts'
import { medianSurvival } from '../../statistics/survival-quantile.ts'
import type { CurveStep } from './chart.ts'
import { areaUnder } from './curve.ts'
import type { Gate, Table } from './figure.ts'
import { daysInMonth, withInterval } from './words.ts'

/** One group as it may be shown: its own curves, the steps that are drawn of it, or neither. */
export interface ShownGroup {
  readonly name: string
  readonly isEmpty: boolean
  readonly exact: { readonly curve: Survival; readonly followUp: Survival } | null
  readonly steps: readonly CurveStep[] | null
}

const notFollowed = 'not followed so long'
const fixedMonths = [6, 12, 24, 36, 60, 120]

/** The times at which a reader expects survival: half a year, one, two, three, five and ten, as far as the axis goes. */
export function fixedTimes(months: number): readonly number[] {
  const within = fixedMonths.filter((month) => month <= months)
  return within.length > 0 ? within : [months]
}

/** @param riskMonths at which curves in steps are read; what is not read there is not shown */
export function survivalTables(
  title: string,
  groups: readonly ShownGroup[],
  months: number,
  riskMonths: readonly number[],
): readonly Table[] {
  if (groups.every(({ exact, steps }) => exact === null && steps === null)) return []
  const isExact = groups.some(({ exact }) => exact !== null)
  const times = fixedTimes(months).filter((month) => isExact || riskMonths.includes(month))
  const horizon = isExact ? months : (riskMonths.at(-1) ?? months)
  const interval = isExact ? ' (95% interval)' : ', in steps'
  const atTimes: Table = {
    caption: `${title}: share still without the event${isExact ? ', with 95% intervals' : ', in steps'}`,
    columns: [
      { heading: 'Group' },
      ...times.map((month) => ({ heading: `At ${month} ${monthWord(month)}, %`, number: true })),
    ],
    rows: groups.map((group) => [group.name, ...times.map((month) => shareAt(group, month))]),
  }
  const inMonths: Table = {
    caption: `${title}: restricted mean${isExact ? ' and follow-up' : ''} in months`,
    columns: [
      { heading: 'Group' },
      { heading: `Mean within ${horizon} ${monthWord(horizon)}${interval}`, number: true },
      ...(isExact ? [{ heading: `Median follow-up${interval}`, number: true }] : []),
    ],
    rows: groups.map((group) => [
      group.name,
      meanWithin(group, horizon),
      ...(isExact ? [followUpOf(group)] : []),
    ]),
  }
  return times.length > 0 ? [atTimes, inMonths] : [inMonths]
}

const monthWord = (months: number) => (months === 1 ? 'month' : 'months')
const nothingOf = ({ isEmpty }: ShownGroup) => (isEmpty ? 'nobody' : '*')

/** Past the last day on which anybody without the event was seen a curve says nothing. */
function isFollowed({ time, survival }: Survival, days: number): boolean {
  return (time.at(-1) ?? 0) >= days || survival.at(-1) === 0
}

function shareAt(group: ShownGroup, month: number): string {
  const { exact, steps } = group
  if (exact === null) {
    const step = steps?.find((each) => each.month === month)
    return step ? (step.value * 100).toFixed(0) : nothingOf(group)
  }
  const { curve } = exact
  const days = month * daysInMonth
  if (!isFollowed(curve, days)) return notFollowed
  const { survival, lower, upper } = survivalAt(curve, Float64Array.of(days))
  const [share = Number.NaN, low = Number.NaN, high = Number.NaN] = [survival[0], lower[0], upper[0]]
  const hasInterval = !Number.isNaN(low) && !Number.isNaN(high) && low < high
  return hasInterval
    ? withInterval(share * 100, low * 100, high * 100, 1)
    : withInterval(share * 100, null, null, 1)
}

function meanWithin(group: ShownGroup, horizon: number): string {
  const { exact, steps } = group
  if (exact === null) {
    return steps?.at(-1)?.month === horizon ? areaUnder(steps).toFixed(0) : nothingOf(group)
  }
  const { mean, standardError, lower, upper, extrapolated } = restrictedMean(
    exact.curve,
    horizon * daysInMonth,
  )
  if (extrapolated) return notFollowed
  // Nobody's time differs from another's, or nobody had the event: nothing says how far the mean may be off.
  if (standardError === 0) return withInterval(mean / daysInMonth, null, null, 1)
  const most = Math.min(upper / daysInMonth, horizon)
  return withInterval(mean / daysInMonth, Math.max(0, lower / daysInMonth), most, 1)
}

function followUpOf(group: ShownGroup): string {
  if (group.exact === null) return nothingOf(group)
  const { time, lower, upper } = medianSurvival(group.exact.followUp)
  return withInterval(time / daysInMonth, lower / daysInMonth, upper / daysInMonth, 1)
}

/** What the restricted mean is, and how it came about. */
export function restrictedMeanWords({ exact }: Pick<Gate, 'exact'>): string {
  const what = 'Restricted mean: the average time without the event within so many months'
  return exact
    ? `${what}, the area under the curve, with Greenwood’s variance. Of a group not followed so long nothing is said. Median follow-up by reverse Kaplan-Meier.`
    : `${what}, the area under the steps as they are shown, in whole months.`
}
