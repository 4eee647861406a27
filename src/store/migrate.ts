/** Brings a database up to date: plain SQL files, forward only, checksummed, each in a transaction. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { codeOf, messageOf, namedError, StoreError } from './error.ts'
import { jobsDigest, migrateJobs } from './jobs.ts'
import { placeOf, refuseOld } from './server.ts'

/** The role that the application works as; migrations/0001_record.sql makes it. */
export const appRole = 'fourth_pillar_app'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, hex. */
  readonly digest: string
}

/** The files in order of their numbers. */
export function readMigrations(from: string = folder): Migration[] {
  return readdirSync(from)
    .filter((file) => /^\d{4}_[a-z_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(`${from}/${file}`, 'utf8').replaceAll('\r\n', '\n')
      return { number: Number(file.slice(0, 4)), name: file, sql, digest: sha256(sql) }
    })
}

/** Changes with any of the migrations: the key of a template that holds them. */
export function migrationsDigest(migrations: readonly Migration[] = readMigrations()): string {
  return sha256(migrations.map(({ name, digest }) => `${name} ${digest}`).join('\n') + grants + jobsDigest)
}

export interface Migrated {
  /** The names of the files that were applied now. */
  readonly applied: readonly string[]
}

/**
 * Applies what is not applied yet. Two processes at once: the second waits, then finds nothing to do.
 *
 * @throws StoreError 'migration-changed' when an applied file reads differently now, 'migration-missing'
 *   when it is gone, 'migration-failed' with the file and PostgreSQL's reason, or what `connect` throws
 */
export async function migrate(
  ownerUrl: string,
  options: { readonly appUrl?: string; readonly migrations?: readonly Migration[] } = {},
): Promise<Migrated> {
  const migrations = options.migrations ?? readMigrations()
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'fourth-pillar migrate',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query("select current_setting('server_version_num')::int as version")
    refuseOld(rows[0].version)
    await client.query('set client_min_messages = warning')
    // The lock ends with the connection, however that ends.
    await client.query("select pg_advisory_lock(hashtext('fourth-pillar migrate'))")
    const applied = await applyMissing(client, migrations)
    await migrateJobs(client, appRole)
    await client.query(grants)
    await grantRole(client, options.appUrl ?? ownerUrl)
    return { applied }
  } catch (error) {
    throw namedError(error, placeOf(ownerUrl)) ?? error
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migration (
    number integer primary key, name text not null, digest text not null,
    applied_at timestamptz not null default clock_timestamp())`)
  const known = await client.query<Pick<Migration, 'number' | 'name' | 'digest'>>(
    'select number, name, digest from migration order by number',
  )
  for (const was of known.rows) refuseChanged(was, migrations)
  const done = new Set(known.rows.map(({ number }) => number))
  const missing = migrations.filter(({ number }) => !done.has(number))
  for (const migration of missing) await apply(client, migration)
  return missing.map(({ name }) => name)
}

function refuseChanged(
  was: Pick<Migration, 'number' | 'name' | 'digest'>,
  migrations: readonly Migration[],
): void {
  const now = migrations.find(({ number }) => number === was.number)
  if (!now) {
    throw new StoreError(
      'migration-missing',
      `The database was migrated by ${was.name}, which this version does not have. Start the newer version again.`,
    )
  }
  if (now.digest !== was.digest) {
    throw new StoreError(
      'migration-changed',
      `${was.name} was applied to this database and reads differently now. Restore the file; changes go into a new one.`,
    )
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into migration (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const worldly = codeOf(error) === '42501' ? null : namedError(error, migration.name)
    if (worldly) throw worldly
    const roleHint =
      /role/.test(messageOf(error)) && codeOf(error) === '42501'
        ? ` An administrator can run: create role ${appRole}; grant ${appRole} to the owner with admin option.`
        : ''
    throw new StoreError(
      codeOf(error) === '42501' ? 'rights-missing' : 'migration-failed',
      `${migration.name} was not applied: ${messageOf(error)}.${roleHint}`,
      error,
    )
  }
}

/** The application reads and writes every table, but only ever adds to the record. */
const grants = `
do $$
declare
  place text := current_schema();
begin
  execute format('grant usage on schema %I to ${appRole}', place);
  execute format('grant select, insert, update, delete on all tables in schema %I to ${appRole}', place);
  execute format('grant usage, select on all sequences in schema %I to ${appRole}', place);
  if to_regclass('record_entry') is not null then
    revoke update, delete on record_entry, record_body, record_seal, record_seal_head from ${appRole};
  end if;
  if to_regclass('case_look') is not null then
    revoke update, delete on case_look, break_glass from ${appRole};
    revoke insert on break_glass from ${appRole};
    revoke insert, update, delete on case_due, case_finding from ${appRole};
    revoke update, delete on patient, care_case from ${appRole};
    -- Whose a case is, and who may see an identity, follows from the record by functions of the owner.
    grant update (organisations) on care_case to ${appRole};
    grant update (given_name, family_name, given_key, family_key, birth_on, sex, postcode, gp_practice, died_on,
      merged_into, position, changed_at) on patient to ${appRole};
  end if;
  if to_regclass('case_mark') is not null then
    revoke insert, update, delete on case_mark from ${appRole};
  end if;
  revoke insert, update, delete on migration from ${appRole};
end
$$`

/** The application's login may work as its role, whether or not it owns the database. */
async function grantRole(client: pg.Client, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username)
  const { rows } = await client.query(
    "select $1 = '' or exists (select from pg_roles where rolname = $1 and rolsuper) or pg_has_role($1, $2, 'member') as has",
    [login, appRole],
  )
  if (!rows[0]?.has) await client.query(`grant ${appRole} to ${client.escapeIdentifier(login)}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
