/** One question on one page: progress, the field, continue; and the page of two answers that collided. */

import { progressOf, questionAfter, questionBefore } from '#core/census/progress.ts'
import type { Answer, Question } from '#core/census/questionnaire.ts'
import { Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { Field } from './field.tsx'
import { fieldName } from './field-parts.tsx'
import { Frame } from './frame.tsx'
import type { Sitting } from './sitting.ts'
import { agoWords, answerLines } from './words.ts'

export interface QuestionPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly question: Question
  readonly values: readonly string[]
  readonly error: string | null
  readonly search: string
  /** The revision at which this page knows the question to be answered. */
  readonly seen: number
  /** Come from the list of answers, and going back there. */
  readonly fromCheck: boolean
}

export function QuestionPage(props: QuestionPageProps) {
  const { c, sitting, question, values, error, search, seen, fromCheck } = props
  const { questionnaire, answers, place } = sitting
  const before = questionBefore(questionnaire, answers, place.wave, question.id)
  const back = fromCheck ? paths.answerCheck() : before ? paths.answerQuestion(before.id) : paths.answer()
  return (
    <Frame c={c} sitting={sitting} title={question.asks} backHref={back} hasErrors={error !== null}>
      <Problems problems={error === null ? [] : [{ field: fieldName, words: error }]} />
      <p className="nhsuk-caption-l fp-answer__progress">{progressWords(sitting, question)}</p>
      <MessagesAbout sitting={sitting} question={question} />
      <form method="post" action={paths.answerQuestion(question.id)} noValidate>
        <input type="hidden" name="seen" value={seen} />
        {fromCheck ? <input type="hidden" name="from" value="check" /> : null}
        {/* Pressing Enter in a field continues; it must not add what was searched for. */}
        <button type="submit" className="fp-answer__default" tabIndex={-1} aria-hidden="true" />
        <Field
          question={question}
          values={values}
          error={error}
          recipients={sitting.recipients}
          search={search}
        />
        <div className="fp-actions">
          <button className="nhsuk-button" type="submit">
            {fromCheck ? 'Save' : 'Save and continue'}
          </button>
          <OtherWays sitting={sitting} question={question} fromCheck={fromCheck} />
        </div>
      </form>
    </Frame>
  )
}

function OtherWays({
  sitting,
  question,
  fromCheck,
}: Pick<QuestionPageProps, 'sitting' | 'question' | 'fromCheck'>) {
  const { questionnaire, answers, place } = sitting
  const next = questionAfter(questionnaire, answers, place.wave, question.id)
  return (
    <>
      {fromCheck || !question.required ? null : (
        <a href={next ? paths.answerQuestion(next.id) : paths.answerCheck()}>Skip for now</a>
      )}
      <a href={paths.answerLater()}>Come back later</a>
    </>
  )
}

/** Question 6 of about 11 */
function progressWords({ questionnaire, answers, place }: Sitting, question: Question): string {
  const progress = progressOf(questionnaire, answers, place.wave, question.id)
  if (!progress) return question.section
  const total = `${progress.about ? 'about ' : ''}${progress.total}`
  return `Question ${progress.number} of ${total}: ${question.section}`
}

function MessagesAbout({ sitting, question }: { readonly sitting: Sitting; readonly question: Question }) {
  const messages = sitting.messages.filter((message) => message.question === question.id)
  if (messages.length === 0) return null
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        <strong>The census team asks about this answer:</strong>
      </p>
      {messages.map(({ id, text }) => (
        <p key={id} className="fp-answer__text">
          {text}
        </p>
      ))}
    </div>
  )
}

export interface ConflictPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly question: Question
  readonly mine: Answer | null
  readonly theirs: Answer | null
  readonly who: string
  readonly at: Date
  readonly revision: number
  readonly fromCheck: boolean
  readonly error: boolean
}

export function ConflictPage(props: ConflictPageProps) {
  const { c, sitting, question, mine, theirs, who, at, revision, fromCheck, error } = props
  const title = 'Two answers to the same question'
  const sameWho = who === 'you'
  return (
    <Frame c={c} sitting={sitting} title={title} hasErrors={error} quiet>
      <Problems problems={error ? [{ field: 'choice', words: 'Choose which answer to keep' }] : []} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>
        {sameWho ? 'The question was answered on another device' : `${capital(who)} answered this question`}{' '}
        {agoWords(at, c.var.now())}, while you had it open. Nothing is overwritten: choose which answer to
        keep.
      </p>
      <form method="post" action={paths.answerQuestion(question.id)} noValidate>
        <input type="hidden" name="seen" value={revision} />
        <input type="hidden" name="choosing" value="yes" />
        {fromCheck ? <input type="hidden" name="from" value="check" /> : null}
        {valuesOf(mine).map((value) => (
          <input key={value} type="hidden" name={fieldName} value={value} />
        ))}
        <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
          <fieldset className="nhsuk-fieldset" aria-describedby={error ? 'choice-error' : undefined}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{question.asks}</legend>
            {error ? (
              <span className="nhsuk-error-message" id="choice-error">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                Choose which answer to keep
              </span>
            ) : null}
            <div className="nhsuk-radios" data-module="nhsuk-radios">
              <ConflictChoice
                id="choice"
                value="theirs"
                label={sameWho ? 'Keep the other answer' : 'Keep their answer'}
              >
                <Lines sitting={sitting} question={question} answer={theirs} />
              </ConflictChoice>
              <ConflictChoice id="choice-2" value="mine" label="Use my answer">
                <Lines sitting={sitting} question={question} answer={mine} />
              </ConflictChoice>
            </div>
          </fieldset>
        </div>
        <button className="nhsuk-button" type="submit">
          Keep this answer
        </button>
      </form>
    </Frame>
  )
}

interface ConflictChoiceProps {
  readonly id: string
  readonly value: 'theirs' | 'mine'
  readonly label: string
  readonly children: React.ReactNode
}

function ConflictChoice({ id, value, label, children }: ConflictChoiceProps) {
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        id={id}
        name="choice"
        type="radio"
        value={value}
        aria-describedby={`${id}-hint`}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-hint`}>
        {children}
      </div>
    </div>
  )
}

interface LinesProps {
  readonly sitting: Sitting
  readonly question: Question
  readonly answer: Answer | null | undefined
}

/** An answer to read, or that there is none. */
export function Lines({ sitting, question, answer }: LinesProps) {
  const lines = answerLines(question, answer, sitting.recipients)
  if (lines.length === 0) return <>Not answered</>
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="fp-answer__line">
          {line}
        </span>
      ))}
    </>
  )
}

/** An answer as the values of its field. */
export function valuesOf(answer: Answer | null | undefined): readonly string[] {
  if (answer === null || answer === undefined) return []
  return typeof answer === 'string' ? [answer] : answer
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
