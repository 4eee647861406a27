/** The lead's notes on an organisation, and messages back to its respondent about an answer. */

import { randomUUID } from 'node:crypto'
import { queueMail } from '../mail/message.ts'
import type { Database } from '../open.ts'
import { bumpRevision } from './edition.ts'
import { issueLinks } from './link.ts'

export interface Note {
  readonly id: string
  readonly author: string
  readonly kind: 'note' | 'message'
  /** The question that it is about. */
  readonly question: string | null
  readonly text: string
  readonly writtenAt: Date
  readonly settledAt: Date | null
}

interface NewNote {
  readonly edition: string
  readonly organisation: string
  /** `person:<id>` */
  readonly author: string
  readonly question: string | null
  readonly text: string
}

/** Notes and messages about an organisation in an edition, the newest first. */
export async function notesOf(db: Database, edition: string, organisation: string): Promise<readonly Note[]> {
  return db
    .selectFrom('census_note')
    .select([
      'id',
      'author',
      'kind',
      'question',
      'text',
      'written_at as writtenAt',
      'settled_at as settledAt',
    ])
    .where('edition', '=', edition)
    .where('organisation', '=', organisation)
    .orderBy('written_at', 'desc')
    .execute()
}

/** A note that only the census team sees. */
export async function addNote(db: Database, note: NewNote, now: Date): Promise<string> {
  const id = randomUUID()
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('census_note')
      .values({ id, ...note, kind: 'note', written_at: now })
      .execute()
    await bumpRevision(tx, note.edition)
  })
  return id
}

/**
 * A message to the organisation's contacts, by mail with a fresh link to their answers; they see it on
 * the pages too until it is settled. Answers to how many it goes.
 */
export async function sendMessage(
  db: Database,
  message: NewNote & { readonly expiresAt: Date },
  now: Date,
): Promise<{ readonly id: string; readonly recipients: number }> {
  const id = randomUUID()
  const { expiresAt, ...note } = message
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('census_note')
      .values({ id, ...note, kind: 'message', written_at: now })
      .execute()
    const contacts = await tx
      .selectFrom('census_contact')
      .select(['id', 'organisation', 'email'])
      .where('organisation', '=', note.organisation)
      .where('email', 'is not', null)
      .where('bounced_at', 'is', null)
      .where('retired_at', 'is', null)
      .execute()
    await issueLinks(tx, { edition: note.edition, wave: 'first', contacts, expiresAt })
    const links = await tx
      .selectFrom('census_link')
      .select(['id', 'contact'])
      .where('edition', '=', note.edition)
      .where('wave', '=', 'first')
      .where('revoked_at', 'is', null)
      .where('contact', 'in', [...contacts.map((contact) => contact.id), randomUUID()])
      .execute()
    const mails = contacts.flatMap((contact) => {
      const link = links.find((each) => each.contact === contact.id)
      if (!link || contact.email === null) return []
      const about = { edition: note.edition, organisation: note.organisation, link: link.id, note: id }
      return [{ purpose: 'message' as const, recipient: contact.email, ...about }]
    })
    await queueMail(tx, mails, now)
    await bumpRevision(tx, note.edition)
    return { id, recipients: mails.length }
  })
}

/** Settled: answered, or no longer of matter. False: there is none, or it was settled before. */
export async function settleNote(
  db: Database,
  {
    id,
    edition,
    organisation,
  }: { readonly id: string; readonly edition: string; readonly organisation: string },
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const settled = await tx
      .updateTable('census_note')
      .set({ settled_at: now })
      .where('id', '=', id)
      .where('edition', '=', edition)
      .where('organisation', '=', organisation)
      .where('kind', '=', 'message')
      .where('settled_at', 'is', null)
      .executeTakeFirst()
    if (settled.numUpdatedRows === 1n) await bumpRevision(tx, edition)
    return settled.numUpdatedRows === 1n
  })
}
