/** Published figures: released once from a snapshot, kept as they were, withdrawn with a reason. */

import { v7 as newId } from 'uuid'
import { canonical } from '#core/record/digest.ts'
import type { Problem } from '#core/record/entry.ts'
import { figureDigest } from '#core/registry/figure/digest.ts'
import type { ReleasedFigure } from '#core/registry/figure/figure.ts'
import { figurePublished, figureSubject, figureWithdrawn } from '#core/registry/figure/kinds.ts'
import type { FigureKind } from '#core/registry/figure-spec.ts'
import type { Database } from '../open.ts'
import { append } from '../record/append.ts'
import {
  type PublicationAuthor,
  type Withdrawal,
  type Withdrawn,
  withdrawPublished,
} from '../record/withdraw.ts'

export interface ListedFigure {
  readonly id: string
  readonly title: string
  readonly finding: string
  readonly kind: FigureKind
  readonly author: string
  readonly snapshot: string
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
}

export interface PublishedFigure extends ListedFigure {
  readonly digest: string
  readonly authorId: string
  readonly released: ReleasedFigure
  readonly reason: string | null
}

export type Published =
  | { readonly outcome: 'published'; readonly id: string; readonly digest: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  /** It was released for somebody, not for everybody. */
  | { readonly outcome: 'not-public' }

export async function publishFigure(
  db: Database,
  {
    released,
    snapshot,
    title,
    author,
    at,
  }: {
    readonly released: ReleasedFigure
    readonly snapshot: string
    readonly title: string
    readonly author: PublicationAuthor
    readonly at: Date
  },
): Promise<Published> {
  if (released.audience.who !== 'public') return { outcome: 'not-public' }
  const id = newId()
  const digest = figureDigest(released, snapshot)
  const { spec, finding } = released
  const answer = await append(
    db,
    {
      subject: figureSubject(id),
      kind: figurePublished,
      occurredAt: at,
      author: author.id,
      role: author.role,
      organisation: null,
      body: { title, finding, spec, snapshot, digest },
    },
    {
      expected: 0,
      project: async (tx, entry) => {
        await tx
          .insertInto('registry_figure')
          .values({
            id,
            snapshot,
            title: entry.body?.title ?? title,
            finding,
            kind: spec.kind,
            author: author.name,
            author_id: author.id,
            published_at: new Date(entry.recordedAt),
            digest,
            released: canonical(released),
            withdrawn_at: null,
            withdrawn_by: null,
            reason: null,
          })
          .execute()
      },
    },
  )
  if (answer.outcome === 'refused') return answer
  if (answer.outcome === 'overtaken') throw new Error(`A new figure ${id} had entries already`)
  return { outcome: 'published', id, digest }
}

/** Withdraws a figure: its page stays, with the reason. */
export function withdrawFigure(db: Database, withdrawal: Withdrawal): Promise<Withdrawn> {
  const subject = figureSubject(withdrawal.id)
  return withdrawPublished(db, { kind: figureWithdrawn, subject, table: 'registry_figure' }, withdrawal)
}

const listed = [
  'id',
  'title',
  'finding',
  'kind',
  'author',
  'snapshot',
  'published_at as publishedAt',
  'withdrawn_at as withdrawnAt',
] as const

/** The latest first; those that were withdrawn at the end. */
export async function publishedFigures(db: Database, atMost = 200): Promise<readonly ListedFigure[]> {
  const rows = await db
    .selectFrom('registry_figure')
    .select(listed)
    .orderBy((each) => each('withdrawn_at', 'is not', null))
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as FigureKind }))
}

/** One figure; null where there is none of that id. */
export async function publishedFigure(db: Database, id: string): Promise<PublishedFigure | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const row = await db
    .selectFrom('registry_figure')
    .select([...listed, 'digest', 'author_id as authorId', 'released', 'reason'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  // It went through the gate when it was published, and no update can reach it since.
  const released = JSON.parse(row.released) as ReleasedFigure
  return { ...row, kind: row.kind as FigureKind, released }
}
