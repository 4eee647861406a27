/** The counts of one clause over a period, and its months one by one. */

import { percent } from '#core/census/percent.ts'
import type { ClauseMonth } from '#store/standards/counts.ts'
import { monthsUpTo, type Period, trendMonths } from '../components/period.ts'

export interface Tally {
  readonly met: number
  readonly notMet: number
  readonly late: number
  readonly exempt: number
  readonly notYetDue: number
  /** Met or not met. */
  readonly judged: number
  /** Met of those judged, in whole percent; null where none is judged. */
  readonly percent: number | null
}

export interface Month {
  readonly month: string
  readonly met: number
  readonly judged: number
  readonly percent: number | null
}

export interface ClauseFigures {
  readonly tally: Tally
  /** The last 36 months up to the period's end, in order. */
  readonly months: readonly Month[]
}

const nothing = { met: 0, notMet: 0, late: 0, exempt: 0, notYetDue: 0 }

/** Figures of each clause, by its number. */
export function figuresOf(
  counts: readonly ClauseMonth[],
  period: Period,
): ReadonlyMap<string, ClauseFigures> {
  const byClause = Map.groupBy(counts, ({ clause }) => clause)
  return new Map(
    [...byClause].map(([clause, months]) => [
      clause,
      { tally: tallyOf(months, period), months: trendOf(months, period) },
    ]),
  )
}

/** All clauses of a period together. */
export function tallyOf(counts: readonly ClauseMonth[], { from, to, reachesNow }: Period): Tally {
  const within = counts.filter(({ month }) => (month === null ? reachesNow : month >= from && month <= to))
  const sum = within.reduce(
    (sofar, each) => ({
      met: sofar.met + (each.month === null ? 0 : each.met),
      notMet: sofar.notMet + (each.month === null ? 0 : each.notMet),
      late: sofar.late + (each.month === null ? 0 : each.late),
      exempt: sofar.exempt + (each.month === null ? 0 : each.exempt),
      notYetDue: sofar.notYetDue + each.notYetDue,
    }),
    nothing,
  )
  const judged = sum.met + sum.notMet
  return { ...sum, judged, percent: percent(sum.met, judged) }
}

function trendOf(counts: readonly ClauseMonth[], { to }: Period): readonly Month[] {
  const byMonth = new Map(counts.map((each) => [each.month, each]))
  return monthsUpTo(to, trendMonths).map((month) => {
    const { met, notMet } = byMonth.get(month) ?? nothing
    return { month, met, judged: met + notMet, percent: percent(met, met + notMet) }
  })
}
