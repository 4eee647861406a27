/** What an address of a service's figures asks for: the standard, the organisation, the period. */

import { standardWithId } from '#core/standards/editions.ts'
import { clausesOf, type Standard } from '#core/standards/standard.ts'
import { organisation } from '#store/catalogue/organisations.ts'
import { type Period, periodOf } from '../components/period.ts'
import type { PageContext } from '../environment.ts'

export interface Asked {
  readonly standard: Standard
  readonly code: string
  readonly name: string
  readonly period: Period
}

/** Null where there is no such organisation, or no standard of that name with clauses to judge by. */
export async function askedOf(c: PageContext): Promise<Asked | null> {
  const standard = standardWithId(c.req.param('standard') ?? '')
  const code = c.req.param('code') ?? ''
  if (!standard || clausesOf(standard).length === 0) return null
  const found = await organisation(c.var.store.db, code)
  const period = periodOf({ from: c.req.query('from'), to: c.req.query('to') }, c.var.now())
  return found ? { standard, code, name: found.name, period } : null
}
