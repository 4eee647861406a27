/** Writes a leaflet's life: a version is handed in, remarked on, signed off, published, withdrawn. Each is an entry. */

import { sql } from 'kysely'
import { changesBetween } from '#core/leaflet/compare.ts'
import {
  type LeafletKey,
  leafletPublished,
  leafletRemark,
  leafletSignedOff,
  leafletSubject,
  leafletWithdrawn,
  leafletWritten,
  type Reasons,
} from '#core/leaflet/kinds.ts'
import { LANGUAGE_NAMES, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { type NotPublishable, nextVersion, whyNotPublishable } from '#core/leaflet/publishing.ts'
import { reasonsNeeded } from '#core/leaflet/variant.ts'
import type { Problem } from '#core/record/entry.ts'
import { leafletAdoption } from '#core/service/kinds.ts'
import type { BodyOf } from '#core/service/state.ts'
import type { Database, Transaction } from '../open.ts'
import { type Appended, append } from '../record/append.ts'
import { recordInService } from '../service/record.ts'
import { type KeptVersion, leafletVersion, publishedLeaflet, versionsOf } from './read.ts'

export interface LeafletAuthor {
  /** `person:<id>` */
  readonly id: string
  readonly name: string
  readonly role: string
}

type Refused = { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
export type HandedIn =
  | { readonly outcome: 'handed-in'; readonly entry: string; readonly version: string }
  | Refused

/** Everything that is said of one leaflet waits for what was said before: two at once come one after the other. */
async function ofLeaflet<Result>(
  db: Database | Transaction,
  key: LeafletKey,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const within = async (tx: Transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${leafletSubject(key)}, 0))`.execute(tx)
    return work(tx)
  }
  return db.isTransaction ? within(db as Transaction) : (db as Database).transaction().execute(within)
}

/**
 * Hands a version in for review: it gets its number, and is what it is from then on.
 *
 * @param base of a variant: the version of the master that it follows; null for the master itself
 */
export function handIn(
  db: Database | Transaction,
  given: {
    readonly leaflet: LeafletBody
    readonly organisation: string | null
    readonly base: string | null
    readonly reasons: Reasons
    readonly note: string
    readonly author: LeafletAuthor
    readonly at: Date
    /** The number that it has already: of what was shipped. */
    readonly version?: string
  },
): Promise<HandedIn> {
  const { leaflet, organisation, note, author, at } = given
  const key = { procedure: leaflet.procedure, language: leaflet.language, organisation }
  return ofLeaflet(db, key, async (tx) => {
    const [latest] = await versionsOf(tx, key)
    const isClinical =
      !latest || changesBetween(latest.leaflet, leaflet).some(({ kind }) => kind === 'clinical')
    const version = given.version ?? nextVersion(latest?.version ?? null, isClinical)
    const body = { ...leaflet, version, signOff: null }
    const master = given.base
      ? await leafletVersion(tx, { ...key, organisation: null, version: given.base })
      : null
    const reasons = master ? reasonsNeeded(master.leaflet, body, given.reasons) : {}
    const answer = await append(
      tx,
      {
        ...{ subject: leafletSubject(key), kind: leafletWritten, occurredAt: at, organisation },
        ...{ author: author.id, role: author.role },
        body: { leaflet: body, base: master?.version ?? null, reasons, note },
      },
      {
        project: async (inner, entry) => {
          await inner
            .insertInto('leaflet_version')
            .values({
              entry: entry.id,
              ...key,
              version,
              base: master?.version ?? null,
              body: JSON.stringify(entry.body?.leaflet ?? body),
              reasons: JSON.stringify(reasons),
              state: 'in-review',
              note,
              author_id: author.id,
              author: author.name,
              written_at: new Date(entry.recordedAt),
            } as never)
            .execute()
          await inner
            .deleteFrom('leaflet_draft')
            .where('procedure', '=', key.procedure)
            .where('language', '=', key.language)
            .where('organisation', organisation === null ? 'is' : '=', organisation)
            .execute()
        },
      },
    )
    if (answer.outcome === 'refused') return answer
    return { outcome: 'handed-in', entry: placed(answer).id, version }
  })
}

/** Notes something to a version, or to one part of it. */
export async function remark(
  db: Database,
  of: KeptVersion,
  said: {
    readonly path: string | null
    readonly words: string
    readonly author: LeafletAuthor
    readonly at: Date
  },
): Promise<{ readonly outcome: 'noted' } | Refused> {
  const { path, words, author, at } = said
  const answer = await append(
    db,
    { ...about(of, author, at), kind: leafletRemark, body: { version: of.version, path, words } },
    {
      project: async (tx, entry) => {
        await tx
          .insertInto('leaflet_remark')
          .values({
            ...{ entry: entry.id, version: of.entry, path, words: entry.body?.words ?? words },
            ...{ author_id: author.id, author: author.name, written_at: new Date(entry.recordedAt) },
          })
          .execute()
      },
    },
  )
  return answer.outcome === 'refused' ? answer : { outcome: 'noted' }
}

export type SignedOff =
  | { readonly outcome: 'signed' }
  | { readonly outcome: 'own-words' | 'signed-before' | 'not-in-review' | 'not-found' }
  | Refused

/** A clinician stands for a version's clinical content. Nobody signs what they wrote themselves. */
export function signOff(
  db: Database,
  asked: {
    readonly entry: string
    readonly profession: string
    readonly author: LeafletAuthor
    readonly at: Date
  },
): Promise<SignedOff> {
  const { author, profession, at } = asked
  return ofVersion<SignedOff>(db, asked.entry, async (tx, version) => {
    if (version.state === 'replaced' || version.state === 'withdrawn') return { outcome: 'not-in-review' }
    if (version.leaflet.signOff) return { outcome: 'signed-before' }
    if (version.authorId === author.id) return { outcome: 'own-words' }
    const answer = await append(
      tx,
      {
        ...about(version, author, at),
        kind: leafletSignedOff,
        body: { version: version.version, name: author.name, role: profession },
      },
      {
        project: async (inner, entry) => {
          await inner
            .updateTable('leaflet_version')
            .set({
              ...{ signed_id: author.id, signed_name: author.name },
              ...{ signed_role: entry.body?.role ?? profession, signed_at: new Date(entry.recordedAt) },
            })
            .where('entry', '=', version.entry)
            .execute()
        },
      },
    )
    return answer.outcome === 'refused' ? answer : { outcome: 'signed' }
  })
}

export type LeafletPublishing =
  | { readonly outcome: 'published' }
  | { readonly outcome: 'not-publishable'; readonly why: NotPublishable }
  | { readonly outcome: 'not-in-review' | 'not-found' }
  | Refused

/**
 * Puts a version into use in place of the one before. A service's variant is at the same time the leaflet
 * that the service has adopted, so that information and consent name it.
 */
export function publish(
  db: Database | Transaction,
  asked: { readonly entry: string; readonly author: LeafletAuthor; readonly at: Date },
): Promise<LeafletPublishing> {
  const { author, at } = asked
  return ofVersion<LeafletPublishing>(db, asked.entry, async (tx, version) => {
    if (version.state !== 'in-review') return { outcome: 'not-in-review' }
    const { procedure, language, organisation } = version
    const inUse = await publishedLeaflet(tx, { procedure, language, organisation })
    const master = version.base
      ? await leafletVersion(tx, { procedure, language, organisation: null, version: version.base })
      : null
    const next = {
      leaflet: version.leaflet,
      isSigned: version.leaflet.signOff !== null,
      reasons: version.reasons,
    }
    const why = whyNotPublishable(next, inUse?.leaflet ?? null, master?.leaflet ?? null)
    if (why) return { outcome: 'not-publishable', why }
    const answer = await append(
      tx,
      { ...about(version, author, at), kind: leafletPublished, body: { version: version.version } },
      {
        project: async (inner, entry) => {
          if (inUse) await setState(inner, inUse.entry, { state: 'replaced' })
          await setState(inner, version.entry, {
            state: 'published',
            published_at: new Date(entry.recordedAt),
          })
        },
      },
    )
    if (answer.outcome === 'refused') return answer
    if (organisation) await adopt(tx, version, organisation, author, at)
    return { outcome: 'published' }
  })
}

/** States in the service's record that it gives this version. */
export async function adopt(
  tx: Database | Transaction,
  version: KeptVersion,
  organisation: string,
  author: LeafletAuthor,
  at: Date,
): Promise<void> {
  const answer = await recordInService(tx, {
    organisation,
    kind: leafletAdoption,
    ...{ author: author.id, role: author.role, occurredAt: at },
    body: adoptionOf(version),
  })
  if (answer.outcome !== 'appended')
    throw new Error(`The adoption of ${version.procedure} was ${answer.outcome}`)
}

/** What a service states when it adopts a version. */
export function adoptionOf({ leaflet, organisation, base }: KeptVersion): BodyOf<typeof leafletAdoption> {
  const { procedure, title, version, language, reviewDue } = leaflet
  return {
    ...{ procedure, title, version, reviewDue, language: LANGUAGE_NAMES[language] },
    source: organisation ? `This service, after the master’s version ${base}` : 'Fourth Pillar',
  }
}

export type LeafletWithdrawing =
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'withdrawn-before' | 'not-found' }
  | Refused

/** Takes a version out of use, with a reason. It stays readable from every consent that names it. */
export function withdraw(
  db: Database,
  asked: {
    readonly entry: string
    readonly reason: string
    readonly author: LeafletAuthor
    readonly at: Date
  },
): Promise<LeafletWithdrawing> {
  const { reason, author, at } = asked
  return ofVersion<LeafletWithdrawing>(db, asked.entry, async (tx, version) => {
    if (version.state === 'withdrawn') return { outcome: 'withdrawn-before' }
    const answer = await append(
      tx,
      { ...about(version, author, at), kind: leafletWithdrawn, body: { version: version.version, reason } },
      {
        project: (inner, entry) =>
          setState(inner, version.entry, {
            ...{ state: 'withdrawn', withdrawn_at: new Date(entry.recordedAt) },
            reason: entry.body?.reason ?? reason,
          }),
      },
    )
    if (answer.outcome === 'refused') return answer
    if (version.organisation && version.state === 'published') await fallBack(tx, version, author, at)
    return { outcome: 'withdrawn' }
  })
}

/** Whose variant is withdrawn gives the master from then on, and its record says so. */
async function fallBack(
  tx: Transaction,
  { procedure, language, organisation }: KeptVersion,
  author: LeafletAuthor,
  at: Date,
): Promise<void> {
  const master = await publishedLeaflet(tx, { procedure, language, organisation: null })
  if (master && organisation) await adopt(tx, master, organisation, author, at)
}

async function ofVersion<Result extends { readonly outcome: string }>(
  db: Database | Transaction,
  entry: string,
  work: (tx: Transaction, version: KeptVersion) => Promise<Result>,
): Promise<Result | { readonly outcome: 'not-found' }> {
  const found = await leafletVersion(db, { entry })
  if (!found) return { outcome: 'not-found' }
  return ofLeaflet(db, found, async (tx) => {
    const version = await leafletVersion(tx, { entry })
    return version ? work(tx, version) : { outcome: 'not-found' as const }
  })
}

function about(version: KeptVersion, author: LeafletAuthor, at: Date) {
  return {
    subject: leafletSubject(version),
    organisation: version.organisation,
    author: author.id,
    role: author.role,
    occurredAt: at,
  }
}

async function setState(
  tx: Transaction,
  entry: string,
  values: { readonly state: 'published' | 'replaced' | 'withdrawn'; readonly [column: string]: unknown },
): Promise<void> {
  await tx.updateTable('leaflet_version').set(values).where('entry', '=', entry).execute()
}

/** Nothing else writes while the leaflet is held. */
function placed<Body>(answer: Exclude<Appended<Body>, Refused>) {
  if (answer.outcome === 'overtaken') throw new Error('No place in the chain was asked for')
  return answer.entry
}
