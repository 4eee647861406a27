/** Sends a draft as the organisation's answers, and reads back what was sent: the receipt and its history. */

import { randomBytes } from 'node:crypto'
import { type AnswerContext, checkAnswers, type Problem } from '#core/census/answers.ts'
import { type CensusAnswer, type Channel, censusAnswer, serviceSubject } from '#core/census/kinds.ts'
import {
  type Answers,
  answersSchema,
  isEmpty,
  type Questionnaire,
  visibleQuestions,
} from '#core/census/questionnaire.ts'
import { REFERENCE_BYTES, referenceFrom } from '#core/census/reference.ts'
import { responsesOf } from '#core/census/state.ts'
import type { Entry } from '#core/record/entry.ts'
import { queueMail } from '../mail/message.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'
import { entriesOf } from '../record/read.ts'
import { type Draft, lockedDraft, type Place, replaceDraft, sameAnswers } from './draft.ts'
import { projectResponse } from './projection.ts'

/** What an organisation sent, and when. */
export interface Sent {
  readonly entry: string
  readonly answers: Answers
  readonly channel: Channel
  readonly sentAt: Date
  readonly late: boolean
}

export interface Receipt {
  readonly reference: string
  /** As it stands. */
  readonly sent: Sent
  /** What it replaced, the first first. */
  readonly earlier: readonly Sent[]
}

export type SendOutcome =
  | { readonly outcome: 'sent'; readonly reference: string; readonly entry: string }
  /** The same answers stand already: a second press, or another person sent them. */
  | { readonly outcome: 'already-sent'; readonly reference: string; readonly entry: string }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  /** Someone changed the draft, or sent other answers, since the page was made. */
  | { readonly outcome: 'changed' }
  /** No question of the wave applies: a follow-up before the first answers, or after they took another branch. */
  | { readonly outcome: 'nothing-asked' }
  | { readonly outcome: 'edition-closed' }

/** Who sends: `contact:<id>` or `person:<id>`, in which role. */
export interface Sender {
  readonly author: string
  readonly role: string
  readonly channel: Channel
  /** Where a receipt goes by mail. */
  readonly receiptTo?: { readonly recipient: string; readonly link: string } | null
}

/** What the page showed that the answers are sent from. */
export interface SeenOnPage {
  readonly draft: number
  /** The entry that stood, if any. */
  readonly entry: string | null
}

/**
 * Sends the answers of a draft that are on the branch: exactly those that the page showed. One at a
 * time for an organisation, so that a second press finds the first one's answers.
 */
export async function sendAnswers(
  db: Database,
  place: Place,
  questionnaire: Questionnaire,
  given: Sender & { readonly seen: SeenOnPage; readonly context: AnswerContext },
  now: Date,
): Promise<SendOutcome> {
  return db.transaction().execute(async (tx) => {
    const state = await lockPlace(tx, place)
    if (state !== 'open') return { outcome: 'edition-closed' }
    const draft = await lockedDraft(tx, place)
    const standing = await standingResponse(tx, place)
    const all = { ...standing?.answers, ...draft.answers }
    const answers = answersOnBranch(questionnaire, withoutWave(questionnaire, all, draft, place), place)
    if (standing?.entry && sameAnswers(answers, standing.waveAnswers)) {
      return { outcome: 'already-sent', reference: standing.reference, entry: standing.entry }
    }
    if (!standing?.entry && visibleQuestions(questionnaire, all, place.wave).length === 0) {
      return { outcome: 'nothing-asked' }
    }
    if ((standing?.entry ?? null) !== given.seen.entry || draft.revision !== given.seen.draft) {
      return { outcome: 'changed' }
    }
    const problems = checkAnswers(
      questionnaire,
      { ...standing?.answers, ...answers },
      place.wave,
      given.context,
    )
    const own = problems.filter(({ question }) => isOfWave(questionnaire, question, place))
    if (own.length > 0) return { outcome: 'problems', problems: own }
    return write(tx, place, questionnaire, { ...given, answers, standing, late: false }, now)
  })
}

/** A correction after the edition closed, by the lead: a new entry, which leaves what was frozen. */
export async function correctLate(
  db: Database,
  place: Place,
  questionnaire: Questionnaire,
  given: Sender & { readonly answers: Answers; readonly context: AnswerContext; readonly reason?: string },
  now: Date,
): Promise<SendOutcome | { readonly outcome: 'edition-open' }> {
  return db.transaction().execute(async (tx) => {
    const state = await lockPlace(tx, place)
    if (state !== 'closed') return { outcome: 'edition-open' }
    const standing = await standingResponse(tx, place)
    const { answers } = given
    if (standing?.entry && sameAnswers(answers, standing.waveAnswers)) {
      return { outcome: 'already-sent', reference: standing.reference, entry: standing.entry }
    }
    const other = Object.fromEntries(
      Object.entries(standing?.answers ?? {}).filter(([id]) => !isOfWave(questionnaire, id, place)),
    )
    const problems = checkAnswers(questionnaire, { ...other, ...answers }, place.wave, given.context)
    if (problems.length > 0) return { outcome: 'problems', problems }
    await replaceDraft(tx, place, answers, given.author, now)
    return write(tx, place, questionnaire, { ...given, standing, late: true }, now)
  })
}

/** The answers of a wave that are on the branch they take, with what the other wave said. */
export function answersOnBranch(
  questionnaire: Questionnaire,
  answers: Answers,
  place: Pick<Place, 'wave'>,
): Answers {
  const asked = visibleQuestions(questionnaire, answers, place.wave)
  return Object.fromEntries(
    asked.flatMap(({ id }) => {
      const answer = answers[id]
      return answer === undefined || isEmpty(answer) ? [] : [[id, answer] as const]
    }),
  )
}

