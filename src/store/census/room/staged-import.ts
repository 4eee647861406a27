/** Files of answers between their upload and their import, and the mapping that is kept with an edition. */

import { randomUUID } from 'node:crypto'
import type { CellTable } from '#core/census/import.ts'
import { type Mapping, mappingSchema } from '#core/census/import-mapping.ts'
import type { Database, Transaction } from '../../open.ts'

export interface StagedImport {
  readonly id: string
  readonly edition: string
  readonly person: string
  readonly fileName: string
  readonly table: CellTable
  readonly note: string | null
  readonly mapping: Mapping
  readonly createdAt: Date
  readonly importedAt: Date | null
  readonly imported: number | null
}

/** A file is kept for a day. */
const keptHours = 24

/** Keeps a file that was read. Answers its id; files whose time is over go. */
export async function stageImport(
  db: Database,
  given: Pick<StagedImport, 'edition' | 'person' | 'fileName' | 'table' | 'note' | 'mapping'>,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  await db.deleteFrom('census_import').where('expires_at', '<', now).execute()
  await db
    .insertInto('census_import')
    .values({
      id,
      edition: given.edition,
      person: given.person,
      file_name: given.fileName,
      columns: JSON.stringify(given.table.header),
      rows: JSON.stringify(given.table.rows),
      note: given.note,
      mapping: JSON.stringify(given.mapping),
      created_at: now,
      expires_at: new Date(now.getTime() + keptHours * 3_600_000),
    })
    .execute()
  return id
}

/** A file that is kept for this person; null when there is none, or its time is over. */
export async function stagedImport(
  db: Database | Transaction,
  given: { readonly id: string; readonly edition: string; readonly person: string },
  now: Date,
): Promise<StagedImport | null> {
  const row = await db
    .selectFrom('census_import')
    .selectAll()
    .where('id', '=', given.id)
    .where('edition', '=', given.edition)
    .where('person', '=', given.person)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    edition: row.edition,
    person: row.person,
    fileName: row.file_name,
    table: { header: row.columns, rows: row.rows },
    note: row.note,
    mapping: mappingSchema.parse(row.mapping),
    createdAt: row.created_at,
    importedAt: row.imported_at,
    imported: row.imported,
  }
}

/** The mapping that an edition's earlier files left; empty: none was kept. */
export async function keptMapping(db: Database, edition: string): Promise<Mapping> {
  const row = await db
    .selectFrom('census_mapping')
    .select('mapping')
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row ? (mappingSchema.safeParse(row.mapping).data ?? []) : []
}

const mostKept = 500

/** Changes the mapping of a file, and keeps it with the edition for the next file with the same columns. */
export async function changeMapping(
  db: Database,
  staged: Pick<StagedImport, 'id' | 'edition'>,
  mapping: Mapping,
): Promise<void> {
  const here = new Set(mapping.map(({ column }) => column))
  const others = (await keptMapping(db, staged.edition)).filter(({ column }) => !here.has(column))
  const kept = JSON.stringify([...mapping, ...others].slice(0, mostKept))
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('census_import')
      .set({ mapping: JSON.stringify(mapping) })
      .where('id', '=', staged.id)
      .execute()
    await tx
      .insertInto('census_mapping')
      .values({ edition: staged.edition, mapping: kept })
      .onConflict((conflict) =>
        conflict.column('edition').doUpdateSet({ mapping: kept, updated_at: new Date() }),
      )
      .execute()
  })
}
