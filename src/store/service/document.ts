/** The files that a service's entries show: kept with the entry that names them, read with their digest. */

import { serviceSubject } from '#core/census/kinds.ts'
import { document } from '#core/service/kinds/said-of.ts'
import type { BodyOf } from '#core/service/state.ts'
import type { AcceptedFile } from '../files/accepted-file.ts'
import type { Database } from '../open.ts'
import type { Appended } from '../record/append.ts'
import { entry as readEntry } from '../record/read.ts'
import { recordInService } from './record.ts'

export interface NewDocument {
  readonly id?: string
  readonly organisation: string
  /** The first statement of what it belongs to. */
  readonly of: string
  readonly title: string
  readonly file: AcceptedFile
  readonly at: Date
  readonly author: string
  readonly role: string
}

/** Appends the entry and keeps the bytes, both or neither. */
export function addDocument(db: Database, given: NewDocument): Promise<Appended<BodyOf<typeof document>>> {
  const { id, organisation, of, title, file, at, author, role } = given
  const body = { of, title, name: file.name, type: file.type, bytes: file.size, digest: file.digest }
  return recordInService(
    db,
    { ...(id ? { id } : {}), organisation, kind: document, body, occurredAt: at, author, role },
    {
      project: async (tx, entry) => {
        await tx
          .insertInto('service_file')
          .values({
            entry: entry.id,
            organisation,
            digest: Buffer.from(file.digest, 'hex'),
            bytes: Buffer.from(file.bytes),
          })
          .execute()
      },
    },
  )
}

export interface KeptDocument {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A document of this organisation with its bytes; null where there is none, or where it was erased. */
export async function documentOf(
  db: Database,
  organisation: string,
  id: string,
): Promise<KeptDocument | null> {
  const [entry, file] = await Promise.all([
    readEntry(db, id),
    db
      .selectFrom('service_file')
      .select('bytes')
      .where('entry', '=', id)
      .where('organisation', '=', organisation)
      .executeTakeFirst(),
  ])
  if (!entry?.body || !file) return null
  if (entry.kind !== document.name || entry.subject !== serviceSubject(organisation)) return null
  const { name, type } = entry.body as BodyOf<typeof document>
  return { name, type, bytes: file.bytes }
}
