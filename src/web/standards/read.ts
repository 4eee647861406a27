/** Reads the figures of a service: its cases brought up to date, their findings counted, its own clauses judged. */

import type { Finding } from '#core/standards/finding.ts'
import { serviceFindingsOf } from '#core/standards/findings.ts'
import { freshen } from '#store/case/freshen.ts'
import { surroundingsOf } from '#store/case/surroundings.ts'
import { type ClauseMonth, clauseMonths } from '#store/standards/counts.ts'
import { monthsBefore, trendMonths } from '../components/period.ts'
import type { PageContext } from '../environment.ts'
import { inScope } from '../scope.ts'
import type { Asked } from './asked.ts'

export interface ServiceFigures {
  readonly counts: readonly ClauseMonth[]
  /** Of the service itself, by the clause's number. */
  readonly ofService: ReadonlyMap<string, readonly Finding[]>
}

/** Four queries where nothing is stale, whatever the number of cases. */
export function readFigures(
  c: PageContext,
  { standard, code, period }: Asked,
  clause?: string,
): Promise<ServiceFigures> {
  const now = c.var.now()
  const trendFrom = monthsBefore(period.to, trendMonths - 1)
  const fromMonth = period.from < trendFrom ? period.from : trendFrom
  return inScope(c, 'standards:see', async (db) => {
    await freshen(db, [code], now)
    const named = clause === undefined ? {} : { clause }
    const asked = { organisation: code, standard: standard.id, fromMonth, ...named }
    const counts = await clauseMonths(db, asked, now)
    const around = (await surroundingsOf(db, [code])).get(code)
    const findings = around ? serviceFindingsOf(around.service, around, now.toISOString(), standard) : []
    const numberOf = ({ clause: id }: Finding) => id.slice(standard.id.length + 1)
    return { counts, ofService: Map.groupBy(findings, numberOf) }
  })
}