/** What was sent for an organisation in a wave of an edition, with what it replaced; null: nothing yet. */
export async function receiptOf(db: Database, place: Place): Promise<Receipt | null> {
  const entries = await entriesOf(db, serviceSubject(place.organisation))
  const response = responsesOf(entries).get(place.edition)
  const wave = place.wave === 'first' ? response?.first : response?.followUp
  if (!wave) return null
  const sent = sentOf(wave.entry)
  if (!sent) return null
  return {
    reference: wave.entry.body?.reference ?? '',
    sent,
    earlier: wave.replaced.flatMap((entry) => sentOf(entry) ?? []),
  }
}

function sentOf({ id, body, recordedAt }: Entry<CensusAnswer>): Sent | null {
  if (body === null) return null
  const { answers, channel, late } = body
  return { entry: id, answers, channel, late, sentAt: new Date(recordedAt) }
}

export interface StandingResponse {
  readonly reference: string
  /** The entry of the wave that stands. */
  readonly entry: string | null
  /** Of both waves. */
  readonly answers: Answers
  /** Of the wave alone. */
  readonly waveAnswers: Answers
}

/** What stands for an organisation now; null: it has sent nothing. */
export async function standingResponse(
  db: Database | Transaction,
  place: Place,
): Promise<StandingResponse | null> {
  const found = await db
    .selectFrom('census_response as response')
    .leftJoin('record_body as body', (join) =>
      join.onRef('body.entry', '=', place.wave === 'first' ? 'response.entry' : 'response.follow_up_entry'),
    )
    .select([
      'response.reference',
      'response.answers',
      'response.entry',
      'response.follow_up_entry',
      'body.body',
    ])
    .where('response.edition', '=', place.edition)
    .where('response.organisation', '=', place.organisation)
    .executeTakeFirst()
  if (!found) return null
  const body = found.body as { readonly answers?: unknown } | null
  return {
    reference: found.reference,
    entry: place.wave === 'first' ? found.entry : found.follow_up_entry,
    answers: answersSchema.parse(found.answers),
    waveAnswers: body ? answersSchema.parse(body.answers) : {},
  }
}

/** Holds the organisation's place in the edition, and the edition's state, until the transaction ends. */
async function lockPlace(tx: Transaction, place: Place): Promise<'draft' | 'open' | 'closed' | null> {
  await tx
    .selectFrom('census_member')
    .select('organisation')
    .where('edition', '=', place.edition)
    .where('organisation', '=', place.organisation)
    .forNoKeyUpdate()
    .execute()
  const edition = await tx
    .selectFrom('census_edition')
    .select('state')
    .where('id', '=', place.edition)
    .forKeyShare()
    .executeTakeFirst()
  return edition?.state ?? null
}

/** All answers, those of this wave by the draft alone: what was taken out of it stays out. */
function withoutWave(questionnaire: Questionnaire, all: Answers, draft: Draft, place: Place): Answers {
  return Object.fromEntries(
    Object.entries(all).filter(([id]) => !isOfWave(questionnaire, id, place) || id in draft.answers),
  )
}

function isOfWave(questionnaire: Questionnaire, id: string, place: Pick<Place, 'wave'>): boolean {
  return (questionnaire.questions.find((question) => question.id === id)?.wave ?? 'first') === place.wave
}

async function write(
  tx: Transaction,
  place: Place,
  questionnaire: Questionnaire,
  given: Sender & {
    readonly answers: Answers
    readonly standing: StandingResponse | null
    readonly late: boolean
    readonly reason?: string
  },
  now: Date,
): Promise<SendOutcome> {
  const { answers, standing, late } = given
  const reference = standing?.reference ?? (await newReference(tx))
  const { respondentRole } = answers
  const appended = await append(
    tx,
    {
      subject: serviceSubject(place.organisation),
      kind: censusAnswer,
      occurredAt: now,
      author: given.author,
      role: given.role,
      organisation: place.organisation,
      body: {
        edition: place.edition,
        questionnaire: { id: questionnaire.id, version: questionnaire.version },
        wave: place.wave,
        channel: given.channel,
        reference,
        answers,
        respondentRole: typeof respondentRole === 'string' ? respondentRole : null,
        late,
        ...(given.reason === undefined ? {} : { reason: given.reason }),
      },
      ...(standing?.entry ? { corrects: standing.entry } : {}),
    },
    { project: projectResponse },
  )
  if (appended.outcome === 'overtaken') return { outcome: 'changed' }
  if (appended.outcome === 'refused') {
    const words = appended.problems.map((problem) => problem.words).join('; ')
    throw new Error(`answers that were checked were refused: ${words}`)
  }
  if (given.receiptTo) {
    const { edition, organisation } = place
    await queueMail(tx, [{ purpose: 'receipt', edition, organisation, ...given.receiptTo }], now)
  }
  return { outcome: 'sent', reference, entry: appended.entry.id }
}

/** One of a few at random that no receipt bears yet. */
async function newReference(tx: Transaction): Promise<string> {
  const candidates = Array.from({ length: 4 }, () => referenceFrom(randomBytes(REFERENCE_BYTES)))
  const taken = await tx
    .selectFrom('census_response')
    .select('reference')
    .where('reference', 'in', candidates)
    .execute()
  const free = candidates.find((candidate) => !taken.some(({ reference }) => reference === candidate))
  if (!free) throw new Error('four references at random are all taken')
  return free
}
