/** Withdraws what was published under an id of its own: said in its record once, with the reason, and marked in its table. */

import type { Problem } from '#core/record/entry.ts'
import type { Kind } from '#core/record/kind.ts'
import type { Database } from '../open.ts'
import { append } from './append.ts'

/** Who publishes and withdraws. */
export interface PublicationAuthor {
  /** `person:<id>` */
  readonly id: string
  readonly name: string
  readonly role: string
}

export interface Withdrawal {
  readonly id: string
  readonly reason: string
  readonly author: PublicationAuthor
  readonly at: Date
}

export type Withdrawn =
  | { readonly outcome: 'withdrawn' | 'not-found' }
  /** The reason is the one that stands. */
  | { readonly outcome: 'withdrawn-before'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

export interface Publication {
  readonly kind: Kind<string, { readonly reason: string }>
  readonly subject: string
  readonly table: 'registry_figure' | 'network_report'
}

/** Withdraws one; of two at once one says so, the other is 'withdrawn-before'. */
export async function withdrawPublished(
  db: Database,
  { kind, subject, table }: Publication,
  { id, reason, author, at }: Withdrawal,
): Promise<Withdrawn> {
  const standing = () =>
    db.selectFrom(table).select(['withdrawn_at', 'reason']).where('id', '=', id).executeTakeFirst()
  const known = await standing()
  if (!known) return { outcome: 'not-found' }
  if (known.withdrawn_at) return { outcome: 'withdrawn-before', reason: known.reason ?? '' }
  const answer = await append(
    db,
    {
      subject,
      kind,
      occurredAt: at,
      author: author.id,
      role: author.role,
      organisation: null,
      body: { reason },
    },
    {
      expected: 1,
      project: async (tx, entry) => {
        await tx
          .updateTable(table)
          .set({
            withdrawn_at: new Date(entry.recordedAt),
            withdrawn_by: author.name,
            reason: entry.body?.reason ?? reason,
          })
          .where('id', '=', id)
          .execute()
      },
    },
  )
  if (answer.outcome === 'refused') return answer
  if (answer.outcome === 'appended') return { outcome: 'withdrawn' }
  return { outcome: 'withdrawn-before', reason: (await standing())?.reason ?? '' }
}
