/** What maps, figures and service pages read: editions, and each organisation's answers in one of them. */
import { sql } from 'kysely'
import type { Answers } from '#core/census/questionnaire.ts'
import type { Database } from '../open.ts'

/** The least that tells whether what was shown of an edition still holds. */
export interface EditionKey {
  readonly id: string
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly revision: string
  readonly hasAnswers: boolean
}

export interface EditionFacts {
  readonly id: string
  readonly title: string
  /** The day that it describes, `yyyy-mm-dd`. */
  readonly censusOn: string
  readonly state: 'open' | 'closed'
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  /** Hex SHA-256 of the answers at closing; null while it is open. */
  readonly digest: string | null
  readonly fictional: boolean
  readonly revision: string
  readonly questionnaire: { readonly id: string; readonly version: number }
}

export interface OrganisationFacts {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  readonly mainSite: string
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly successor: string | null
  readonly fictional: boolean
}

export interface OrganisationAnswers extends OrganisationFacts {
  /** As this view counts them; null: no answer. */
  readonly answers: Answers | null
  readonly answeredAt: Date | null
  /** When it was changed after the edition closed, and this differs from what was counted at closing. */
  readonly correctedLateAt: Date | null
}

export interface ProvisionData {
  /** Null: no edition has opened; the members are then the directory's organisations of today. */
  readonly edition: EditionFacts | null
  readonly members: readonly OrganisationAnswers[]
  readonly lateCorrections: number
  /** Entries of the record that the answers rest on, corrections among them. */
  readonly entries: number
}

/** Grows with each change that a page could show; `e` is the edition. */
const revision = sql<string>`(select coalesce(sum(v.revision), 0)::text from census_revision v where v.edition = e.id)`

/** Published editions, latest first: drafts are nobody's business yet. One query, cheap enough for every request. */
export async function editionKeys(db: Database): Promise<readonly EditionKey[]> {
  const { rows } = await sql<EditionKey>`
    select id, title, state, ${revision} as revision,
           exists (select from census_response r where r.edition = e.id) as "hasAnswers"
      from census_edition e
     where state <> 'draft'
     order by census_on desc, created_at desc`.execute(db)
  return rows
}

/**
 * The edition that a page shows when none is named: the latest that closed, for it says where the nation
 * stands; before the first has closed, the latest that has answers.
 */
export function defaultEdition(keys: readonly EditionKey[]): EditionKey | null {
  const answered = keys.filter(({ hasAnswers }) => hasAnswers)
  return answered.find(({ state }) => state === 'closed') ?? answered[0] ?? keys[0] ?? null
}

/** A later edition than the one shown, whose answers come in now. */
export function underWay(keys: readonly EditionKey[], shown: EditionKey | null): EditionKey | null {
  const later = keys.slice(
    0,
    Math.max(
      0,
      keys.findIndex(({ id }) => id === shown?.id),
    ),
  )
  return later.find(({ state }) => state === 'open') ?? null
}

/** Published editions, latest first, in words for a list. One query. */
export async function publishedEditions(db: Database): Promise<readonly EditionFacts[]> {
  const { rows } = await selectEditions(db, sql`true`)
  return rows.map(factsOf)
}

/**
 * Every organisation that an edition asks, with its answers. A closed edition counts the answers as they
 * stood when it closed, unless the late corrections are asked for. Two queries.
 */
export async function provisionData(
  db: Database,
  editionId: string | null,
  { withCorrections = false } = {},
): Promise<ProvisionData | null> {
  if (editionId === null) return { ...NOTHING_ANSWERED, members: await directory(db) }
  const edition = (await selectEditions(db, sql`e.id = ${editionId}`)).rows[0]
  if (!edition) return null
  const { rows } = await sql<MemberRow>`
    select ${organisationColumns}, r.answers, r.answers_at_close, r.sent_at, r.first_sent_at, r.corrections,
           r.follow_up_entry is not null as followed_up,
           (r.answers_at_close is distinct from r.answers) as differs
      from census_member m
      join organisation o on o.code = m.organisation
      left join census_response r on r.edition = m.edition and r.organisation = m.organisation
     where m.edition = ${editionId}
     order by o.name, o.code`.execute(db)
  const closed = edition.state === 'closed'
  const late = (row: MemberRow) => closed && row.answers !== null && row.differs
  const answered = rows.filter(({ answers }) => answers !== null)
  return {
    edition: factsOf(edition),
    members: rows.map((row) => ({
      ...organisationOf(row),
      answers: closed && !withCorrections ? row.answers_at_close : row.answers,
      answeredAt: row.first_sent_at,
      correctedLateAt: late(row) ? row.sent_at : null,
    })),
    lateCorrections: rows.filter(late).length,
    entries: answered.reduce((sum, row) => sum + 1 + Number(row.followed_up) + row.corrections, 0),
  }
}

const NOTHING_ANSWERED = { edition: null, lateCorrections: 0, entries: 0 } as const

/** The organisations of the directory that exist today, none with an answer. */
async function directory(db: Database): Promise<readonly OrganisationAnswers[]> {
  const { rows } = await sql<OrganisationRow>`
    select ${organisationColumns} from organisation o
     where o.closed_on is null or o.closed_on > current_date order by o.name, o.code`.execute(db)
  return rows.map((row) => ({
    ...organisationOf(row),
    answers: null,
    answeredAt: null,
    correctedLateAt: null,
  }))
}

