/** Writes into a case: the only way. The entry, the mark that the case is to be folded anew and the end of its draft are one statement. */

import { type Compilable, CompiledQuery } from 'kysely'
import { ukDay } from '#core/calendar/uk-day.ts'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import { caseSubject } from '#core/pathway/course.ts'
import { death } from '#core/pathway/kinds/follow-up.ts'
import { onwardReferral, referral } from '#core/pathway/kinds/referral.ts'
import type { Database, Transaction } from '../open.ts'
import { type Appended, append } from '../record/append.ts'

export interface CaseStatement<Body> {
  readonly caseId: string
  /** Of the entry, where its form has given it one already; the same twice is said once. Its draft goes. */
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
  return append<Body>(db, draft, { ...options, alongside: () => alongside(statement) })
}

function alongside<Body>({ id, caseId, kind, body, occurredAt }: CaseStatement<Body>): Compilable[] {
  const named = organisationsNamed(kind.name, body)
  return [
    ...(named.length > 0 ? [statement(letIn, [caseId, named])] : []),
    ...(id ? [statement(dropDraft, [id])] : []),
    ...(kind.name === death.name ? [statement(died, [caseId, ukDay(occurredAt.toISOString())])] : []),
  ]
}

// Written out: they go with every entry of a case, and building a query costs more than checking the entry's body.
const letIn = `
  update care_case set organisations = (
    select array_agg(distinct code order by code) from unnest(organisations || $2::text[]) as code
  ) where id = $1`
const died = 'update patient set died_on = $2 where id = (select patient from care_case where id = $1)'

// A draft has the id of the entry that it becomes; row-level security lets only whoever writes it see it.
const dropDraft = 'delete from case_draft where id = $1'

const statement = (text: string, values: unknown[]): Compilable => ({
  compile: () => CompiledQuery.raw(text, values),
})

/** Those that an entry lets in: where it is referred from, where it is referred to. */
function organisationsNamed(kind: string, body: unknown): string[] {
  const { from, to } = body as { readonly from?: unknown; readonly to?: unknown }
  if (kind === referral.name && typeof from === 'string') return [from]
  if (kind === onwardReferral.name && typeof to === 'string') return [to]
  return []
}
