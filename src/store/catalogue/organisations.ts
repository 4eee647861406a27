/** The directory of organisations in the database. */
import { sql } from 'kysely'
import type { Organisation } from '#core/catalogue/organisations.ts'
import type { Database, Transaction } from '../open.ts'

const columns = sql<Organisation>`code, name, nation, region, latitude, longitude, main_site as "mainSite",
  opened_on::text as "openedOn", closed_on::text as "closedOn", successor, fictional, source`

/** Every organisation that was ever in the directory, closed ones too, by name. */
export async function allOrganisations(db: Database | Transaction): Promise<readonly Organisation[]> {
  const found = await sql<Organisation>`select ${columns} from organisation order by name, code`.execute(db)
  return found.rows
}

/** The organisations that exist on a date, `yyyy-mm-dd`, by name. */
export async function organisationsOn(
  db: Database | Transaction,
  date: string,
): Promise<readonly Organisation[]> {
  const found = await sql<Organisation>`select ${columns} from organisation
    where (opened_on is null or opened_on <= ${date}::date) and (closed_on is null or closed_on > ${date}::date)
    order by name, code`.execute(db)
  return found.rows
}

/** One organisation; null when the directory has none with this code. */
export async function organisation(db: Database | Transaction, code: string): Promise<Organisation | null> {
  const found = await sql<Organisation>`select ${columns} from organisation where code = ${code}`.execute(db)
  return found.rows[0] ?? null
}

/** What some organisations are called, by code; those that the directory does not have are left out. */
export async function organisationNames(
  db: Database | Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from organisation where code = any(${[...new Set(codes)]}::text[])`.execute(db)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/**
 * Adds organisations, or brings those that are there up to date, in one transaction: all or none. A
 * successor may be among them or in the directory already.
 */
export async function saveOrganisations(
  db: Database | Transaction,
  organisations: readonly Organisation[],
): Promise<void> {
  if (organisations.length === 0) return
  const rows = JSON.stringify(organisations)
  await sql`
    insert into organisation (code, name, nation, region, latitude, longitude, main_site, opened_on, closed_on,
      successor, fictional, source)
    select code, name, nation, region, latitude, longitude, "mainSite", "openedOn", "closedOn", successor,
      fictional, source
    from jsonb_to_recordset(${rows}::jsonb) as given (code text, name text, nation text, region text,
      latitude float8, longitude float8, "mainSite" text, "openedOn" date, "closedOn" date, successor text,
      fictional boolean, source text)
    on conflict (code) do update set name = excluded.name, nation = excluded.nation, region = excluded.region,
      latitude = excluded.latitude, longitude = excluded.longitude, main_site = excluded.main_site,
      opened_on = excluded.opened_on, closed_on = excluded.closed_on, successor = excluded.successor,
      fictional = excluded.fictional, source = excluded.source`.execute(db)
}
