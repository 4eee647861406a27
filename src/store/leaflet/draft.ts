/** The draft of a leaflet: one for all who edit it, kept at each step; two at once are told of each other. */

import { randomUUID } from 'node:crypto'
import type { LeafletKey, Reasons } from '#core/leaflet/kinds.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import type { Database, Transaction } from '../open.ts'
import type { LeafletAuthor } from './write.ts'

export interface LeafletDraft extends LeafletKey {
  readonly id: string
  /** Of a variant: the version of the master that it follows. Of the master: the version it was begun from. */
  readonly base: string | null
  readonly leaflet: LeafletBody
  readonly reasons: Reasons
  /** Grows with each saving: what a writer saw when they began. */
  readonly revision: number
  readonly savedBy: string
  readonly savedAt: Date
}

const columns = [
  'id',
  'procedure',
  'language',
  'organisation',
  'base',
  'body',
  'reasons',
  'revision',
  'saved_by as savedBy',
  'saved_at as savedAt',
] as const

export async function draftOf(
  db: Database | Transaction,
  { procedure, language, organisation }: LeafletKey,
): Promise<LeafletDraft | null> {
  const row = await db
    .selectFrom('leaflet_draft')
    .select(columns)
    .where('procedure', '=', procedure)
    .where('language', '=', language)
    .where('organisation', organisation === null ? 'is' : '=', organisation)
    .executeTakeFirst()
  if (!row) return null
  const { body, reasons, ...rest } = row
  return {
    ...rest,
    leaflet: JSON.parse(body) as LeafletBody, // the schema let it in
    reasons: JSON.parse(reasons) as Reasons,
  }
}

export interface ListedDraft extends LeafletKey {
  readonly savedBy: string
  readonly savedAt: Date
}

/** The drafts of the master (`organisation` null) or of one service, the latest first. */
export async function draftsOf(db: Database, organisation: string | null): Promise<readonly ListedDraft[]> {
  return db
    .selectFrom('leaflet_draft')
    .select(['procedure', 'language', 'organisation', 'saved_by as savedBy', 'saved_at as savedAt'])
    .where('organisation', organisation === null ? 'is' : '=', organisation)
    .orderBy('saved_at', 'desc')
    .execute()
}

export type DraftSaved =
  | { readonly outcome: 'saved'; readonly revision: number }
  /** Somebody saved since: here is what, and the writer keeps their own words. */
  | { readonly outcome: 'overtaken'; readonly theirs: LeafletDraft | null }

/** @param seen the revision that the writer began from; 0 where there was no draft */
export async function saveDraft(
  db: Database,
  draft: LeafletKey & {
    readonly base: string | null
    readonly leaflet: LeafletBody
    readonly reasons: Reasons
    readonly seen: number
    readonly author: LeafletAuthor
    readonly at: Date
  },
): Promise<DraftSaved> {
  const { procedure, language, organisation, base, seen, author, at } = draft
  const written = {
    base,
    body: JSON.stringify(draft.leaflet),
    reasons: JSON.stringify(draft.reasons),
    revision: seen + 1,
    saved_by_id: author.id,
    saved_by: author.name,
    saved_at: at,
  }
  const saved =
    seen === 0
      ? await db
          .insertInto('leaflet_draft')
          .values({ id: randomUUID(), procedure, language, organisation, ...written })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows === 1n)
      : await db
          .updateTable('leaflet_draft')
          .set(written)
          .where('procedure', '=', procedure)
          .where('language', '=', language)
          .where('organisation', organisation === null ? 'is' : '=', organisation)
          .where('revision', '=', seen)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows === 1n)
  if (saved) return { outcome: 'saved', revision: seen + 1 }
  return { outcome: 'overtaken', theirs: await draftOf(db, draft) }
}

/** Gives a draft up. */
export async function dropDraft(
  db: Database,
  { procedure, language, organisation, seen }: LeafletKey & { readonly seen: number },
): Promise<void> {
  await db
    .deleteFrom('leaflet_draft')
    .where('procedure', '=', procedure)
    .where('language', '=', language)
    .where('organisation', organisation === null ? 'is' : '=', organisation)
    .where('revision', '=', seen)
    .execute()
}
