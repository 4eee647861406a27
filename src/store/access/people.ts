/** People and their roles: found, listed, counted. */

import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Membership } from '#core/access/role.ts'
import type { Database, Transaction } from '../open.ts'
import type { Tables } from '../tables.ts'

export interface HeldRole extends Membership {
  /** The organisation's name, for a service's role. */
  readonly organisationName: string | null
}

export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly addedAt: Date
  readonly roles: readonly HeldRole[]
  readonly hasPassword: boolean
  readonly hasOpenId: boolean
  readonly hasSecondStep: boolean
  readonly passkeys: number
  readonly lastSignedInAt: Date | null
}

const rolesOfPerson = sql<HeldRole[]>`coalesce((
  select json_agg(json_build_object(
    'role', membership.role, 'organisation', membership.organisation, 'organisationName', organisation.name
  ) order by membership.organisation nulls first, membership.role)
  from membership left join organisation on organisation.code = membership.organisation
  where membership.person = person.id
), '[]')`

function known(db: Database | Transaction) {
  return db
    .selectFrom('person')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.created_at as addedAt',
      rolesOfPerson.as('roles'),
      sql<boolean>`exists (select from person_account a where a.person = person.id and a.provider = 'credential')`.as(
        'hasPassword',
      ),
      sql<boolean>`exists (select from person_account a where a.person = person.id and a.provider <> 'credential')`.as(
        'hasOpenId',
      ),
      sql<boolean>`coalesce(person.two_factor_enabled, false)`.as('hasSecondStep'),
      sql<number>`(select count(*)::int from person_passkey k where k.person = person.id)`.as('passkeys'),
      sql<Date | null>`(select max(at) from access_log l where l.person = person.id and l.event = 'signed-in')`.as(
        'lastSignedInAt',
      ),
    ])
}

export async function findPerson(db: Database | Transaction, id: string): Promise<KnownPerson | null> {
  return (await known(db).where('person.id', '=', id).executeTakeFirst()) ?? null
}

export async function findPersonByEmail(
  db: Database | Transaction,
  email: string,
): Promise<KnownPerson | null> {
  return (await known(db).where('person.email', '=', email.toLowerCase()).executeTakeFirst()) ?? null
}

const peopleOnPage = 25

export interface PeoplePage {
  readonly people: readonly KnownPerson[]
  readonly total: number
  readonly pages: number
}

/** People by name, a page at a time; `search` matches name, e-mail, and an organisation's name or code. */
export async function listPeople(db: Database, search: string, page: number): Promise<PeoplePage> {
  const pattern = `%${search.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const matching = ({ or, eb, exists, selectFrom }: ExpressionBuilder<Tables, 'person'>) =>
    or([
      eb('person.name', 'ilike', pattern),
      eb('person.email', 'ilike', pattern),
      exists(
        selectFrom('membership')
          .innerJoin('organisation', 'organisation.code', 'membership.organisation')
          .select(sql`1`.as('one'))
          .whereRef('membership.person', '=', 'person.id')
          .where((of) =>
            of.or([of('organisation.name', 'ilike', pattern), of('organisation.code', 'ilike', pattern)]),
          ),
      ),
    ])
  const [people, count] = await Promise.all([
    known(db)
      .$if(search.trim() !== '', (query) => query.where(matching))
      .orderBy(sql`lower(person.name)`)
      .orderBy('person.id')
      .limit(peopleOnPage)
      .offset((page - 1) * peopleOnPage)
      .execute(),
    db
      .selectFrom('person')
      .select(sql<number>`count(*)::int`.as('total'))
      .$if(search.trim() !== '', (query) => query.where(matching))
      .executeTakeFirstOrThrow(),
  ])
  return { people, total: count.total, pages: Math.max(1, Math.ceil(count.total / peopleOnPage)) }
}

const canSignIn = sql<SqlBool>`(
  exists (select from person_account a where a.person = membership.person)
  or exists (select from person_passkey k where k.person = membership.person)
  or exists (select from person_session s where s.person = membership.person and s.expires_at > clock_timestamp())
)`

/** How many administrators there are besides this person who have a way to sign in, or are signed in. */
export async function otherAdministrators(db: Database | Transaction, person: string): Promise<number> {
  const row = await db
    .selectFrom('membership')
    .select(sql<number>`count(*)::int`.as('others'))
    .where('role', '=', 'administrator')
    .where('person', '!=', person)
    .where(canSignIn)
    .executeTakeFirstOrThrow()
  return row.others
}

export async function hasAdministrator(db: Database | Transaction): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('person')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The organisations that a service's role can be given at: those that are open, by name. */
export async function organisationsForRoles(
  db: Database,
): Promise<readonly { readonly code: string; readonly name: string; readonly nation: string }[]> {
  return db
    .selectFrom('organisation')
    .select(['code', 'name', 'nation'])
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
}

/** For /my-work and the account's notice: what protects this person's sign-in. */
export async function protectionOf(
  db: Database,
  person: string,
): Promise<{ readonly hasPassword: boolean; readonly hasSecondStep: boolean; readonly passkeys: number }> {
  const row = await db
    .selectFrom('person')
    .select([
      sql<boolean>`exists (select from person_account a where a.person = person.id and a.provider = 'credential')`.as(
        'hasPassword',
      ),
      sql<boolean>`coalesce(person.two_factor_enabled, false)`.as('hasSecondStep'),
      sql<number>`(select count(*)::int from person_passkey k where k.person = person.id)`.as('passkeys'),
    ])
    .where('person.id', '=', person)
    .executeTakeFirst()
  return row ?? { hasPassword: false, hasSecondStep: false, passkeys: 0 }
}
