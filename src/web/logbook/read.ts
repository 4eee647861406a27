/** What the logbook's page and its file both read: the sessions of whoever is signed in, in the months asked for. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { type LoggedSession, logbookOf, type OperatorRole } from '#core/registry/logbook.ts'
import { freshen } from '#store/case/freshen.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { casesOfOperator } from '#store/quality/logbook.ts'
import { type Period, periodOf } from '../components/period.ts'
import type { PageContext } from '../environment.ts'
import { inScope, scopeFor } from '../scope.ts'

export const roleWords: Readonly<Record<OperatorRole, string>> = {
  first: 'First operator',
  second: 'Second operator',
  trainee: 'Trainee, supervised',
}

export interface Logbook {
  readonly period: Period
  readonly sessions: readonly LoggedSession[]
  /** What their organisations are called, by code. */
  readonly names: ReadonlyMap<string, string>
  /** Earlier sessions of the period were not read. */
  readonly isCut: boolean
  /** As 2026-11-22. */
  readonly asOf: string
}

export async function readLogbook(c: PageContext): Promise<Logbook> {
  const now = c.var.now()
  const period = periodOf(c.req.query(), now)
  const person = c.var.person?.id ?? ''
  const { organisations } = scopeFor(c, 'case:see')
  const { cases, isCut } = await inScope(c, 'case:see', async (db) => {
    await freshen(db, organisations, now)
    return casesOfOperator(db, person, `${period.from}-01`)
  })
  const days = { from: `${period.from}-01`, to: `${period.to}-31` }
  const asOf = ukDay(now.toISOString())
  const sessions = logbookOf(cases, person, days, asOf)
  const names = await organisationNames(
    c.var.store.db,
    sessions.map(({ organisation }) => organisation),
  )
  return { period, sessions, names, isCut, asOf }
}
