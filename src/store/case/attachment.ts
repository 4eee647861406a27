/** Files of a case: the entry with the digest is in the chain, the bytes are kept beside it, under the same scope. */

import type { z } from 'zod'
import { caseSubject, courseOf } from '#core/pathway/course.ts'
import { attachment } from '#core/pathway/kinds/follow-up.ts'
import type { AcceptedFile } from '../files/accepted-file.ts'
import type { Database, Transaction } from '../open.ts'
import type { Appended } from '../record/append.ts'
import { entriesOfCases } from './read.ts'
import { type CaseStatement, recordInCase } from './record.ts'

type Attachment = z.output<typeof attachment.schema>

/** What the column takes (migrations/0007_case.sql). */
export const largestAttachmentBytes = 20_000_000

export interface FileToAttach extends Omit<CaseStatement<Attachment>, 'kind' | 'body'> {
  readonly title: string
  readonly file: Pick<AcceptedFile, 'type' | 'bytes' | 'digest'>
}

/**
 * Keeps a file's bytes and says in the record that it is there: both, or neither. One that is there already,
 * as when the button was pressed twice, is 'overtaken' by the entry that says so.
 */
export async function attachFile(
  db: Database | Transaction,
  { title, file, ...statement }: FileToAttach,
): Promise<Appended<Attachment>> {
  if (!db.isTransaction)
    return db.transaction().execute((tx) => attachFile(tx, { title, file, ...statement }))
  const { type, digest } = file
  // The second of two at once waits here for the first.
  const isNew = await keepBytes(db, statement.caseId, file)
  const said = isNew ? null : await entrySaying(db, statement.caseId, digest)
  if (said) return { outcome: 'overtaken', since: [said] }
  const recorded = await recordInCase(db, {
    ...statement,
    kind: attachment,
    body: { title, type, bytes: file.bytes.byteLength, digest },
  })
  // Bytes found there may have gone since with the erasure of their last entry; after this entry no other can take them.
  if (!isNew && recorded.outcome === 'appended') await keepBytes(db, statement.caseId, file)
  return recorded
}

/** Keeps a file's bytes; whether they were not there before. */
async function keepBytes(
  db: Database | Transaction,
  caseId: string,
  { type, bytes, digest }: FileToAttach['file'],
): Promise<boolean> {
  const kept = await db
    .insertInto('attachment_bytes')
    .values({
      ...{ case_id: caseId, digest: Buffer.from(digest, 'hex'), type },
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return kept.numInsertedOrUpdatedRows !== 0n
}

async function entrySaying(db: Database | Transaction, caseId: string, digest: string) {
  const entries = (await entriesOfCases(db, [caseId])).get(caseId) ?? []
  const stated = courseOf(caseSubject(caseId), entries).of(attachment)
  const found = stated.find(({ body }) => body.digest === digest)?.entry
  return entries.find(({ id }) => id === found) ?? null
}

/** A case's file by its digest; null where the scope shows none. */
export async function attachedBytes(
  db: Database | Transaction,
  caseId: string,
  digest: string,
): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null> {
  const found = await db
    .selectFrom('attachment_bytes')
    .select(['type', 'bytes'])
    .where('case_id', '=', caseId)
    .where('digest', '=', Buffer.from(digest, 'hex'))
    .executeTakeFirst()
  return found ?? null
}
