/** An organisation's answers as they stand, with what is wrong beside each, and what they replaced struck through. */

import { checkAnswers, type Problem } from '#core/census/answers.ts'
import { inWords } from '#core/census/export.ts'
import { type CensusAnswer, CHANNEL_WORDS } from '#core/census/kinds.ts'
import { type Answers, isEmpty, type Question, questionsOnBranch } from '#core/census/questionnaire.ts'
import type { Response } from '#core/census/state.ts'
import type { Entry } from '#core/record/entry.ts'
import { dateTimeWords } from '../components/dates.ts'
import { paths } from '../paths.ts'
import type { RoomEdition } from './edition.ts'

interface AnswersProps {
  readonly edition: RoomEdition
  readonly code: string
  readonly response: Response
  readonly names: ReadonlyMap<string, string>
  /** Names of organisations by code. */
  readonly organisations: ReadonlyMap<string, string>
  /** Whether a message about a question can be written from here. */
  readonly asks: boolean
}

export function AnswersAsTheyStand({ edition, code, response, names, organisations, asks }: AnswersProps) {
  const { questionnaire } = edition
  const problems = problemsOf(edition, response)
  const rows = questionsShown(edition, response.answers)
  const replaced = [...(response.first?.replaced ?? []), ...(response.followUp?.replaced ?? [])]
  return (
    <>
      {problems.length > 0 ? (
        <p className="fp-problem-count">
          <strong>
            {problems.length} {problems.length === 1 ? 'answer is' : 'answers are'} missing or contradictory.
          </strong>{' '}
          They are marked below{asks ? '; a message goes back to the respondent with a link' : ''}.
        </p>
      ) : null}
      <dl className="nhsuk-summary-list fp-answers">
        {rows.map((question) => (
          <div key={question.id} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">{question.asks}</dt>
            <dd className="nhsuk-summary-list__value fp-wrap">
              {answerWords(question, response.answers, organisations)}
              <Before question={question} now={response.answers} replaced={replaced} names={names} />
              {problems
                .filter((problem) => problem.question === question.id)
                .map(({ words }) => (
                  <span key={words} className="nhsuk-error-message fp-answer-problem">
                    {words.replace(`: ${question.asks}`, '')}
                  </span>
                ))}
            </dd>
            {asks ? (
              <dd className="nhsuk-summary-list__actions">
                <a href={`${paths.censusOrganisation(edition.id, code)}?about=${question.id}#message`}>
                  Ask<span className="nhsuk-u-visually-hidden"> about: {question.asks}</span>
                </a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      <p className="fp-quiet">
        {questionnaire.title}, version {questionnaire.version}.
      </p>
    </>
  )
}

/** What the lead should look at, of the waves that were answered. */
export function problemsOf({ questionnaire }: RoomEdition, response: Response): readonly Problem[] {
  return [
    ...(response.first ? checkAnswers(questionnaire, response.answers, 'first') : []),
    ...(response.followUp ? checkAnswers(questionnaire, response.answers, 'follow-up') : []),
  ]
}

/** The questions on the branch that the answers take, and any others that were answered all the same. */
export function questionsShown({ questionnaire }: RoomEdition, answers: Answers): readonly Question[] {
  const branch = new Set(questionsOnBranch(questionnaire, answers).map(({ id }) => id))
  return questionnaire.questions.filter(({ id }) => branch.has(id) || !isEmpty(answers[id]))
}

function answerWords(question: Question, answers: Answers, organisations: ReadonlyMap<string, string>) {
  const answer = answers[question.id]
  if (question.type === 'organisations' && typeof answer === 'object') {
    return answer.map((code) => `${organisations.get(code) ?? 'Not in the directory'} (${code})`).join('; ')
  }
  return isEmpty(answers[question.id]) ? (
    <span className="fp-quiet">Not answered</span>
  ) : (
    inWords(question, answers[question.id])
  )
}

interface BeforeProps {
  readonly question: Question
  readonly now: Answers
  readonly replaced: readonly Entry<CensusAnswer>[]
  readonly names: ReadonlyMap<string, string>
}

/** Earlier answers to one question that differ from what followed them, latest first. */
function Before({ question, now, replaced, names }: BeforeProps) {
  const changes: { readonly entry: Entry<CensusAnswer>; readonly words: string }[] = []
  let after = inWords(question, now[question.id])
  for (const entry of replaced.toReversed()) {
    if (entry.body === null || waveOf(entry) !== question.wave) continue
    const words = inWords(question, entry.body.answers[question.id])
    if (words !== after) changes.push({ entry, words })
    after = words
  }
  if (changes.length === 0) return null
  return (
    <details className="nhsuk-details fp-before">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Corrected: what it was</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list">
          {changes.map(({ entry, words }) => (
            <li key={entry.id}>
              <del>{words === '' ? 'Not answered' : words}</del>
              <br />
              <span className="fp-quiet">
                Sent {dateTimeWords(entry.occurredAt)} {entry.body ? CHANNEL_WORDS[entry.body.channel] : ''}{' '}
                by {authorWords(entry.author, names)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

const waveOf = (entry: Entry<CensusAnswer>) => entry.body?.wave

/** An author in words: a name where there is one, else what kind of author it is. */
export function authorWords(author: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(author)
  const [kind] = author.split(':')
  const of = { contact: 'a contact', person: 'a person', import: 'an import' }[kind ?? ''] ?? author
  if (!name) return of
  return kind === 'import' ? `${name}, by import` : name
}
