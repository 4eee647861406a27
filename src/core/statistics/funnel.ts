/** Funnel plots: each unit's result by its size, between limits that say what chance alone would give. */

import { type BetweenUnits, type Limits, proportionLimits, ratioLimits } from './funnel-limits.ts'
import { type OverDispersion, overDispersion } from './over-dispersion.ts'

/** Beyond the 95% limits is an alert, beyond the 99.8% limits an alarm; a unit without size has no data. */
export type Position = 'low-alarm' | 'low-alert' | 'within' | 'high-alert' | 'high-alarm' | 'no-data'

export interface FunnelUnit {
  readonly events: number
  /** denominator, expected events or exposure */
  readonly size: number
  /** null where the size is 0 */
  readonly value: number | null
  readonly limits: Limits | null
  readonly position: Position
}

export interface Funnel {
  /** null where no unit has a size */
  readonly target: number | null
  /** in the order given */
  readonly units: readonly FunnelUnit[]
  readonly overDispersion: OverDispersion
  /** whether the limits are widened by what units differ beyond chance */
  readonly isWidened: boolean
}

export interface FunnelOptions {
  /** the line in the middle; all units together unless given */
  readonly target?: number | undefined
  /** widen the limits by the variance between units (additive random effects); not unless asked */
  readonly widen?: boolean | undefined
  /** the share of units held back at either end when that variance is estimated */
  readonly winsorised?: number | undefined
}

/**
 * Proportions: events of a denominator, with binomial limits. Observed only counts: no adjustment for case-mix.
 *
 * @throws RangeError where a count is not a whole number or events are more than the denominator: says which unit
 * @see Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202
 */
export function proportionFunnel(
  events: Float64Array,
  denominator: Float64Array,
  options: FunnelOptions = {},
): Funnel {
  refuse(events, denominator, 'denominator')
  for (let at = 0; at < events.length; at += 1) {
    const n = denominator[at] as number
    if (!Number.isInteger(n)) throw new RangeError(`denominator[${at}] is ${n}: it is a whole number`)
    if ((events[at] as number) > n) {
      throw new RangeError(`events[${at}] is ${events[at]}: more than the denominator, ${n}`)
    }
  }
  return funnel(events, denominator, options, {
    limits: proportionLimits,
    transform: (value) => Math.asin(Math.sqrt(value)),
  })
}

/**
 * Risk-adjusted ratios: observed events by expected (indirectly standardised), with Poisson limits. The target is 1
 * unless given.
 *
 * @throws RangeError where a count is not a whole number from 0 or an expected number is negative: says which unit
 */
export function ratioFunnel(
  observed: Float64Array,
  expected: Float64Array,
  options: FunnelOptions = {},
): Funnel {
  return rateFunnel(observed, expected, { ...options, target: options.target ?? 1 })
}

/** Rates: events by exposure, with Poisson limits about the rate of all units together. */
export function rateFunnel(
  events: Float64Array,
  exposure: Float64Array,
  options: FunnelOptions = {},
): Funnel {
  refuse(events, exposure, 'exposure')
  for (let at = 0; at < events.length; at += 1) {
    if (exposure[at] === 0 && (events[at] as number) > 0) {
      throw new RangeError(`exposure[${at}] is 0 where there are ${events[at]} events`)
    }
  }
  return funnel(events, exposure, options, { limits: ratioLimits, transform: Math.sqrt })
}

interface Scale {
  readonly limits: (target: number, size: number, between?: BetweenUnits) => Limits
  /** to where chance has standard error 1 / (2 sqrt(size)) */
  readonly transform: (value: number) => number
}

function funnel(events: Float64Array, size: Float64Array, options: FunnelOptions, scale: Scale): Funnel {
  const { widen = false, winsorised } = options
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  const target = options.target ?? (sum(size) > 0 ? sum(events) / sum(size) : null)
  const sized = [...size.keys()].filter((at) => (size[at] as number) > 0)
  const errors = Float64Array.from(sized, (at) => 1 / (2 * Math.sqrt(size[at] as number)))
  const scores = Float64Array.from(sized, (at, place) => {
    const value = (events[at] as number) / (size[at] as number)
    return (scale.transform(value) - scale.transform(target ?? 0)) / (errors[place] as number)
  })
  const dispersion = overDispersion(scores, errors, winsorised)
  const between = widen ? { variance: dispersion.betweenVariance } : undefined
  const units = Array.from(events, (count, at): FunnelUnit => {
    const unitSize = size[at] as number
    if (unitSize === 0 || target === null) {
      return { events: count, size: unitSize, value: null, limits: null, position: 'no-data' }
    }
    const value = count / unitSize
    const limits = scale.limits(target, unitSize, between)
    return { events: count, size: unitSize, value, limits, position: positionOf(value, limits) }
  })
  const isWidened = widen && dispersion.betweenVariance > 0
  return { target, units, overDispersion: dispersion, isWidened }
}

/** On a limit is within it. */
export function positionOf(value: number, limits: Limits): Position {
  if (value > limits.high998) return 'high-alarm'
  if (value > limits.high95) return 'high-alert'
  if (value < limits.low998) return 'low-alarm'
  return value < limits.low95 ? 'low-alert' : 'within'
}

function refuse(events: Float64Array, size: Float64Array, name: string): void {
  if (events.length !== size.length) {
    throw new RangeError(`${name} has ${size.length} places where events has ${events.length}`)
  }
  for (let at = 0; at < events.length; at += 1) {
    if (!(Number.isSafeInteger(events[at]) && (events[at] as number) >= 0)) {
      throw new RangeError(`events[${at}] is ${events[at]}: it is a whole number from 0`)
    }
    const value = size[at] as number
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${name}[${at}] is ${value}: it is finite and not negative`)
    }
  }
}
