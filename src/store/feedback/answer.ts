/** Writes what a patient answered into the case: once, however often it is sent. */

import type { PatientAnswers } from '#core/feedback/answers.ts'
import { feedback, symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { type CaseStatement, recordInCase } from '../case/record.ts'
import type { Database, Transaction } from '../open.ts'
import { withinScope } from '../scope.ts'
import { type FeedbackLink, type FeedbackOutcome, feedbackByToken } from './link.ts'

/** The first time that a link is opened on a device. */
export async function markOpened(db: Database, link: FeedbackLink, now: Date): Promise<void> {
  if (link.openedAt) return
  await within(db, link, async (own) => {
    await own
      .updateTable('feedback_link')
      .set({ opened_at: now })
      .where('id', '=', link.id)
      .where('opened_at', 'is', null)
      .execute()
  })
}

/** Answers 'ok' where this was what ended the link; else why it did not open. */
export function giveFeedback(
  db: Database,
  token: string,
  answers: PatientAnswers,
  now: Date,
): Promise<FeedbackOutcome['outcome']> {
  return end(db, token, 'given', now, async (tx, link) => {
    const { experience, by, words, scores } = answers
    const said = { ...signed(link, now), caseId: link.caseId }
    await say(tx, {
      ...said,
      kind: feedback,
      body: {
        treatment: link.treatment,
        state: 'given',
        experience,
        by,
        ...(words === null ? {} : { words }),
      },
    })
    for (const [index, symptom] of link.symptoms.entries()) {
      const value = scores[index] ?? null
      if (value === null) continue
      const body = { symptom, scale: 'nrs-0-10', value, moment: 'after', treatment: link.treatment } as const
      await say(tx, { ...said, kind: symptomScore, body })
    }
  })
}

export function declineFeedback(db: Database, token: string, now: Date): Promise<FeedbackOutcome['outcome']> {
  return end(db, token, 'declined', now, (tx, link) =>
    say(tx, {
      ...signed(link, now),
      caseId: link.caseId,
      kind: feedback,
      body: { treatment: link.treatment, state: 'declined' },
    }),
  )
}

async function end(
  db: Database,
  token: string,
  ended: 'given' | 'declined',
  now: Date,
  write: (tx: Transaction, link: FeedbackLink) => Promise<void>,
): Promise<FeedbackOutcome['outcome']> {
  const found = await feedbackByToken(db, token, now)
  if (found.outcome !== 'ok') return found.outcome
  const { link } = found
  const isFirst = await within(db, link, (own) =>
    own.transaction().execute(async (tx) => {
      // Of two that are sent at once, one waits here and then finds that it is over.
      const closed = await tx
        .updateTable('feedback_link')
        .set({ ended, ended_at: now, mail_to: null })
        .where('id', '=', link.id)
        .where('ended_at', 'is', null)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      if (closed.numUpdatedRows !== 1n) return false
      await write(tx, link)
      return true
    }),
  )
  return isFirst ? 'ok' : (await feedbackByToken(db, token, now)).outcome
}

/** Nobody who signs in: the patient, for the service that treated. */
const signed = ({ organisation }: FeedbackLink, now: Date) => ({
  author: 'patient',
  role: 'patient',
  organisation,
  occurredAt: now,
})

async function say<Body>(tx: Transaction, statement: CaseStatement<Body>): Promise<void> {
  const done = await recordInCase(tx, statement)
  if (done.outcome !== 'appended') throw new Error(`what a patient answered was ${done.outcome}`)
}

function within<T>(
  db: Database,
  { organisation }: FeedbackLink,
  work: (own: Database) => Promise<T>,
): Promise<T> {
  return withinScope(db, { person: 'patient', organisations: [organisation], ownOnly: true }, work)
}
