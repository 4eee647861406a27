/** What a patient says on their own page: a question for the clinic; and the way to feedback. */

import { patientQuestion } from '#core/pathway/kinds/patient-question.ts'
import { recordInCase } from '../case/record.ts'
import { makeFeedbackLink, newFeedbackToken } from '../feedback/link.ts'
import type { Database } from '../open.ts'
import { asPatient, type Opened } from './link.ts'

export type QuestionNoted =
  | { readonly outcome: 'noted' }
  | { readonly outcome: 'refused'; readonly words: string }

/** @param id of the entry, a UUID of version 7 that the form carried: sent twice, it is noted once */
export function noteQuestion(
  db: Database,
  opened: Opened,
  { id, asks, now }: { readonly id: string; readonly asks: string; readonly now: Date },
): Promise<QuestionNoted> {
  return asPatient(db, opened, async (own) => {
    const done = await recordInCase(own, {
      ...{ id, caseId: opened.caseId, kind: patientQuestion, body: { asks }, occurredAt: now },
      ...{ author: 'patient', role: 'patient', organisation: opened.organisation },
    })
    // No place was asked for: what overtook it is itself, sent before.
    if (done.outcome !== 'refused') return { outcome: 'noted' }
    return { outcome: 'refused', words: done.problems[0]?.words ?? 'it was refused' }
  })
}

/** A token of the case's open link for feedback about a treatment, or of a new one. */
export function feedbackToken(
  db: Database,
  opened: Opened,
  {
    treatment,
    symptoms,
    now,
  }: { readonly treatment: string; readonly symptoms: readonly string[]; readonly now: Date },
): Promise<string> {
  return asPatient(db, opened, (own) =>
    own.transaction().execute(async (tx) => {
      const known = await tx
        .selectFrom('feedback_link')
        .select('id')
        .where('case_id', '=', opened.caseId)
        .where('treatment', '=', treatment)
        .where('revoked_at', 'is', null)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .forUpdate()
        .executeTakeFirst()
      if (known) return newFeedbackToken(tx, known.id)
      const made = await makeFeedbackLink(
        tx,
        {
          ...{ caseId: opened.caseId, organisation: opened.organisation, treatment },
          ...{ symptoms, madeBy: 'patient', mailTo: null },
        },
        now,
      )
      return made.token
    }),
  )
}
