/** Curves as they are drawn: exactly, or in steps from which no single event can be told. */

import { survivalAt } from '../../statistics/at-times.ts'
import type { Survival } from '../../statistics/kaplan-meier.ts'
import type { Curve, CurveStep } from './chart.ts'
import type { Shown } from './figure.ts'
import { daysInMonth } from './words.ts'

const mostSteps = 500
const mostTicks = 40

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

/** A step function with limits, at the times at which it changes; of very many, evenly some. */
export interface StepFunction {
  readonly time: Float64Array
  readonly value: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly censored: Float64Array
  /** Before the first time. */
  readonly start: number
}

export function exactSteps(curve: StepFunction, months: number): Pick<Curve, 'steps' | 'ticks'> {
  const end = months * daysInMonth
  const steps: CurveStep[] = [{ month: 0, value: curve.start, lower: null, upper: null }]
  const gap = end / mostSteps
  let value = curve.start
  let last = -gap
  const dense = countChanges(curve, end) > mostSteps
  const tickGap = end / mostTicks
  let lastTick = -tickGap
  const ticks: Curve['ticks'][number][] = []
  let reached = 0
  for (let at = 0; at < curve.time.length; at += 1) {
    const time = curve.time[at] as number
    if (time > end) break
    reached = at + 1
    const now = curve.value[at] as number
    if (now !== value && (!dense || time - last >= gap)) {
      steps.push(stepOf(curve, at))
      value = now
      last = time
    }
    if ((curve.censored[at] as number) > 0 && time - lastTick >= tickGap) {
      ticks.push({ month: time / daysInMonth, value: now })
      lastTick = time
    }
  }
  if (reached > 0) {
    const isPast = reached < curve.time.length
    const final = stepOf(curve, reached - 1)
    steps.push(isPast ? { ...final, month: months } : final)
  }
  return { steps, ticks }
}

function stepOf(curve: StepFunction, at: number): CurveStep {
  return {
    month: (curve.time[at] as number) / daysInMonth,
    value: curve.value[at] as number,
    lower: known(curve.lower[at]),
    upper: known(curve.upper[at]),
  }
}

function countChanges(curve: StepFunction, end: number): number {
  let changes = 0
  let value = curve.start
  for (let at = 0; at < curve.time.length && (curve.time[at] as number) <= end; at += 1) {
    if (curve.value[at] === value) continue
    value = curve.value[at] as number
    changes += 1
  }
  return changes
}

export function exactCurve(curve: Survival, months: number): Pick<Curve, 'steps' | 'ticks'> {
  const { time, survival: value, lower, upper, censored } = curve
  return exactSteps({ time, value, lower, upper, censored, start: 1 }, months)
}

/**
 * Read at the months of the numbers at risk, while enough are at risk, each value rounded as counts are: of 20
 * people in steps of a quarter, of a hundred or more in twentieths. So a step never says less than five events.
 */
export function steppedCurve(
  curve: Survival,
  months: number,
  riskMonths: readonly number[],
  risk: readonly Shown[],
  n: number,
): Pick<Curve, 'steps' | 'ticks'> | null {
  const last = risk.findIndex((each) => each === '*' || each === 0)
  const read = riskMonths.slice(0, last < 0 ? undefined : last).filter((month) => month <= months)
  if (read.length < 2 || n === 0) return null
  const { survival } = survivalAt(
    curve,
    Float64Array.from(read, (month) => month * daysInMonth),
  )
  return { ticks: [], steps: steppedValues(read, survival, n) }
}

export function steppedValues(months: readonly number[], values: ArrayLike<number>, n: number): CurveStep[] {
  const step = Math.max(0.05, 5 / n)
  return months.map((month, at) => ({
    month,
    value: Math.min(1, Math.max(0, Math.round(Math.round((values[at] ?? 0) / step) * step * 1e6) / 1e6)),
    lower: null,
    upper: null,
  }))
}

/** The first month by which half have had it, as the steps say; NaN where they do not say. */
export function steppedMedian(steps: readonly CurveStep[]): number {
  return steps.find(({ value }) => value <= 0.5)?.month ?? Number.NaN
}

/** Months under the steps, between readings on a straight line: the mean time without the event until the last. */
export function areaUnder(steps: readonly CurveStep[]): number {
  return steps.reduce((area, { month, value }, at) => {
    const before = steps[at - 1]
    return before ? area + ((value + before.value) / 2) * (month - before.month) : area
  }, 0)
}
