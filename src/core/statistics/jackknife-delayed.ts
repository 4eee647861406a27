/** The infinitesimal jackknife where subjects enter late: their derivatives depend on when they came. */

import { Departed, type Variances } from './jackknife.ts'
import type { Delayed, Tally } from './tally.ts'

/**
 * As `jackknife`. What a subject at risk has moved is the difference of running totals between now and its entry;
 * the sums of squares over all at risk are carried on step by step, and each who leaves is taken out of them.
 */
export function delayedJackknife(tally: Tally, delayed: Delayed): Variances {
  const { time, atRisk, allEvents, events } = tally
  const length = time.length
  const causes = events.length
  const eventFree = new Float64Array(length)
  const variances = events.map(() => new Float64Array(length))
  const left = new Departed(causes)
  const present = new Present(causes)
  const totals = new Totals(causes, length)
  const arriving = squaresByEntry(delayed, length)
  const ofCause = new Float64Array(causes)
  let free = 1
  for (let at = 0; at < length; at += 1) {
    present.weight += arriving[at] as number
    const risk = atRisk[at] as number
    const hazard = (allEvents[at] as number) / risk
    const before = free
    for (let cause = 0; cause < causes; cause += 1) {
      const share = (events[cause]?.[at] as number) / risk
      left.rise(cause, share)
      present.rise(cause, share, (-before * share) / risk)
      totals.rise(at, cause, share, before, risk)
    }
    left.fall(hazard)
    present.fall(hazard, (before * hazard) / risk)
    free *= (risk - (allEvents[at] as number)) / risk
    totals.fall(at, hazard, risk)
    for (
      let subject = delayed.start[at] as number;
      subject < (delayed.start[at + 1] as number);
      subject += 1
    ) {
      const from = delayed.entered[subject] as number
      const square = delayed.square[subject] as number
      const ofSurvival = free > 0 ? free * totals.hazardSince(at, from) : before / risk
      for (let cause = 0; cause < causes; cause += 1) ofCause[cause] = totals.causeSince(at, from, cause)
      present.takeOut(square, ofSurvival, ofCause)
      const status = delayed.status[subject] as number
      if (status === 0) left.add(square, ofSurvival, ofCause)
      else left.add(square, ofSurvival - before / risk, ofCause, status - 1, before / risk)
    }
    if (free === 0) left.freeSquares = 0
    eventFree[at] = free === 0 ? 0 : left.freeSquares + present.freeSquares
    for (let cause = 0; cause < causes; cause += 1)
      (variances[cause] as Float64Array)[at] =
        (left.causeSquares[cause] as number) + (present.causeSquares[cause] as number)
    if (free === 0)
      return { eventFree, causes: variances.map((values) => values.fill(values[at] as number, at)) }
  }
  return { eventFree, causes: variances }
}

/** Squared weights of those who came since the time before, for each time. */
function squaresByEntry({ entered, square }: Delayed, length: number): Float64Array {
  const arriving = new Float64Array(length)
  for (let at = 0; at < entered.length; at += 1)
    (arriving[entered[at] as number] as number) += square[at] as number
  return arriving
}

/** Sums over all at risk of their derivatives, squares and products. */
class Present {
  weight = 0
  freeSquares = 0
  readonly causeSquares: Float64Array
  private free = 0
  private readonly cause: Float64Array
  private readonly products: Float64Array

  constructor(causes: number) {
    this.causeSquares = new Float64Array(causes)
    this.cause = new Float64Array(causes)
    this.products = new Float64Array(causes)
  }

  /** Each derivative of an incidence grows by `share` of that of survival, and by `step`. */
  rise(at: number, share: number, step: number): void {
    const own = this.cause[at] as number
    const product = this.products[at] as number
    const { free, freeSquares, weight } = this
    ;(this.causeSquares[at] as number) +=
      share * share * freeSquares +
      step * step * weight +
      2 * (share * product + step * own + step * share * free)
    this.products[at] = product + share * freeSquares + step * free
    this.cause[at] = own + share * free + step * weight
  }

  /** Each derivative of survival falls by `hazard` of itself, and grows by `step`. */
  fall(hazard: number, step: number): void {
    const kept = 1 - hazard
    for (let at = 0; at < this.cause.length; at += 1)
      this.products[at] = kept * (this.products[at] as number) + step * (this.cause[at] as number)
    this.freeSquares =
      kept * kept * this.freeSquares + 2 * kept * step * this.free + step * step * this.weight
    this.free = kept * this.free + step * this.weight
  }

  takeOut(square: number, ofSurvival: number, ofCause: Float64Array): void {
    this.weight -= square
    this.free -= square * ofSurvival
    this.freeSquares -= square * ofSurvival * ofSurvival
    for (let at = 0; at < ofCause.length; at += 1) {
      const value = ofCause[at] as number
      ;(this.cause[at] as number) -= square * value
      ;(this.causeSquares[at] as number) -= square * value * value
      ;(this.products[at] as number) -= square * value * ofSurvival
    }
  }
}

/** Running totals after each time, place 0 being before the first: differences of them are a subject's derivatives. */
class Totals {
  private readonly hazard: Float64Array
  private readonly incidence: readonly Float64Array[]
  private readonly moved: readonly Float64Array[]

  constructor(causes: number, length: number) {
    this.hazard = new Float64Array(length + 1)
    this.incidence = Array.from({ length: causes }, () => new Float64Array(length + 1))
    this.moved = Array.from({ length: causes }, () => new Float64Array(length + 1))
  }

  rise(at: number, cause: number, share: number, before: number, risk: number): void {
    const incidence = this.incidence[cause] as Float64Array
    const moved = this.moved[cause] as Float64Array
    incidence[at + 1] = (incidence[at] as number) + before * share
    moved[at + 1] = (moved[at] as number) + before * share * ((this.hazard[at] as number) - 1 / risk)
  }

  fall(at: number, hazard: number, risk: number): void {
    this.hazard[at + 1] = (this.hazard[at] as number) + (hazard === 0 ? 0 : hazard / (risk * (1 - hazard)))
  }

  /** The derivative of the logarithm of survival of one at risk since place `from`. */
  hazardSince(at: number, from: number): number {
    return (this.hazard[at + 1] as number) - (this.hazard[from] as number)
  }

  causeSince(at: number, from: number, cause: number): number {
    const incidence = this.incidence[cause] as Float64Array
    const moved = this.moved[cause] as Float64Array
    const since = (incidence[at + 1] as number) - (incidence[from] as number)
    return (moved[at + 1] as number) - (moved[from] as number) - (this.hazard[from] as number) * since
  }
}