const organisationColumns = sql`o.code, o.name, o.nation, o.region, o.latitude, o.longitude, o.main_site,
  o.opened_on::text as opened_on, o.closed_on::text as closed_on, o.successor, o.fictional`

interface OrganisationRow {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  readonly main_site: string
  readonly opened_on: string | null
  readonly closed_on: string | null
  readonly successor: string | null
  readonly fictional: boolean
}

interface MemberRow extends OrganisationRow {
  readonly answers: Answers | null
  readonly answers_at_close: Answers | null
  readonly sent_at: Date | null
  readonly first_sent_at: Date | null
  readonly corrections: number
  readonly followed_up: boolean
  readonly differs: boolean
}

function organisationOf(row: OrganisationRow): OrganisationFacts {
  const { code, name, nation, region, latitude, longitude, successor, fictional } = row
  const { main_site: mainSite, opened_on: openedOn, closed_on: closedOn } = row
  return {
    code,
    name,
    nation,
    region,
    latitude,
    longitude,
    mainSite,
    openedOn,
    closedOn,
    successor,
    fictional,
  }
}

interface EditionRow {
  readonly id: string
  readonly title: string
  readonly census_on: string
  readonly state: 'open' | 'closed'
  readonly opened_at: Date | null
  readonly closed_at: Date | null
  readonly digest: string | null
  readonly fictional: boolean
  readonly revision: string
  readonly questionnaire: string
  readonly questionnaire_version: number
}

function selectEditions(db: Database, where: ReturnType<typeof sql>) {
  return sql<EditionRow>`
    select e.id, e.title, e.census_on::text as census_on, e.state, e.opened_at, e.closed_at, e.digest,
           e.fictional, ${revision} as revision, e.questionnaire, e.questionnaire_version
      from census_edition e
     where e.state <> 'draft' and ${where}
     order by e.census_on desc, e.created_at desc`.execute(db)
}

function factsOf(row: EditionRow): EditionFacts {
  const { id, title, state, digest, fictional } = row
  return {
    id,
    title,
    state,
    digest,
    fictional,
    revision: row.revision,
    censusOn: row.census_on,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    questionnaire: { id: row.questionnaire, version: row.questionnaire_version },
  }
}

/** What one organisation answered in one published edition. */
export interface EditionAnswers {
  readonly edition: EditionFacts
  /** As counted: at closing for a closed edition. Null: asked, no answer. */
  readonly answers: Answers | null
  /** The answers as they stand today, where they were changed after the edition closed; and when. */
  readonly corrected: { readonly answers: Answers; readonly at: Date } | null
}

export interface ServiceHistory {
  readonly organisation: OrganisationFacts
  readonly successor: { readonly code: string; readonly name: string } | null
  /** Organisations that this one carries on, after mergers. */
  readonly predecessors: readonly { readonly code: string; readonly name: string }[]
  /** Latest first. */
  readonly editions: readonly EditionAnswers[]
}

/** One organisation with its answers in every published edition that asked it. Three queries. */
export async function serviceHistory(db: Database, code: string): Promise<ServiceHistory | null> {
  const organisation = (
    await sql<OrganisationRow>`select ${organisationColumns} from organisation o where o.code = ${code}`.execute(
      db,
    )
  ).rows[0]
  if (!organisation) return null
  const related = await sql<{ code: string; name: string; successor: string | null }>`
    select code, name, successor from organisation
     where successor = ${code} or code = ${organisation.successor} order by name`.execute(db)
  const { rows } = await sql<EditionRow & MemberRow>`
    select e.id, e.title, e.census_on::text as census_on, e.state, e.opened_at, e.closed_at, e.digest,
           e.fictional, ${revision} as revision, e.questionnaire, e.questionnaire_version,
           r.answers, r.answers_at_close, r.sent_at,
           (r.answers_at_close is distinct from r.answers) as differs
      from census_member m
      join census_edition e on e.id = m.edition
      left join census_response r on r.edition = m.edition and r.organisation = m.organisation
     where m.organisation = ${code} and e.state <> 'draft'
     order by e.census_on desc, e.created_at desc`.execute(db)
  return {
    organisation: organisationOf(organisation),
    successor: related.rows.find((one) => one.code === organisation.successor) ?? null,
    predecessors: related.rows.filter((one) => one.successor === code),
    editions: rows.map((row) => {
      const closed = row.state === 'closed'
      const late = closed && row.differs && row.answers && row.sent_at
      return {
        edition: factsOf(row),
        answers: closed ? row.answers_at_close : row.answers,
        corrected: late ? { answers: row.answers, at: row.sent_at } : null,
      }
    }),
  }
}

export interface ServiceFilter {
  readonly search: string
  readonly nation: string | null
  readonly limit: number
  readonly offset: number
}

/** Organisations by name, place or code, open ones first, with how many match in all. One query. */
export async function findServices(
  db: Database,
  { search, nation, limit, offset }: ServiceFilter,
): Promise<{ readonly total: number; readonly found: readonly OrganisationFacts[] }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<OrganisationRow & { total: string }>`
    select ${organisationColumns}, count(*) over () as total from organisation o
     where (${search} = '' or o.name ilike ${pattern} or o.main_site ilike ${pattern} or o.code ilike ${pattern})
       and (${nation}::text is null or o.nation = ${nation})
     order by (o.closed_on is not null), o.name, o.code
     limit ${limit} offset ${offset}`.execute(db)
  return { total: Number(rows[0]?.total ?? 0), found: rows.map(organisationOf) }
}
