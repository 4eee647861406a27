/** The answers so far of one organisation in one wave, shared by all who answer for it. */

import { sql } from 'kysely'
import { z } from 'zod'
import { type Answer, type Answers, answersSchema, isEmpty, type Wave } from '#core/census/questionnaire.ts'
import type { Database, Transaction } from '../open.ts'
import { bumpRevision } from './edition.ts'

/** Who answers: an edition's member in a wave. */
export interface Place {
  readonly edition: string
  readonly organisation: string
  readonly wave: Wave
}

const markSchema = z.object({ revision: z.number().int(), by: z.string(), at: z.iso.datetime() })

/** At which revision of the draft a question was last answered, on which device (`by`) and when. */
export type Mark = z.infer<typeof markSchema>
const marksSchema = z.record(z.string(), markSchema)

export interface Draft {
  /** Grows with each saved answer; 0: nobody has begun. */
  readonly revision: number
  readonly answers: Answers
  readonly marks: Readonly<Record<string, Mark>>
  readonly updatedAt: Date | null
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly revision: number; readonly before: Answer | null }
  /** Someone else answered since the page was made; nothing was changed. */
  | {
      readonly outcome: 'conflict'
      readonly theirs: Answer | null
      readonly revision: number
      /** The answering of the other, and when. */
      readonly by: string
      readonly at: Date
    }

/** The draft; where nobody began one, the answers that were sent. */
export async function draftOf(db: Database | Transaction, place: Place): Promise<Draft> {
  const found = await db
    .selectFrom('census_draft')
    .select(['revision', 'answers', 'marks', 'updated_at'])
    .where('edition', '=', place.edition)
    .where('organisation', '=', place.organisation)
    .where('wave', '=', place.wave)
    .executeTakeFirst()
  if (!found) return { revision: 0, answers: await sentAnswers(db, place), marks: {}, updatedAt: null }
  return {
    revision: found.revision,
    answers: answersSchema.parse(found.answers),
    marks: marksSchema.parse(found.marks),
    updatedAt: found.updated_at,
  }
}

async function sentAnswers(db: Database | Transaction, place: Place): Promise<Answers> {
  const column = place.wave === 'first' ? 'entry' : 'follow_up_entry'
  const { rows } = await sql<{ answers: unknown }>`
    select body.body -> 'answers' as answers from census_response response
    join record_body body on body.entry = response.${sql.ref(column)}
    where response.edition = ${place.edition} and response.organisation = ${place.organisation}`.execute(db)
  return rows[0] ? answersSchema.parse(rows[0].answers) : {}
}

/**
 * Saves the answer to one question, or null to take it away. `seen` is the revision at which the page
 * knew the question to be answered (0: not at all). When another device has answered it since, and
 * otherwise, nothing is saved and both answers are to be shown. Saved again the same is saved.
 */
export async function saveAnswer(
  db: Database,
  place: Place,
  given: {
    readonly question: string
    readonly answer: Answer | null
    readonly seen: number
    readonly by: string
  },
  now: Date,
): Promise<SaveOutcome> {
  return db.transaction().execute(async (tx) => {
    const draft = await lockedDraft(tx, place)
    const before = draft.answers[given.question] ?? null
    const mark = draft.marks[given.question]
    if (sameAnswer(before, given.answer)) return { outcome: 'saved', revision: draft.revision, before }
    if (mark && mark.revision > given.seen && mark.by !== given.by) {
      const { revision, by, at } = mark
      return { outcome: 'conflict', theirs: before, revision, by, at: new Date(at) }
    }
    const revision = draft.revision + 1
    const { [given.question]: _, ...others } = draft.answers
    const answers = given.answer === null ? others : { ...others, [given.question]: given.answer }
    const marks = { ...draft.marks, [given.question]: { revision, by: given.by, at: now.toISOString() } }
    await tx
      .updateTable('census_draft')
      .set({ revision, answers: JSON.stringify(answers), marks: JSON.stringify(marks), updated_at: now })
      .where('edition', '=', place.edition)
      .where('organisation', '=', place.organisation)
      .where('wave', '=', place.wave)
      .execute()
    // The room shows who has begun; what was said so far it does not.
    if (revision === 1) await bumpRevision(tx, place.edition)
    return { outcome: 'saved', revision, before }
  })
}

/** The draft, kept from others until the transaction ends; made from what was sent when there is none. */
export async function lockedDraft(tx: Transaction, place: Place): Promise<Draft> {
  const lock = () =>
    tx
      .selectFrom('census_draft')
      .select(['revision', 'answers', 'marks', 'updated_at'])
      .where('edition', '=', place.edition)
      .where('organisation', '=', place.organisation)
      .where('wave', '=', place.wave)
      .forUpdate()
      .executeTakeFirst()
  let found = await lock()
  if (!found) {
    const answers = JSON.stringify(await sentAnswers(tx, place))
    await tx
      .insertInto('census_draft')
      .values({ ...place, answers })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    found = await lock()
  }
  if (!found) throw new Error('a draft that was made just now is there')
  return {
    revision: found.revision,
    answers: answersSchema.parse(found.answers),
    marks: marksSchema.parse(found.marks),
    updatedAt: found.updated_at,
  }
}

/** Puts answers that came another way (an import, the lead) in place of the draft, for later corrections. */
export async function replaceDraft(
  tx: Transaction,
  place: Place,
  answers: Answers,
  by: string,
  now: Date,
): Promise<void> {
  const draft = await lockedDraft(tx, place)
  const revision = draft.revision + 1
  const questions = new Set([...Object.keys(draft.answers), ...Object.keys(answers)])
  const changed = [...questions].filter((id) => !sameAnswer(draft.answers[id], answers[id]))
  if (changed.length === 0) return
  const mark: Mark = { revision, by, at: now.toISOString() }
  const marks = { ...draft.marks, ...Object.fromEntries(changed.map((id) => [id, mark])) }
  await tx
    .updateTable('census_draft')
    .set({ revision, answers: JSON.stringify(answers), marks: JSON.stringify(marks), updated_at: now })
    .where('edition', '=', place.edition)
    .where('organisation', '=', place.organisation)
    .where('wave', '=', place.wave)
    .execute()
}

/** Whether two answers say the same; two that say nothing do. */
function sameAnswer(one: Answer | null | undefined, other: Answer | null | undefined): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other)
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whether two sets of answers say the same. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((id) =>
    sameAnswer(one[id], other[id]),
  )
}
