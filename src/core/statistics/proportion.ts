/** A proportion with its interval. */

import { betaQuantile } from './distributions/beta.ts'
import { normalQuantile } from './distributions/normal.ts'
import { checkLevel } from './level.ts'

export interface Proportion {
  readonly events: number
  readonly denominator: number
  /** null where the denominator is 0; then the interval is all from 0 to 1 */
  readonly estimate: number | null
  readonly lower: number
  readonly upper: number
}

/**
 * Events of a denominator, with Wilson's score interval: narrow, near its level on average, never outside 0 to 1.
 *
 * @throws RangeError where a count is not a whole number from 0 or events are more than the denominator
 * @see Wilson EB. Probable inference, the law of succession, and statistical inference. JASA 1927;22:209-212
 */
export function wilsonProportion(events: number, denominator: number, level = 0.95): Proportion {
  refuse(events, denominator, level)
  if (denominator === 0) return { events, denominator, estimate: null, lower: 0, upper: 1 }
  const estimate = events / denominator
  const z = normalQuantile(1 - (1 - level) / 2)
  const share = (z * z) / denominator
  const centre = (estimate + share / 2) / (1 + share)
  const half = (z * Math.sqrt((estimate * (1 - estimate) + share / 4) / denominator)) / (1 + share)
  return {
    events,
    denominator,
    estimate,
    lower: events === 0 ? 0 : centre - half,
    upper: events === denominator ? 1 : centre + half,
  }
}

/**
 * Events of a denominator, with the exact interval of Clopper and Pearson: it covers at least as often as its level.
 *
 * @throws RangeError where a count is not a whole number from 0 or events are more than the denominator
 * @see Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial.
 *   Biometrika 1934;26:404-413
 */
export function exactProportion(events: number, denominator: number, level = 0.95): Proportion {
  refuse(events, denominator, level)
  if (denominator === 0) return { events, denominator, estimate: null, lower: 0, upper: 1 }
  const tail = (1 - level) / 2
  return {
    events,
    denominator,
    estimate: events / denominator,
    lower: events === 0 ? 0 : betaQuantile(tail, events, denominator - events + 1),
    upper: events === denominator ? 1 : betaQuantile(1 - tail, events + 1, denominator - events),
  }
}

function refuse(events: number, denominator: number, level: number): void {
  checkLevel(level)
  if (!(Number.isSafeInteger(denominator) && denominator >= 0)) {
    throw new RangeError(`denominator is ${denominator}: it is a whole number from 0`)
  }
  if (!(Number.isSafeInteger(events) && events >= 0 && events <= denominator)) {
    throw new RangeError(
      `events is ${events}: it is a whole number from 0 to the denominator, ${denominator}`,
    )
  }
}
