/** A rate of events by exposure, with its exact interval. */

import { gammaQuantile } from './distributions/gamma.ts'
import { checkLevel } from './level.ts'

export interface Rate {
  readonly events: number
  /** patient-years, population times years, expected events: whatever the events are counted against */
  readonly exposure: number
  /** the exposure to which estimate and interval refer, such as 1,000,000 */
  readonly per: number
  /** null where there is no exposure; then nothing bounds the rate but 0 */
  readonly estimate: number | null
  readonly lower: number
  readonly upper: number
}

/**
 * Events for each `per` of exposure, with the exact Poisson interval.
 *
 * @throws RangeError where events is not a whole number from 0, exposure is negative, or there are events without any
 * @see Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-442
 */
export function poissonRate(
  events: number,
  exposure: number,
  { per = 1, level = 0.95 }: { readonly per?: number; readonly level?: number } = {},
): Rate {
  checkLevel(level)
  if (!(Number.isSafeInteger(events) && events >= 0)) {
    throw new RangeError(`events is ${events}: it is a whole number from 0`)
  }
  if (!(exposure >= 0 && exposure < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`exposure is ${exposure}: it is finite and not negative`)
  }
  if (!(per > 0 && per < Number.POSITIVE_INFINITY)) throw new RangeError(`per is ${per}: it is above 0`)
  if (exposure === 0) {
    if (events > 0) throw new RangeError(`exposure is 0 where there are ${events} events`)
    return { events, exposure, per, estimate: null, lower: 0, upper: Number.POSITIVE_INFINITY }
  }
  const tail = (1 - level) / 2
  return {
    events,
    exposure,
    per,
    estimate: (events / exposure) * per,
    lower: events === 0 ? 0 : (gammaQuantile(tail, events) / exposure) * per,
    upper: (gammaQuantile(1 - tail, events + 1) / exposure) * per,
  }
}

/** Events for each million of a population over a number of years. */
export function ratePerMillion(events: number, population: number, years = 1, level = 0.95): Rate {
  if (!(years > 0 && years < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`years is ${years}: it is above 0`)
  }
  return poissonRate(events, population * years, { per: 1_000_000, level })
}
