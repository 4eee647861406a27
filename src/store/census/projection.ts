/** The projection of a census answer: one row an organisation and edition, with its provision and problems. */
import type { Selectable } from 'kysely'
import { checkAnswers } from '#core/census/answers.ts'
import type { CensusAnswer } from '#core/census/kinds.ts'
import { provisionOf } from '#core/census/provision.ts'
import { type Answers, type Questionnaire, questionOf, type Wave } from '#core/census/questionnaire.ts'
import { findQuestionnaire } from '#core/census/questionnaires/all.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Transaction } from '../open.ts'
import { bumpRevision } from './edition.ts'
import type { ResponseRow } from './tables.ts'

/** What the projection has of a response before an entry. */
export type ResponseBefore = Pick<
  Selectable<ResponseRow>,
  'entry' | 'follow_up_entry' | 'answers' | 'reference' | 'respondent_role' | 'first_sent_at' | 'corrections'
>

/** Writes what an entry makes of its organisation's response, and notes that the edition has changed. */
export async function projectResponse(tx: Transaction, entry: Entry<CensusAnswer>): Promise<void> {
  await projectRow(tx, entry)
  await bumpRevision(tx, bodyOf(entry).edition)
}

/** The same for one of many in a transaction, which notes the change itself, when all else is written. */
export async function projectRow(tx: Transaction, entry: Entry<CensusAnswer>): Promise<void> {
  const body = bodyOf(entry)
  const before = await tx
    .selectFrom('census_response')
    .selectAll()
    .where('edition', '=', body.edition)
    .where('organisation', '=', organisationOf(entry))
    .executeTakeFirst()
  const row = responseRow(entry, before ?? null)
  const { edition: _, organisation: __, ...changed } = row
  await tx
    .insertInto('census_response')
    .values(row)
    .onConflict((conflict) => conflict.columns(['edition', 'organisation']).doUpdateSet(changed))
    .execute()
}

/** The row that stands after an entry. A correction replaces its wave's answers; the other wave's stay. */
export function responseRow(entry: Entry<CensusAnswer>, before: ResponseBefore | null) {
  const body = bodyOf(entry)
  const questionnaire = questionnaireOf(body)
  const other = otherWave(questionnaire, before?.answers ?? {}, body.wave)
  const answers = { ...other, ...body.answers }
  const [first, followUp] =
    body.wave === 'first' ? [entry.id, before?.follow_up_entry ?? null] : [before?.entry ?? null, entry.id]
  const again = (body.wave === 'first' ? before?.entry : before?.follow_up_entry) != null
  return {
    edition: body.edition,
    organisation: organisationOf(entry),
    entry: first,
    follow_up_entry: followUp,
    answers: JSON.stringify(answers),
    channel: body.channel,
    respondent_role: body.respondentRole ?? before?.respondent_role ?? null,
    reference: body.wave === 'first' ? body.reference : (before?.reference ?? body.reference),
    first_sent_at: before?.first_sent_at ?? new Date(entry.occurredAt),
    sent_at: new Date(entry.occurredAt),
    corrections: (before?.corrections ?? 0) + (again ? 1 : 0),
    provision: provisionOf(answers).class,
    problems: countProblems(questionnaire, answers, { first: first !== null, followUp: followUp !== null }),
  }
}

function bodyOf(entry: Entry<CensusAnswer>): CensusAnswer {
  if (entry.body === null) throw new Error(`entry ${entry.id} was erased and projects nothing`)
  return entry.body
}

function questionnaireOf({ questionnaire: { id, version } }: CensusAnswer): Questionnaire {
  const questionnaire = findQuestionnaire(id, version)
  if (questionnaire === undefined) throw new Error(`there is no questionnaire ${id}, version ${version}`)
  return questionnaire
}

function organisationOf(entry: Entry<CensusAnswer>): string {
  return entry.subject.replace(/^service:/, '')
}

function otherWave(questionnaire: Questionnaire, answers: Answers, wave: Wave): Answers {
  const kept = Object.entries(answers).filter(
    ([id]) => questionOf(questionnaire, id)?.wave === otherThan(wave),
  )
  return Object.fromEntries(kept)
}

function otherThan(wave: Wave): Wave {
  return wave === 'first' ? 'follow-up' : 'first'
}

/** A wave that nobody answered yet is not a problem; the lists of the room say that it is to be answered. */
function countProblems(
  questionnaire: Questionnaire,
  answers: Answers,
  answered: { first: boolean; followUp: boolean },
): number {
  const first = answered.first ? checkAnswers(questionnaire, answers, 'first').length : 0
  return first + (answered.followUp ? checkAnswers(questionnaire, answers, 'follow-up').length : 0)
}
