/** Uploads: what an organisation sent, how far it has come, what was wrong with it. Within a scope. */

import { sql } from 'kysely'
import { type Mapping, mappingSchema } from '#core/registry/upload/mapping.ts'
import type { Database, Transaction } from '../open.ts'
import type { Encoding, UploadState } from './tables.ts'

export interface Upload {
  readonly id: string
  readonly organisation: string
  readonly person: string | null
  readonly key: string | null
  readonly fileName: string | null
  readonly state: UploadState
  readonly encoding: Encoding
  readonly bytes: number
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly note: string | null
  readonly rowsRead: number
  readonly rowsDone: number
  readonly rowsNew: number
  readonly rowsChanged: number
  readonly rowsSame: number
  readonly rowsRefused: number
  readonly problems: number
  readonly failure: string | null
  readonly beganAt: Date
  readonly seenAt: Date
  readonly keptAt: Date | null
  /** Of the key or the person. */
  readonly byName: string | null
}

/** A sign of life is given at least so often while an upload is worked on; without, the work has stopped. */
export const silentMs = 45_000

/** Whether somebody works on it at this moment. */
export function isWorkedOn({ state, seenAt }: Pick<Upload, 'state' | 'seenAt'>, now: Date): boolean {
  return ['receiving', 'checking', 'keeping'].includes(state) && now.getTime() - seenAt.getTime() < silentMs
}

const columns = sql`u.id, u.organisation, u.person, u.key, u.file_name as "fileName", u.state, u.encoding, u.bytes,
  u.columns, u.mapping, u.note, u.rows_read as "rowsRead", u.rows_done as "rowsDone", u.rows_new as "rowsNew",
  u.rows_changed as "rowsChanged", u.rows_same as "rowsSame", u.rows_refused as "rowsRefused", u.problems, u.failure,
  u.began_at as "beganAt", u.seen_at as "seenAt", u.kept_at as "keptAt", coalesce(k.name, p.name) as "byName"
  from upload u left join upload_key k on k.id = u.key left join person p on p.id = u.person`

type Row = Omit<Upload, 'mapping'> & { readonly mapping: unknown }
const uploadOf = (row: Row): Upload => ({ ...row, mapping: mappingSchema.parse(row.mapping) })

export async function uploadById(db: Database | Transaction, id: string): Promise<Upload | null> {
  const { rows } = await sql<Row>`select ${columns} where u.id = ${id}`.execute(db)
  return rows[0] ? uploadOf(rows[0]) : null
}

export const uploadsOnPage = 50

/** The log of an organisation, the latest first. Files that were never checked to their end are not in it. */
export async function uploadsOf(
  db: Database,
  organisation: string,
  page: number,
): Promise<{ readonly uploads: readonly Upload[]; readonly total: number }> {
  const [{ rows }, counted] = await Promise.all([
    sql<Row>`select ${columns} where u.organisation = ${organisation}
      order by u.began_at desc, u.id limit ${uploadsOnPage} offset ${(page - 1) * uploadsOnPage}`.execute(db),
    db
      .selectFrom('upload')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('organisation', '=', organisation)
      .executeTakeFirstOrThrow(),
  ])
  return { uploads: rows.map(uploadOf), total: counted.total }
}

export interface UploadProblem {
  readonly line: number
  readonly field: string | null
  readonly value: string | null
  readonly words: string
}

/** What was wrong, by line; as many as are kept. */
export async function problemsOf(
  db: Database | Transaction,
  upload: string,
  most: number,
): Promise<readonly UploadProblem[]> {
  return db
    .selectFrom('upload_problem')
    .select(['line', 'field', 'value', 'words'])
    .where('upload', '=', upload)
    .orderBy('number')
    .limit(most)
    .execute()
}

/** The mapping that an organisation's last file left; empty: there was none. */
export async function keptMapping(db: Database | Transaction, organisation: string): Promise<Mapping> {
  const row = await db
    .selectFrom('upload_mapping')
    .select('mapping')
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  return row ? (mappingSchema.safeParse(row.mapping).data ?? []) : []
}

/** Changes what the columns of an upload hold, before it is checked anew, and keeps it for the next file. */
export async function changeMapping(
  db: Database,
  upload: Pick<Upload, 'id' | 'organisation' | 'columns'>,
  mapping: Mapping,
  person: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('upload')
      .set({ mapping: JSON.stringify(mapping), state: 'received' })
      .where('id', '=', upload.id)
      .where('state', 'in', ['received', 'checked'])
      .execute()
    const kept = { columns: JSON.stringify(upload.columns), mapping: JSON.stringify(mapping), person }
    await tx
      .insertInto('upload_mapping')
      .values({ organisation: upload.organisation, ...kept })
      .onConflict((conflict) =>
        conflict.column('organisation').doUpdateSet({ ...kept, changed_at: new Date() }),
      )
      .execute()
  })
}

/** Gives an upload up: its bytes and rows go, the log keeps that it was there. False: it is kept already. */
export async function dropUpload(db: Database, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const dropped = await tx
      .updateTable('upload')
      .set({ state: 'dropped' })
      .where('id', '=', id)
      .where('state', 'not in', ['kept', 'keeping', 'dropped'])
      .executeTakeFirst()
    if (dropped.numUpdatedRows !== 1n) return false
    await clearStaged(tx, id)
    return true
  })
}

/** Takes away the bytes and rows of an upload that is over. */
export async function clearStaged(db: Database | Transaction, id: string): Promise<void> {
  await db.deleteFrom('upload_piece').where('upload', '=', id).execute()
  await db.deleteFrom('upload_row').where('upload', '=', id).execute()
}

/** What was sent more than a day ago and never kept goes: it names patients. Called by whoever sends next, and every hour. */
export async function sweepUploads(db: Database | Transaction, now: Date): Promise<void> {
  // One statement: what was given up and what goes with it are never apart.
  await sql`
    with over as (
      update upload set state = 'dropped' where began_at < ${new Date(now.getTime() - 86_400_000)}
        and state not in ('kept', 'dropped', 'refused', 'failed') and seen_at < ${new Date(now.getTime() - silentMs)}
      returning id
    ), bytes as (delete from upload_piece where upload in (select id from over))
    delete from upload_row where upload in (select id from over)`.execute(db)
}
