/** All that the answering pages show: who answers what, the answers so far, who else is at it. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import type { AnswerContext } from '#core/census/answers.ts'
import type { Answers, Questionnaire } from '#core/census/questionnaire.ts'
import { findQuestionnaire } from '#core/census/questionnaires/all.ts'
import { type OtherAnswering, othersAnswering } from '#store/census/answering.ts'
import { type Draft, draftOf, type Place } from '#store/census/draft.ts'
import type { Edition } from '#store/census/edition.ts'
import { type Note, notesOf } from '#store/census/note.ts'
import { type StandingResponse, standingResponse } from '#store/census/response.ts'
import type { Answering, PageContext } from '../environment.ts'
import { directory, editionFacts } from './kept.ts'

export interface Sitting {
  readonly answering: Answering
  readonly place: Place
  readonly edition: Edition
  readonly questionnaire: Questionnaire
  readonly organisation: Organisation
  readonly draft: Draft
  /** What was sent already. */
  readonly standing: StandingResponse | null
  /** The draft's answers, with what the other wave said: what decides the branch. */
  readonly answers: Answers
  readonly others: readonly OtherAnswering[]
  /** Messages from the census team about these answers, not settled yet. */
  readonly messages: readonly Note[]
  /** Where one may refer to: the organisations that exist on the edition's date, but this one; by name. */
  readonly recipients: readonly Organisation[]
  readonly context: AnswerContext
}

/** What every page of a sitting is made from. */
export interface SittingPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
}

/**
 * Loads a sitting for a request that the guard let through.
 * @throws when the answering has no edition, organisation or questionnaire, which the tables rule out
 */
export async function sittingOf(c: PageContext): Promise<Sitting> {
  return load(c, false)
}

/** The same for a form that saves: a page follows it, so who else answers and what is asked need not be known. */
export async function sittingToSave(c: PageContext): Promise<Sitting> {
  return load(c, true)
}

async function load(c: PageContext, saves: boolean): Promise<Sitting> {
  const { answering, store, now } = c.var
  if (!answering) throw new Error('the guard lets nobody through without a link')
  const { edition: editionId, organisation: code, wave } = answering
  const place = { edition: editionId, organisation: code, wave }
  const [edition, draft, standing, others, organisations, notes] = await Promise.all([
    editionFacts(store.db, editionId),
    draftOf(store.db, place),
    standingResponse(store.db, place),
    saves ? [] : othersAnswering(store.db, answering, now()),
    directory(store.db, code),
    saves ? [] : notesOf(store.db, editionId, code),
  ])
  const organisation = organisations.find((each) => each.code === code)
  const questionnaire = edition && findQuestionnaire(edition.questionnaire.id, edition.questionnaire.version)
  if (!edition || !organisation || !questionnaire) throw new Error(`${editionId} cannot ask ${code}`)
  const recipients = organisations.filter(
    (each) =>
      each.code !== code && each.fictional === organisation.fictional && existsOn(each, edition.censusOn),
  )
  return {
    answering,
    place,
    edition,
    questionnaire,
    organisation,
    draft,
    standing,
    answers: allAnswers(questionnaire, draft, standing, place),
    others,
    messages: notes.filter(({ kind, settledAt }) => kind === 'message' && settledAt === null),
    recipients,
    context: { organisations: new Set(recipients.map((each) => each.code)), own: code },
  }
}

function existsOn({ openedOn, closedOn }: Organisation, date: string): boolean {
  return (openedOn === null || openedOn <= date) && (closedOn === null || closedOn > date)
}

function allAnswers(
  questionnaire: Questionnaire,
  draft: Draft,
  standing: StandingResponse | null,
  place: Place,
): Answers {
  const otherWave = Object.entries(standing?.answers ?? {}).filter(
    ([id]) => questionnaire.questions.find((question) => question.id === id)?.wave !== place.wave,
  )
  return { ...Object.fromEntries(otherWave), ...draft.answers }
}
