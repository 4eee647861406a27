/** What a network is made of, read from the directory, an edition of the census and the services' records. */

import { sql } from 'kysely'
import { existsOn, type Organisation } from '#core/catalogue/organisations.ts'
import { serviceSubject } from '#core/census/kinds.ts'
import { type Provision, provisionOf } from '#core/census/provision.ts'
import type { Network, Site } from '#core/network/network.ts'
import { byName } from '#core/network/network-of.ts'
import type { RegisterSources } from '#core/network/register.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import { ending, pathwayConfirmation } from '#core/service/kinds/said-of.ts'
import { pathwayReview, referralPathway } from '#core/service/kinds.ts'
import { allOrganisations } from '../catalogue/organisations.ts'
import { type EditionKey, provisionData } from '../census/provision-data.ts'
import type { Database } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from '../record/rows.ts'
import { alliancesOf } from './alliances.ts'

export interface NetworkSources {
  readonly register: RegisterSources
  readonly network: Pick<Network, 'day' | 'edition' | 'fictional' | 'sites' | 'provisions'>
  /** Of every organisation of the directory, closed ones too, by code. */
  readonly organisations: ReadonlyMap<string, Organisation>
}

/** Changes whenever the directory or anything that a service's record says of a referral pathway has. One query. */
export async function recordsRevision(db: Database): Promise<string> {
  const { rows } = await sql<{ directory: string | null; records: string }>`
    select (select md5(string_agg(o::text, '' order by o.code)) from organisation o) as directory,
           (select count(*) || ':' || coalesce(sum(head.position), 0)
              from (select from_organisation as code from referral_pathway
                    union select to_organisation from referral_pathway) as joined
              left join lateral (
                select e.position from record_entry e
                 where e.subject = 'service:' || joined.code order by e.position desc limit 1) head on true
           ) || ':' || (select count(*) from referral_pathway) as records`.execute(db)
  return `${rows[0]?.directory ?? ''}:${rows[0]?.records ?? ''}`
}

/** Four queries, however many organisations there are. */
export async function networkSources(
  db: Database,
  day: string,
  edition: EditionKey | null,
): Promise<NetworkSources> {
  const [all, data, courses] = await Promise.all([
    allOrganisations(db),
    edition ? provisionData(db, edition.id) : null,
    pathwayCourses(db),
  ])
  const fictional = data?.edition?.fictional ?? all.some((organisation) => organisation.fictional)
  const existing = all.filter((each) => existsOn(each, day) && each.fictional === fictional)
  const provisions = new Map(
    (data?.members ?? []).flatMap(({ code, answers }): readonly [string, Provision][] =>
      answers ? [[code, provisionOf(answers)]] : [],
    ),
  )
  const allianceOf = alliancesOf(existing)
  const sites = existing
    .map(
      ({ code, name, nation, region, latitude, longitude }): Site => ({
        ...{ code, name, nation, region, latitude, longitude },
        alliance: allianceOf(code),
      }),
    )
    .toSorted(byName)
  return {
    register: {
      day,
      censusOn: data?.edition?.censusOn ?? null,
      existing: new Set(existing.map(({ code }) => code)),
      provisions,
      courses,
    },
    network: {
      day,
      edition: edition && { id: edition.id, title: edition.title },
      fictional,
      sites,
      provisions,
    },
    organisations: new Map(all.map((each) => [each.code, each])),
  }
}

/** The kinds of entries that say something of a referral pathway. */
export const ofPathways: readonly string[] = [
  referralPathway,
  pathwayReview,
  pathwayConfirmation,
  ending,
].map(({ name }) => name)

/** What the services' records say of referral pathways, by organisation: of every service at either end of one. */
async function pathwayCourses(db: Database): Promise<ReadonlyMap<string, Course>> {
  const { rows } = await sql<KeptRow & { code: string }>`
    ${keptRows}
    where e.subject in (
        select 'service:' || from_organisation from referral_pathway
        union select 'service:' || to_organisation from referral_pathway)
      and e.kind = any(${[...ofPathways]}::text[])
    order by e.subject, e.position`.execute(db)
  const bySubject = Map.groupBy(rows.map(entryOf), ({ subject }) => subject)
  const prefix = serviceSubject('')
  return new Map(
    [...bySubject].map(([subject, entries]) => [subject.slice(prefix.length), courseOf(subject, entries)]),
  )
}
