/** A service's figures as a file: a row a clause and month, and what each clause comes to over the period. */

import { csvOf } from '#core/census/csv.ts'
import { clausesOf } from '#core/standards/standard.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { askedOf } from './asked.ts'
import { readFigures } from './read.ts'
import { tallyOf } from './tally.ts'

const headings = [
  'standard',
  'organisation',
  'clause',
  'asks',
  'from',
  'to',
  'met',
  'not_met',
  'of_which_late',
  'judged',
  'percent_met',
  'exempt',
  'not_yet_due',
]

export async function figuresCsv(c: PageContext) {
  const asked = await askedOf(c)
  if (!asked) return notFound(c)
  const { standard, code, period } = asked
  const { counts } = await readFigures(c, asked)
  const rows = clausesOf(standard).flatMap(({ number, asks }) => {
    const own = counts.filter(({ clause }) => clause === number)
    const months = own.flatMap(({ month }) =>
      month !== null && month >= period.from && month <= period.to ? [month] : [],
    )
    const row = (from: string, to: string, reachesNow: boolean) => {
      const { met, notMet, late, judged, percent, exempt, notYetDue } = tallyOf(own, { from, to, reachesNow })
      return [
        standard.id,
        code,
        number,
        asks,
        from,
        to,
        met,
        notMet,
        late,
        judged,
        percent,
        exempt,
        notYetDue,
      ]
    }
    if (own.length === 0) return []
    return [
      row(period.from, period.to, period.reachesNow),
      ...months.toSorted().map((month) => row(month, month, false)),
    ]
  })
  return c.body(csvOf([headings, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${standard.id}-${period.from}-to-${period.to}.csv"`,
    'Cache-Control': 'no-store',
  })
}
