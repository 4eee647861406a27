/** Writes into a case: the only way. The entry and the mark that the case is to be folded anew are one statement. */

import { type Compilable, sql } from 'kysely'
import { ukDay } from '#core/calendar/uk-day.ts'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import { caseSubject } from '#core/pathway/course.ts'
import { death } from '#core/pathway/kinds/follow-up.ts'
import { onwardReferral, referral } from '#core/pathway/kinds/referral.ts'
import type { Database, Transaction } from '../open.ts'
import { type Appended, append } from '../record/append.ts'

export interface CaseStatement<Body> {
  readonly caseId: string
  /** Of the entry, where its form has given it one already; the same twice is said once. */
  readonly id?: string
  readonly kind: CaseKind<string, Body>
  readonly body: Body
  readonly occurredAt: Date
  readonly author: string
  readonly role: string
  readonly organisation: string
  readonly corrects?: string
}

/**
 * Says something in a case's record. Organisations that it names as referring, or as referred to, take
 * part from then on.
 *
 * @param options.expected the position of the head that the writer saw; another means 'overtaken'
 * @throws StoreError 'rights-missing' when the scope does not let them write into this case: whoever asks
 *   for a case that they do not see is told before, by `readCase`, that there is none
 */
export async function recordInCase<Body>(
  db: Database | Transaction,
  statement: CaseStatement<Body>,
  options: { readonly expected?: number } = {},
): Promise<Appended<Body>> {
  const { caseId, ...said } = statement
  const draft = { ...said, subject: caseSubject(caseId) }
  return append<Body>(db, draft, { ...options, alongside: () => alongside(db, statement) })
}

function alongside<Body>(db: Database | Transaction, statement: CaseStatement<Body>): Compilable[] {
  const { caseId, kind, body, occurredAt } = statement
  const named = organisationsNamed(kind.name, body)
  const marked = db
    .updateTable('care_case')
    .set({ stale: true, revision: sql<number>`revision + 1` })
    .$if(named.length > 0, (query) =>
      query.set({
        organisations: sql<string[]>`(select array_agg(distinct code order by code)
          from unnest(organisations || ${named}::text[]) as code)`,
      }),
    )
    .where('id', '=', caseId)
  if (kind.name !== death.name) return [marked]
  const died = db
    .updateTable('patient')
    .set({ died_on: ukDay(occurredAt.toISOString()) })
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('care_case').select('care_case.patient').where('care_case.id', '=', caseId),
    )
  return [marked, died]
}

/** Those that an entry lets in: where it is referred from, where it is referred to. */
function organisationsNamed(kind: string, body: unknown): string[] {
  const { from, to } = body as { readonly from?: unknown; readonly to?: unknown }
  if (kind === referral.name && typeof from === 'string') return [from]
  if (kind === onwardReferral.name && typeof to === 'string') return [to]
  return []
}
