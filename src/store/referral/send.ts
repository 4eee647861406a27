/** Sends a referral, once: the case, its referral and, of an onward one, the first case's entry, in one transaction. */

import { sql } from 'kysely'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import { onwardReferral, referral } from '#core/pathway/kinds/referral.ts'
import type { Problem } from '#core/record/entry.ts'
import { openCase } from '../case/open.ts'
import { recordInCase } from '../case/record.ts'
import type { Database, Transaction } from '../open.ts'
import { tellReferrer } from './answer.ts'
import { draftOf, type ReferralDraft } from './draft.ts'

type BodyOf<K> = K extends CaseKind<string, infer Body> ? Body : never
export type ReferralBody = BodyOf<typeof referral>

export interface Sending {
  readonly draft: string
  readonly person: string
  readonly author: string
  readonly role: string
  /** As what the first case's onward referral is signed. */
  readonly onwardRole: string
  readonly organisation: string
  readonly body: ReferralBody
  readonly at: Date
}

export type Sent =
  | { readonly outcome: 'sent'; readonly caseId: string }
  /** It was sent before: the second press of the button, or the page that was gone back to. */
  | { readonly outcome: 'sent-before'; readonly caseId: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'not-found' }

/** The draft's row is locked meanwhile, so that of two presses the second finds it sent. */
export async function sendReferral(db: Database, sending: Sending): Promise<Sent> {
  try {
    return await db.transaction().execute((tx) => send(tx, sending))
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', problems: error.problems }
    throw error
  }
}

/** Ends the transaction, whatever of it was done. */
class Refused extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('refused')
    this.problems = problems
  }
}

async function send(tx: Transaction, sending: Sending): Promise<Sent> {
  await sql`select from referral_draft where id = ${sending.draft} for update`.execute(tx)
  const draft = await draftOf(tx, sending.draft, sending.person)
  if (!draft?.treating) return { outcome: 'not-found' }
  if (draft.caseId) return { outcome: 'sent-before', caseId: draft.caseId }
  const { author, role, organisation, body, at } = sending
  const caseId = await openCase(tx, {
    patient: draft.patient,
    treating: draft.treating,
    referring: organisation,
    ...{ author, role, organisation, at },
  })
  await said(recordInCase(tx, { caseId, kind: referral, body, occurredAt: at, author, role, organisation }))
  if (draft.onwardOf) await sayOnward(tx, sending, draft, caseId)
  // What it said is in the record from now on, and nowhere else.
  await sql`update referral_draft set case_id = ${caseId}, sent_at = ${at}, fields = '{}', reason = null
    where id = ${draft.id}`.execute(tx)
  return { outcome: 'sent', caseId }
}

async function sayOnward(
  tx: Transaction,
  { author, onwardRole, organisation, at, body }: Sending,
  { onwardOf, treating, pathway, reason }: ReferralDraft,
  opened: string,
): Promise<void> {
  await said(
    recordInCase(tx, {
      caseId: onwardOf ?? '',
      kind: onwardReferral,
      body: {
        to: treating ?? '',
        procedure: body.procedure,
        reason: reason ?? body.question,
        ...(pathway ? { pathway } : {}),
        case: opened,
      },
      occurredAt: at,
      author,
      role: onwardRole,
      organisation,
    }),
  )
  await tellReferrer(tx, onwardOf ?? '', organisation, at)
}

async function said(appending: ReturnType<typeof recordInCase>): Promise<void> {
  const appended = await appending
  if (appended.outcome === 'refused') throw new Refused(appended.problems)
  if (appended.outcome === 'overtaken') throw new Error('a statement that expects nothing was overtaken')
}

/** An open case of the same patient at the same service for the same procedure, and when it was opened. */
export async function openAlike(
  db: Database,
  draft: Pick<ReferralDraft, 'patient' | 'treating' | 'procedure' | 'onwardOf'>,
): Promise<{ readonly caseId: string; readonly openedAt: Date } | null> {
  const { rows } = await sql<{ caseId: string; openedAt: Date }>`
    select id as "caseId", opened_at as "openedAt" from care_case
    where patient = ${draft.patient} and treating = ${draft.treating} and procedure = ${draft.procedure}
      and closed_at is null and id is distinct from ${draft.onwardOf}
    order by opened_at desc limit 1`.execute(db)
  return rows[0] ?? null
}
