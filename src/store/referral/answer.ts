/** Answers a referral: the entry and the referrer's letter in one transaction; the second of two at once is told. */

import type { CaseKind } from '#core/pathway/case-kind.ts'
import { courseOf } from '#core/pathway/course.ts'
import { referralAnswer } from '#core/pathway/kinds/referral.ts'
import { referralOf } from '#core/pathway/reading/referral.ts'
import type { Entry } from '#core/record/entry.ts'
import { entriesOfCases } from '../case/read.ts'
import { recordInCase } from '../case/record.ts'
import { queueMail } from '../mail/message.ts'
import type { Database, Transaction } from '../open.ts'

export type AnswerBody = typeof referralAnswer extends CaseKind<string, infer Body> ? Body : never

export interface GivenAnswer {
  readonly caseId: string
  readonly body: AnswerBody
  /** The position of the record that the writer saw. */
  readonly seen: number
  readonly author: string
  readonly role: string
  readonly organisation: string
  readonly at: Date
}

export type Answered =
  | { readonly outcome: 'answered' }
  /** Somebody answered meanwhile. */
  | { readonly outcome: 'overtaken'; readonly since: Entry }
  | { readonly outcome: 'refused'; readonly words: string }

const mostAttempts = 5

/**
 * Answers. What others wrote meanwhile is no matter unless it is an answer too; the same answer sent twice by
 * one person is one.
 */
export async function answerReferral(db: Database, given: GivenAnswer): Promise<Answered> {
  let { seen } = given
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const outcome = await db.transaction().execute((tx) => answerAt(tx, given, seen))
    if (typeof outcome !== 'number') return outcome
    seen = outcome
  }
  throw new Error('the record was written to without end')
}

/** The head to try again from, where what was written meanwhile is no answer. */
async function answerAt(tx: Transaction, given: GivenAnswer, seen: number): Promise<Answered | number> {
  const { caseId, body, author, role, organisation, at } = given
  const standing = await lastAnswer(tx, caseId)
  // Sent again with the back button: it is the answer that stands, and the referrer has been told.
  if (standing && isSame(standing, given)) return { outcome: 'answered' }
  const said = await recordInCase(
    tx,
    { caseId, kind: referralAnswer, body, occurredAt: at, author, role, organisation },
    { expected: seen },
  )
  if (said.outcome === 'refused') return { outcome: 'refused', words: said.problems[0]?.words ?? '' }
  if (said.outcome === 'overtaken') {
    const other = said.since.findLast(({ kind }) => kind === referralAnswer.name)
    if (!other) return said.since.at(-1)?.position ?? seen
    return isSame(other, given) ? { outcome: 'answered' } : { outcome: 'overtaken', since: other }
  }
  await tellReferrer(tx, caseId, organisation, at)
  return { outcome: 'answered' }
}

async function lastAnswer(tx: Transaction, caseId: string) {
  const entries = (await entriesOfCases(tx, [caseId])).get(caseId) ?? []
  return referralOf(courseOf(`case:${caseId}`, entries))?.answers.at(-1)
}

const isSame = (one: Pick<Entry, 'author' | 'body'>, { author, body }: GivenAnswer): boolean =>
  one.author === author && JSON.stringify(sorted(one.body as object)) === JSON.stringify(sorted(body))

/** As the record keeps a body: its names in order. */
const sorted = (body: object) =>
  Object.fromEntries(Object.entries(body).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** Mails whoever signed the referral, where they can sign in and refer from another organisation. */
export async function tellReferrer(
  tx: Transaction,
  caseId: string,
  answering: string,
  at: Date,
): Promise<void> {
  const entries = (await entriesOfCases(tx, [caseId])).get(caseId) ?? []
  const current = referralOf(courseOf(`case:${caseId}`, entries))
  if (!current) return
  const { author, body } = current.referral
  const person = body.referrer.person ?? author.replace(/^person:/, '')
  const known = await tx
    .selectFrom('person')
    .innerJoin('membership', 'membership.person', 'person.id')
    .select('person.email')
    .where('person.id', '=', person)
    .where('membership.organisation', '=', body.from)
    .executeTakeFirst()
  if (!known || body.from === answering) return
  await queueMail(
    tx,
    [
      {
        purpose: 'referral-answered',
        recipient: known.email,
        organisation: body.from,
        occasion: caseId,
      },
    ],
    at,
  )
}
