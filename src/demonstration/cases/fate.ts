/** What becomes of an invented patient after treatment, decided before the case is told. */

import type { Chance } from '../random.ts'
import { daysAMonth, outlookOf, timeAt } from '../registry/outlook.ts'

/** Days count from the first session. */
export interface Fate {
  readonly diesAfter: number
  readonly progressesAfter: number
  /** From 0 to 1: what goes wrong at the first session, by the procedure's risk. */
  readonly luck: number
  /** Whether it progresses where it was treated. */
  readonly locally: boolean
  /** From when nobody hears of the patient any more; null for most. */
  readonly lostAfter: number | null
  /** One of three at one service whose follow-up nobody recorded. */
  readonly unfollowed: boolean
  /** A slip of the pen that the data's queries find. */
  readonly slip: 'scan-a-year-early' | 'size-in-tenths' | null
}

/** Deals fates so that each kind of patient, however few they are, fares as the outlook says. */
export interface Fates {
  next(of: {
    readonly procedure: string
    readonly site: string
    /** Days since the referral. */
    readonly age: number
    readonly mayBeUnfollowed: boolean
  }): Fate
}

const lostShare = 0.06
const slipShare = 0.012

/** Alive, so that somebody can still be asked. */
const wellAndKnown = { diesAfter: 5000, progressesAfter: 5000, lostAfter: null, slip: null }

/** How many are without follow-up. */
const unfollowedCount = 3

/** @param chance for what need not come out evenly */
export function dealFates(chance: Chance): Fates {
  let unfollowedLeft = unfollowedCount
  const dealt = new Map<string, number>()
  const evenly = (kind: string, period: number, step: number) => {
    const key = `${kind} ${period} ${step}`
    const nth = dealt.get(key) ?? 0
    dealt.set(key, nth + 1)
    // Steps of an irrational number fill the range as evenly as it can be, at any count.
    const at = (0.5 + period * 0.324717957 + nth * step) % 1
    return Math.min(0.9995, Math.max(0.0005, at))
  }
  return {
    next({ procedure, site, age, mayBeUnfollowed }) {
      const { survival, progression, local } = outlookOf(procedure, site)
      const kind = `${procedure} ${site}`
      // Those with much time behind them fare no better or worse than those with little.
      const period = Math.floor(age / 270)
      const unfollowed = mayBeUnfollowed && unfollowedLeft > 0
      if (unfollowed) unfollowedLeft -= 1
      const fate = {
        diesAfter: timeAt(survival, evenly(kind, period, 0.6180339887)) * daysAMonth,
        progressesAfter: timeAt(progression, evenly(kind, period, 0.7548776662)) * daysAMonth,
        luck: evenly(procedure, 0, 0.569840291),
        locally: chance.next() < local,
        lostAfter: chance.next() < lostShare ? 40 + chance.next() * 500 : null,
        unfollowed,
        slip:
          chance.next() < slipShare ? chance.pick(['scan-a-year-early', 'size-in-tenths'] as const) : null,
      }
      return unfollowed ? { ...fate, ...wellAndKnown } : fate
    },
  }
}
