/** Aalen's variance of a cumulative incidence: each time's share of it, with an allowance for ties. */

import type { Variances } from './jackknife.ts'
import type { Tally } from './tally.ts'

/**
 * Of an incidence F at t, the sum over earlier times s of (S(s-) / Y)^2 times
 * d (1 - (F(t) - F(s)) / S(s))^2 for events of its own, and d ((F(t) - F(s)) / S(s))^2 for those of other causes;
 * d events of Y at risk count as d (1 - (d - 1) / (Y - 1)). That of being free of events is Greenwood's.
 *
 * The squares are carried on from time to time as F rises, so that one step a time is enough.
 *
 * @see Aalen OO. Scand J Stat 1978;5:141-150; Gray RJ. Ann Stat 1988;16:1141-1154; agrees with cmprsk::cuminc
 */
export function aalenVariances(tally: Tally): Variances {
  return { eventFree: greenwood(tally), causes: tally.events.map((own) => variance(tally, own)) }
}

function variance({ atRisk, allEvents }: Tally, own: Float64Array): Float64Array {
  const values = new Float64Array(atRisk.length)
  let free = 1
  let squares = 0
  let products = 0
  let slopes = 0
  for (let at = 0; at < values.length; at += 1) {
    const risk = atRisk[at] as number
    const had = own[at] as number
    const others = (allEvents[at] as number) - had
    const step = (free * had) / risk
    squares += step * (step * slopes - 2 * products)
    products -= step * slopes
    const before = free / risk
    free *= (risk - (allEvents[at] as number)) / risk
    const slope = free > 0 ? 1 / free : 0
    const ownPart = before * before * allowed(had, risk)
    const othersPart = free > 0 ? before * before * allowed(others, risk) : 0
    squares += ownPart
    products += ownPart * slope
    slopes += (ownPart + othersPart) * slope * slope
    values[at] = squares
  }
  return values
}

/** Events count for less where several share a time. */
function allowed(had: number, risk: number): number {
  return had > 1 ? had * (1 - (had - 1) / (risk - 1)) : had
}

function greenwood({ atRisk, allEvents }: Tally): Float64Array {
  let free = 1
  let sum = 0
  return atRisk.map((risk, at) => {
    const had = allEvents[at] as number
    free *= (risk - had) / risk
    if (had > 0) sum += had / (risk * (risk - had))
    return free === 0 ? Number.NaN : free * free * sum
  })
}
