/** What a draft says about other entries: whether it may correct or erase them. */

import { sql } from 'kysely'
import { checkCorrection } from '#core/record/correction.ts'
import type { Draft, Problem } from '#core/record/entry.ts'
import { checkErasure, type Erasure, erasure } from '#core/record/erasure.ts'
import type { Database, Transaction } from '../open.ts'

/** What only the record knows: may this entry be corrected, may that body be erased? */
export async function checkAgainstRecord<Body>(
  db: Database | Transaction,
  draft: Draft<Body>,
): Promise<Problem | null> {
  if (draft.kind.name === erasure.name) {
    return checkErasure(draft.subject, await named(db, (draft.body as Erasure).entry))
  }
  if (draft.corrects === undefined) return null
  return checkCorrection(draft, isUuid(draft.corrects) ? await named(db, draft.corrects) : null)
}

async function named(db: Database | Transaction, id: string) {
  const { rows } = await sql<{
    id: string
    subject: string
    kind: string
    correctedBy: string | null
    hasBody: boolean
  }>`
    select e.id, e.subject, e.kind, c.id as "correctedBy", b.entry is not null as "hasBody"
    from record_entry e left join record_entry c on c.corrects = e.id left join record_body b on b.entry = e.id
    where e.id = ${id}`.execute(db)
  const [entry] = rows
  return entry ? { entry, correctedBy: entry.correctedBy, hasBody: entry.hasBody } : null
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
