/** Who works at some organisations and can sign in: whom a form offers by name. */

import { rolesThatRecord } from '#core/access/record.ts'
import { type Role, roleWithin } from '#core/access/role.ts'
import type { Database, Transaction } from '../open.ts'

export interface KnownClinician {
  readonly id: string
  readonly name: string
  /** What they are called there, as in 'interventional radiologist'. */
  readonly role: string
}

const clinical: readonly Role[] = [
  'io-lead',
  'interventional-radiologist',
  'referrer',
  'cancer-nurse-specialist',
  'ward-nurse',
  'physicist',
  'mdt-coordinator',
]

/** By name, each once. */
export async function cliniciansAt(
  db: Database | Transaction,
  organisations: readonly string[],
): Promise<readonly KnownClinician[]> {
  if (organisations.length === 0) return []
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'membership.role'])
    .where('membership.organisation', 'in', [...organisations])
    .where('membership.role', 'in', [...clinical])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const known = new Map<string, KnownClinician>()
  for (const { id, name, role } of rows) {
    if (known.has(id)) continue
    known.set(id, {
      id,
      name,
      role: roleWithin(role),
    })
  }
  return [...known.values()]
}

/** The organisations at which someone has a role that answers referrals. */
export async function organisationsThatAnswer(db: Database | Transaction): Promise<ReadonlySet<string>> {
  const held = await db
    .selectFrom('membership')
    .select('organisation')
    .distinct()
    .where('role', 'in', [...rolesThatRecord('referral-answer')])
    .execute()
  return new Set(held.flatMap(({ organisation }) => organisation ?? []))
}
