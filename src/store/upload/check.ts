/** The dry run: every row of a file is read and judged, and stands by as it would be kept. */

import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '#core/record/digest.ts'
import { rowReader } from '#core/registry/upload/row.ts'
import { readTable } from '../files/read-table.ts'
import { type StreamedRow, streamTable, UnreadableFile } from '../files/stream-table.ts'
import type { Database, Transaction } from '../open.ts'
import { pieces } from './pieces.ts'
import { wholeOf } from './receive.ts'
import type { Upload } from './upload.ts'

/** Beyond these, problems are counted and not kept: whoever reads a thousand knows what to do. */
export const mostProblemsKept = 1000
/** A slice of work after which others are served. */
const rowsAtOnce = 250

interface CheckedRow {
  readonly line: number
  readonly key: string
  readonly digest: string
  readonly body: string
}

interface Found {
  readonly line: number
  readonly field: string | null
  readonly value: string | null
  readonly words: string
}

/** The work of one check, as it goes on. */
interface Checking {
  readonly db: Database
  readonly upload: Upload
  rows: CheckedRow[]
  found: Found[]
  rowsRead: number
  refused: number
  problems: number
}

/**
 * Checks an upload that was received, from its beginning: whatever an earlier check left goes first. What it comes to stands in
 * the upload. Ends early, and leaves nothing, when the upload is given up meanwhile.
 *
 * @param today in the United Kingdom, as 2026-11-22
 */
export async function checkUpload(db: Database, upload: Upload, today: string): Promise<void> {
  await db.deleteFrom('upload_row').where('upload', '=', upload.id).execute()
  await db.deleteFrom('upload_problem').where('upload', '=', upload.id).execute()
  const checking: Checking = { db, upload, rows: [], found: [], rowsRead: 0, refused: 0, problems: 0 }
  try {
    const read = rowReader(upload.mapping, today)
    for await (const { line, cells } of await rowsOf(db, upload)) {
      const row = read(cells)
      if (row === null) continue
      checking.rowsRead += 1
      if (row.problems === undefined) checking.rows.push(standingBy(line, row.body))
      else {
        checking.refused += 1
        for (const { column, value, words } of row.problems)
          note(checking, { line, field: column, value, words })
      }
      if (checking.rowsRead % rowsAtOnce === 0 && !(await write(checking))) return
    }
    if (!(await write(checking))) return
    await noteDoubles(checking)
    if (checking.rowsRead === 0) note(checking, { ...wholeFile, words: 'The file has headings and no rows' })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    note(checking, { ...wholeFile, words: error.message })
  }
  if (await write(checking)) await finish(checking)
}

/** Of no line alone. */
const wholeFile = { line: 0, field: null, value: null }

function standingBy(line: number, body: { readonly localKey: string }): CheckedRow {
  const text = canonical(body)
  return { line, key: body.localKey, digest: hash('sha256', text, 'hex'), body: text }
}

function note(checking: Checking, found: Found): void {
  checking.problems += 1
  if (checking.problems <= mostProblemsKept) checking.found.push(found)
}

async function rowsOf(
  db: Database,
  upload: Upload,
): Promise<AsyncIterable<StreamedRow> | Iterable<StreamedRow>> {
  const first = await pieces(db, upload.id).next()
  if (!first.done && first.value.subarray(0, 2).toString('latin1') === 'PK') {
    const table = await readTable(await wholeOf(db, upload.id), 'file.xlsx')
    if ('problem' in table) throw new UnreadableFile(table.problem)
    return table.rows
  }
  return withoutHeader(streamTable(pieces(db, upload.id), upload.encoding))
}

async function* withoutHeader(rows: AsyncIterable<StreamedRow>): AsyncGenerator<StreamedRow> {
  let isHeader = true
  for await (const row of rows) {
    if (!isHeader) yield row
    isHeader = false
  }
}

/** Writes what has gathered, with a sign of life. False: the upload is not being checked any more. */
async function write(checking: Checking): Promise<boolean> {
  const { db, upload, rows, found, rowsRead, refused, problems } = checking
  checking.rows = []
  checking.found = []
  // Together: nothing stands by for an upload that was given up meanwhile.
  return db.transaction().execute(async (tx) => {
    const alive = await tx
      .updateTable('upload')
      .set({ rows_read: rowsRead, rows_refused: refused, problems, seen_at: new Date() })
      .where('id', '=', upload.id)
      .where('state', '=', 'checking')
      .executeTakeFirst()
    if (alive.numUpdatedRows !== 1n) return false
    await writeRows(tx, upload, rows)
    await writeFound(tx, upload, found)
    return true
  })
}

async function writeRows(tx: Transaction, upload: Upload, rows: readonly CheckedRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into upload_row (upload, organisation, line, local_key, digest, body)
    select ${upload.id}, ${upload.organisation}, line, key, decode(digest, 'hex'), body
    from unnest(${rows.map(({ line }) => line)}::integer[], ${rows.map(({ key }) => key)}::text[],
      ${rows.map(({ digest }) => digest)}::text[], ${rows.map(({ body }) => body)}::text[]) as g (line, key, digest, body)`.execute(
    tx,
  )
}

async function writeFound(tx: Transaction, upload: Upload, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const kept = await tx
    .selectFrom('upload_problem')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('upload', '=', upload.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('upload_problem')
    .values(
      found.map((each, index) => ({
        ...each,
        upload: upload.id,
        organisation: upload.organisation,
        number: kept.last + index + 1,
      })),
    )
    .execute()
}

/** The same key twice in one file: nobody knows which row holds. */
async function noteDoubles(checking: Checking): Promise<void> {
  const { db, upload } = checking
  const { rows } = await sql<{ line: number; first: number; key: string }>`
    select line, first, local_key as key from (
      select line, local_key, min(line) over (partition by local_key) as first from upload_row where upload = ${upload.id}
    ) as each where line <> first order by line limit ${mostProblemsKept + 1}`.execute(db)
  const field = upload.mapping.find(({ holds }) => holds === 'localKey')?.column ?? null
  checking.refused += rows.length
  for (const { line, first } of rows)
    note(checking, {
      line,
      field,
      value: null,
      words: `The same key is on line ${first} already. Keep one of the two rows`,
    })
}

/** What keeping it would do. */
async function finish({ db, upload }: Checking): Promise<void> {
  await sql`
    with compared as (
      select count(*) filter (where t.id is null) as fresh,
        count(*) filter (where t.id is not null and (t.digest <> r.digest or t.withdrawn_at is not null)) as changed,
        count(*) filter (where t.digest = r.digest and t.withdrawn_at is null) as same
      from upload_row r left join past_treatment t on t.organisation = r.organisation and t.local_key = r.local_key
      where r.upload = ${upload.id}
    )
    update upload set state = 'checked', rows_new = fresh, rows_changed = changed, rows_same = same,
      seen_at = clock_timestamp()
    from compared where id = ${upload.id} and state = 'checking'`.execute(db)
}
