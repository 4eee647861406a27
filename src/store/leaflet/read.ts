/** Reads leaflets: the version in use, one of its versions for good, what waits for review, who uses what. */

import type { ExpressionBuilder } from 'kysely'
import type { LeafletKey, Reasons } from '#core/leaflet/kinds.ts'
import type { Language, LeafletBody } from '#core/leaflet/leaflet.ts'
import type { Database, Transaction } from '../open.ts'
import type { Tables } from '../tables.ts'
import type { LeafletState } from './tables.ts'

export interface KeptVersion extends LeafletKey {
  /** The entry that handed it in: its permanent address. */
  readonly entry: string
  readonly version: string
  /** Of a variant: the master's version that it follows. */
  readonly base: string | null
  /** With the sign-off, where there is one. */
  readonly leaflet: LeafletBody
  readonly reasons: Reasons
  readonly state: LeafletState
  readonly note: string
  readonly authorId: string
  readonly author: string
  readonly writtenAt: Date
  readonly publishedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly reason: string | null
}

const facts = [
  'entry',
  'procedure',
  'language',
  'organisation',
  'version',
  'base',
  'state',
  'note',
  'author_id as authorId',
  'author',
  'written_at as writtenAt',
  'published_at as publishedAt',
  'withdrawn_at as withdrawnAt',
  'reason',
] as const
const whole = [...facts, 'body', 'reasons', 'signed_name', 'signed_role', 'signed_at'] as const

/** The rows of one leaflet: of the master where no organisation is named. */
const isOf =
  ({ procedure, language, organisation }: LeafletKey) =>
  (each: ExpressionBuilder<Tables, 'leaflet_version'>) =>
    each.and([
      each('procedure', '=', procedure),
      each('language', '=', language),
      each('organisation', organisation === null ? 'is' : '=', organisation),
    ])

/** The version in use; null where there is none. Of an organisation without a variant, ask for the master. */
export async function publishedLeaflet(
  db: Database | Transaction,
  key: LeafletKey,
): Promise<KeptVersion | null> {
  const row = await db
    .selectFrom('leaflet_version')
    .select(whole)
    .where(isOf(key))
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row ? versionOf(row) : null
}

/** What a patient of a service is given: its own variant, else the master. One query. */
export async function leafletInUse(
  db: Database | Transaction,
  { procedure, language, organisation }: LeafletKey,
): Promise<KeptVersion | null> {
  const rows = await db
    .selectFrom('leaflet_version')
    .select(whole)
    .where('procedure', '=', procedure)
    .where('language', '=', language)
    .where((each) => each.or([each('organisation', 'is', null), each('organisation', '=', organisation)]))
    .where('state', '=', 'published')
    .execute()
  const row = rows.find((each) => each.organisation === organisation) ?? rows[0]
  return row ? versionOf(row) : null
}

/** One version by its entry or by its number; withdrawn ones stay readable. Null: there is none. */
export async function leafletVersion(
  db: Database | Transaction,
  asked: { readonly entry: string } | (LeafletKey & { readonly version: string }),
): Promise<KeptVersion | null> {
  const select = db.selectFrom('leaflet_version').select(whole)
  if ('entry' in asked) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(asked.entry)) return null
    const row = await select.where('entry', '=', asked.entry).executeTakeFirst()
    return row ? versionOf(row) : null
  }
  const row = await select.where(isOf(asked)).where('version', '=', asked.version).executeTakeFirst()
  return row ? versionOf(row) : null
}

/** Every version of one leaflet, the latest first. */
export async function versionsOf(
  db: Database | Transaction,
  key: LeafletKey,
): Promise<readonly KeptVersion[]> {
  const rows = await db
    .selectFrom('leaflet_version')
    .select(whole)
    .where(isOf(key))
    .orderBy('written_at', 'desc')
    .orderBy('entry', 'desc')
    .execute()
  return rows.map(versionOf)
}

/** The versions in use of the master (`organisation` null) or of one service's variants, by procedure. */
export async function leafletsInUse(
  db: Database | Transaction,
  organisation: string | null,
): Promise<readonly KeptVersion[]> {
  const rows = await versionsThatAre('published', db, organisation)
    .orderBy('procedure')
    .orderBy('language')
    .execute()
  return rows.map(versionOf)
}

/** What waits for a reviewer: of the master, or of one service's variants; the oldest first. */
export async function versionsInReview(
  db: Database | Transaction,
  organisation: string | null,
): Promise<readonly KeptVersion[]> {
  const rows = await versionsThatAre('in-review', db, organisation).orderBy('written_at').limit(200).execute()
  return rows.map(versionOf)
}

function versionsThatAre(state: LeafletState, db: Database | Transaction, organisation: string | null) {
  return db
    .selectFrom('leaflet_version')
    .select(whole)
    .where('organisation', organisation === null ? 'is' : '=', organisation)
    .where('state', '=', state)
}

export interface Remark {
  readonly entry: string
  readonly path: string | null
  readonly words: string
  readonly author: string
  readonly at: Date
}

/** What reviewers noted to a version, in order. */
export async function remarksOn(db: Database | Transaction, entry: string): Promise<readonly Remark[]> {
  return db
    .selectFrom('leaflet_remark')
    .select(['entry', 'path', 'words', 'author', 'written_at as at'])
    .where('version', '=', entry)
    .orderBy('written_at')
    .execute()
}

interface VersionRow extends Omit<KeptVersion, 'leaflet' | 'reasons'> {
  readonly language: Language
  readonly body: string
  readonly reasons: string
  readonly signed_name: string | null
  readonly signed_role: string | null
  readonly signed_at: Date | null
}

function versionOf({ body, reasons, signed_name, signed_role, signed_at, ...row }: VersionRow): KeptVersion {
  // Both were checked by their schema when they were handed in, and no update can reach them since.
  const leaflet = JSON.parse(body) as LeafletBody
  const signOff =
    signed_name && signed_role && signed_at
      ? { name: signed_name, role: signed_role, on: signed_at.toISOString().slice(0, 10) }
      : null
  return { ...row, leaflet: { ...leaflet, signOff }, reasons: JSON.parse(reasons) as Reasons }
}
