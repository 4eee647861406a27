/** Forms in the making: kept at every change, seen by whoever writes them alone, gone once recorded. */

import type { Database } from '../open.ts'

/** A form's fields by name, as they were typed. */
export type DraftFields = Readonly<Record<string, readonly string[]>>

export interface CaseDraft {
  /** The id of the entry that it becomes. */
  readonly id: string
  readonly caseId: string
  readonly kind: string
  readonly corrects: string | null
  readonly fields: DraftFields
  /** The position of the record's head when the form was opened. */
  readonly seen: number
  readonly savedAt: Date
}

export interface DraftToKeep extends Omit<CaseDraft, 'savedAt'> {
  readonly person: string
}

const columns = ['id', 'case_id', 'kind', 'corrects', 'fields', 'seen', 'saved_at'] as const

/** Keeps a draft, over what was kept of it before. One of another person or case stays as it is. */
export async function keepDraft(db: Database, draft: DraftToKeep): Promise<void> {
  const { id, caseId, kind, corrects, person, seen } = draft
  const fields = JSON.stringify(draft.fields)
  await db
    .insertInto('case_draft')
    .values({ id, case_id: caseId, kind, corrects, person, fields, seen })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ fields, seen, saved_at: new Date() })
        .where('case_draft.person', '=', person)
        .where('case_draft.case_id', '=', caseId)
        .where('case_draft.kind', '=', kind),
    )
    .execute()
}

export async function draftById(db: Database, person: string, id: string): Promise<CaseDraft | null> {
  const row = await db
    .selectFrom('case_draft')
    .select(columns)
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** A person's drafts in a case, the latest first. */
export async function draftsIn(db: Database, person: string, caseId: string): Promise<readonly CaseDraft[]> {
  const rows = await db
    .selectFrom('case_draft')
    .select(columns)
    .where('person', '=', person)
    .where('case_id', '=', caseId)
    .orderBy('saved_at', 'desc')
    .execute()
  return rows.map(draftOf)
}

export async function dropDraft(db: Database, person: string, id: string): Promise<void> {
  await db.deleteFrom('case_draft').where('id', '=', id).where('person', '=', person).execute()
}

interface Row {
  readonly id: string
  readonly case_id: string
  readonly kind: string
  readonly corrects: string | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly seen: number
  readonly saved_at: Date
}

function draftOf({ id, case_id, kind, corrects, fields, seen, saved_at }: Row): CaseDraft {
  return { id, caseId: case_id, kind, corrects, fields: fields as DraftFields, seen, savedAt: saved_at }
}
