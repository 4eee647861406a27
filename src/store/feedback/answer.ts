/** Writes what a patient answered into the case: once, however often it is sent. */

import { ukDay } from '#core/calendar/uk-day.ts'
import type { AskedInstrument, PatientAnswers } from '#core/feedback/answers.ts'
import { feedback, symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import { type Instrument, instruments } from '#core/registry/instruments.ts'
import { type Askable, instrumentLicence, itemsToAsk } from '#core/service/kinds/instrument-licence.ts'
import { type CaseStatement, recordInCase } from '../case/record.ts'
import type { Database, Transaction } from '../open.ts'
import { withinScope } from '../scope.ts'
import { serviceCourses } from '../service/read.ts'
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

export interface Asked {
  /** What the form sent last; null: nothing, or it was forgotten. */
  readonly draft: Readonly<Record<string, string>> | null
  readonly instruments: readonly AskedInstrument[]
}

/** What an open link asks besides, and what was answered so far. A licence that has run out asks nothing any more. */
export async function askedBy(db: Database, link: FeedbackLink, now: Date): Promise<Asked> {
  const row = await within(db, link, (own) =>
    own
      .selectFrom('feedback_link')
      .select(['instruments', 'draft'])
      .where('id', '=', link.id)
      .executeTakeFirst(),
  )
  const wanted = new Set(row?.instruments ?? [])
  const offered = wanted.size === 0 ? [] : await instrumentsOf(db, link.organisation, now)
  return {
    draft: row?.draft ?? null,
    instruments: offered.flatMap(({ instrument, found }) =>
      wanted.has(instrument.id) && found.outcome === 'ask'
        ? [{ instrument, licence: found.reference, items: found.items }]
        : [],
    ),
  }
}

/** Every instrument, with whether this service may ask it today, or why not. */
export async function instrumentsOf(
  db: Database,
  organisation: string,
  now: Date,
): Promise<readonly { readonly instrument: Instrument; readonly found: Askable }[]> {
  const course = (await serviceCourses(db, [organisation])).get(organisation)
  const licences = course?.of(instrumentLicence) ?? []
  return instruments.map((instrument) => ({
    instrument,
    found: itemsToAsk(instrument, licences, ukDay(now.toISOString())),
  }))
}

/** Keeps what was answered until it is sent, looked over, changed or forgotten. */
export async function keepDraft(
  db: Database,
  link: FeedbackLink,
  draft: Readonly<Record<string, string>>,
  now: Date,
): Promise<void> {
  await within(db, link, (own) =>
    own
      .updateTable('feedback_link')
      .set({ draft: JSON.stringify(draft), drafted_at: now })
      .where('id', '=', link.id)
      .where('ended_at', 'is', null)
      .execute(),
  )
}

const DAY_MS = 86_400_000

/** Answers that were never sent are forgotten after a day: they are the patient's own until then. */
export function forgetDrafts(db: Database, now: Date): Promise<unknown> {
  return withinScope(db, 'whole', (whole) =>
    whole
      .updateTable('feedback_link')
      .set({ draft: null })
      .where('draft', 'is not', null)
      .where('drafted_at', '<', new Date(now.getTime() - DAY_MS))
      .execute(),
  )
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
    for (const asked of answers.instruments) {
      const body = { ...asked, treatment: link.treatment, answers: [...asked.answers] }
      await say(tx, { ...said, kind: instrumentAnswers, body })
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
        .set({ ended, ended_at: now, mail_to: null, draft: null })
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
