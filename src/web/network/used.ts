/** How many referrals went a way: exactly to the services at its ends, to others only where they are not few. */

import { organisationsOf } from '#core/access/may.ts'
import type { Organisation } from '#core/catalogue/organisations.ts'
import { fewest } from '#core/network/few.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import { type PathwayUse, referralsBy } from '#core/network/use.ts'
import type { PageContext } from '../environment.ts'

/** Whether this person sees the numbers of referrals between two services as they are. */
function seesExactly(c: PageContext, { from, to }: Pick<RegisteredPathway, 'from' | 'to'>): boolean {
  const own = organisationsOf(c.var.person?.memberships ?? [], 'network:see')
  return own.includes(from) || own.includes(to)
}

type Organisations = ReadonlyMap<string, Pick<Organisation, 'nation'>>

export function shownCount(
  c: PageContext,
  ends: Pick<RegisteredPathway, 'from' | 'to'>,
  count: number,
  organisations: Organisations,
): string {
  if (seesExactly(c, ends)) return String(count)
  return fewest(
    count,
    [ends.from, ends.to].flatMap((code) => organisations.get(code)?.nation ?? []),
  )
}

export function usedWords(
  c: PageContext,
  pathway: RegisteredPathway,
  use: PathwayUse,
  organisations: Organisations,
): string {
  return shownCount(c, pathway, referralsBy(pathway, use), organisations)
}
