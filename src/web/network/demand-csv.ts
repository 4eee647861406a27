/** Demand beside supply, and the table of demand, as CSV. */

import { csvOf } from '#core/census/csv.ts'
import { DEMAND_COLUMNS, demandRow } from '#core/network/demand/table.ts'
import { demandLines } from '#store/network/demand.ts'
import { demandView } from '#store/network/demand-view.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { networkAt } from './at.ts'
import { inNation } from './demand.tsx'
import { askedDemand, oddDemand } from './demand-asked.ts'
import { oddFile } from './odd-asked.ts'

export async function demandCsv(c: PageContext) {
  const asked = askedDemand(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const odd = oddDemand(c)
  if (odd.length > 0) return oddFile(c, odd)
  const view = await demandView(c.var.store, c.var.config, at.network, {
    procedure: asked.procedure,
    by: asked.by,
    ...(asked.year === null ? {} : { year: asked.year }),
  })
  const header = [
    ...['procedure', 'nation', 'region', 'district', 'residents', 'expected_a_year', 'expected_per_million'],
    ...['year', 'observed', 'observed_per_million', 'services', 'answered', 'offering'],
    ...['counted_sessions', 'counted_services', 'snapshot', 'edition', 'fictional'],
  ]
  const rows = inNation(view.rows, asked).map(
    ({ place, observed, observedPerMillion, declared, counted }) => [
      ...[asked.procedure, place.nation ?? 'United Kingdom', place.region ?? '', place.district ?? ''],
      ...[Math.round(place.people), fixed(place.treated, 2), fixed(place.perMillion, 2)],
      ...[view.year, observed ?? '', fixed(observedPerMillion, 2)],
      ...(asked.by === 'district' ? ['', '', ''] : [declared.services, declared.answered, declared.offering]),
      ...[counted?.sessions ?? '', counted?.services ?? '', view.snapshot ?? '', at.edition?.id ?? ''],
      at.network.fictional ? 'yes' : 'no',
    ],
  )
  return sent(c, `demand-${asked.procedure}-by-${asked.by}.csv`, csvOf([header, ...rows]))
}

/** The table as it can be uploaded again; who stated a line, and when, stands in columns that are not read. */
export async function demandTableCsv(c: PageContext) {
  const lines = await demandLines(c.var.store.db)
  const header = [...DEMAND_COLUMNS, 'stated_by', 'stated_at', 'reason']
  const rows = lines.map((line) => [
    ...demandRow(line),
    line.by?.author ?? 'comes with the software',
    line.by?.at ?? '',
    line.by?.reason ?? line.note,
  ])
  return sent(c, 'demand-table.csv', csvOf([header, ...rows]))
}

const fixed = (value: number | null, digits: number): number | '' =>
  value === null ? '' : Number(value.toFixed(digits))

function sent(c: PageContext, name: string, text: string) {
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
