/** Who signs in for an organisation: the people whom a form of its service offers by name. */

import { sql } from 'kysely'
import type { Role } from '#core/access/role.ts'
import type { Database } from '../open.ts'

export interface Staff {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** By name. */
export async function staffOf(db: Database, organisation: string): Promise<readonly Staff[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select([
      'person.id',
      'person.name',
      sql<Role[]>`array_agg(membership.role order by membership.role)`.as('roles'),
    ])
    .where('membership.organisation', '=', organisation)
    .groupBy(['person.id', 'person.name'])
    .orderBy('person.name')
    .execute()
  return rows
}

/** The organisations that exist on a day, for a form to offer: by name. */
export function openOrganisations(
  db: Database,
  day: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db
    .selectFrom('organisation')
    .select(['code', 'name'])
    .where((where) => where.or([where('opened_on', 'is', null), where('opened_on', '<=', day)]))
    .where((where) => where.or([where('closed_on', 'is', null), where('closed_on', '>', day)]))
    .orderBy('name')
    .execute()
}
