/** The infinitesimal jackknife: how far each subject moves a curve, and the variance that this comes to. */

import { delayedJackknife } from './jackknife-delayed.ts'
import type { Tally } from './tally.ts'

/** Variances at each time of a tally. */
export interface Variances {
  /** Of the probability that none of the causes has happened. */
  readonly eventFree: Float64Array
  /** Of the cumulative incidence, by cause. */
  readonly causes: readonly Float64Array[]
}

/**
 * The sum over subjects of the squared derivative of the estimate by their weight, times their weight.
 *
 * All at risk from the start have one derivative. After leaving, that of a subject is carried by the curve alone, so
 * that sums of squares and products follow all who left: one step a time, whatever the number of subjects.
 *
 * @see Therneau TM, Grambsch PM. Modeling Survival Data. 2000, chapter 2; survival's vignette "Methods": infinitesimal jackknife
 */
export function jackknife(tally: Tally): Variances {
  return tally.delayed ? delayedJackknife(tally, tally.delayed) : simpleJackknife(tally)
}

function simpleJackknife(tally: Tally): Variances {
  const { time, atRisk, allEvents, events, squares } = tally
  const length = time.length
  const causes = events.length
  const eventFree = new Float64Array(length)
  const variances = events.map(() => new Float64Array(length))
  const left = new Departed(causes)
  const remaining = squaresLeft(tally)
  /** Derivatives of those at risk: of survival, and of each incidence. */
  let ofSurvival = 0
  const ofCause = new Float64Array(causes)
  let free = 1
  for (let at = 0; at < length; at += 1) {
    const risk = atRisk[at] as number
    const hazard = (allEvents[at] as number) / risk
    const before = free
    for (let cause = 0; cause < causes; cause += 1) {
      const share = (events[cause]?.[at] as number) / risk
      left.rise(cause, share)
      ;(ofCause[cause] as number) += ofSurvival * share - (before * share) / risk
    }
    left.fall(hazard)
    ofSurvival = ofSurvival * (1 - hazard) + (before * hazard) / risk
    free *= (risk - (allEvents[at] as number)) / risk
    left.add(squares.censored[at] as number, ofSurvival, ofCause)
    for (let cause = 0; cause < causes; cause += 1)
      left.add(
        squares.events[cause]?.[at] as number,
        ofSurvival - before / risk,
        ofCause,
        cause,
        before / risk,
      )
    const weight = remaining[at] as number
    eventFree[at] = free === 0 ? 0 : left.freeSquares + weight * ofSurvival * ofSurvival
    for (let cause = 0; cause < causes; cause += 1)
      (variances[cause] as Float64Array)[at] =
        (left.causeSquares[cause] as number) + weight * (ofCause[cause] as number) ** 2
  }
  return { eventFree, causes: variances }
}

/** Squared weights of those still followed after each time. */
function squaresLeft({ time, squares }: Tally): Float64Array {
  const left = new Float64Array(time.length)
  for (let at = time.length - 2; at >= 0; at -= 1) {
    let leaving = squares.censored[at + 1] as number
    for (const events of squares.events) leaving += events[at + 1] as number
    left[at] = (left[at + 1] as number) + leaving
  }
  return left
}

/** Sums over all who have left of squares and products of their derivatives, carried on as the curves move. */
export class Departed {
  freeSquares = 0
  readonly causeSquares: Float64Array
  private readonly products: Float64Array

  constructor(causes: number) {
    this.causeSquares = new Float64Array(causes)
    this.products = new Float64Array(causes)
  }

  /** An incidence rises by `share` of those free of events: to be told for each cause before the fall. */
  rise(cause: number, share: number): void {
    const product = this.products[cause] as number
    ;(this.causeSquares[cause] as number) += share * (2 * product + share * this.freeSquares)
    this.products[cause] = product + share * this.freeSquares
  }

  /** The probability of being free of events falls by `hazard` of itself. */
  fall(hazard: number): void {
    const kept = 1 - hazard
    this.freeSquares *= kept * kept
    for (let cause = 0; cause < this.products.length; cause += 1) (this.products[cause] as number) *= kept
  }

  /** Someone leaves; one with an event of `own` cause moved that incidence by `step` more. */
  add(square: number, ofSurvival: number, ofCause: Float64Array, own = -1, step = 0): void {
    if (square === 0) return
    this.freeSquares += square * ofSurvival * ofSurvival
    for (let cause = 0; cause < ofCause.length; cause += 1) {
      const value = (ofCause[cause] as number) + (cause === own ? step : 0)
      ;(this.causeSquares[cause] as number) += square * value * value
      ;(this.products[cause] as number) += square * value * ofSurvival
    }
  }
}
