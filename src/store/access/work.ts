/** What waits for a person, counted cheaply for the page that one arrives at. */

import { sql } from 'kysely'
import type { Person } from '#core/access/role.ts'
import type { Database } from '../open.ts'

export interface Work {
  readonly openEditions: readonly {
    readonly id: string
    readonly title: string
    readonly members: number
    readonly responses: number
  }[]
  /** The organisations of the person's own roles: name by code. */
  readonly organisations: ReadonlyMap<string, string>
  /** People with a role, and those of them who have no way to sign in yet. */
  readonly people: number
  readonly waitingToJoin: number
}

export async function workFor(db: Database, person: Person): Promise<Work> {
  const codes = person.memberships.flatMap(({ organisation }) => (organisation ? [organisation] : []))
  const [openEditions, organisations, people] = await Promise.all([
    db
      .selectFrom('census_edition as edition')
      .select([
        'edition.id',
        'edition.title',
        sql<number>`(select count(*)::int from census_member m where m.edition = edition.id)`.as('members'),
        sql<number>`(select count(*)::int from census_response r where r.edition = edition.id)`.as(
          'responses',
        ),
      ])
      .where('edition.state', '=', 'open')
      .orderBy('edition.census_on', 'desc')
      .limit(5)
      .execute(),
    codes.length === 0
      ? []
      : db
          .selectFrom('organisation')
          .select(['code', 'name'])
          .where('code', 'in', codes)
          .orderBy('name')
          .execute(),
    db
      .selectFrom('person')
      .select([
        sql<number>`count(*)::int`.as('people'),
        sql<number>`count(*) filter (where
          not exists (select from person_account a where a.person = person.id)
          and not exists (select from person_passkey k where k.person = person.id))::int`.as('waiting'),
      ])
      .where(sql<boolean>`exists (select from membership m where m.person = person.id)`)
      .executeTakeFirstOrThrow(),
  ])
  return {
    openEditions,
    organisations: new Map(organisations.map(({ code, name }) => [code, name])),
    people: people.people,
    waitingToJoin: people.waiting,
  }
}
