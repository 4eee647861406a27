/** Check your answers: what will be sent, what is missing, what is left out; and what a change leaves out. */

import { firstUnanswered, leftOut, questionAfter } from '#core/census/progress.ts'
import { isEmpty, type Question, visibleQuestions } from '#core/census/questionnaire.ts'
import { sameAnswers } from '#store/census/draft.ts'
import { answersOnBranch } from '#store/census/response.ts'
import { Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'
import { Lines } from './question.tsx'
import type { Sitting } from './sitting.ts'

export interface CheckPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  /** Someone changed an answer, or sent, since the page was made. */
  readonly changed: boolean
  /** They pressed send with something missing. */
  readonly pressed: boolean
}

export function CheckPage({ c, sitting, changed, pressed }: CheckPageProps) {
  const { questionnaire, answers, place, draft, standing } = sitting
  const asked = visibleQuestions(questionnaire, answers, place.wave)
  const missing = asked.filter(({ id, required }) => required && isEmpty(answers[id]))
  const dropped = leftOut(questionnaire, answers, place.wave)
  const toSend = answersOnBranch(questionnaire, answers, place)
  const correcting = standing?.entry != null
  const same = correcting && sameAnswers(toSend, standing.waveAnswers)
  const title = correcting ? 'Check your correction' : 'Check your answers'
  const last = asked.at(-1)
  return (
    <Frame
      c={c}
      sitting={sitting}
      title={title}
      hasErrors={pressed && missing.length > 0}
      backHref={last ? paths.answerQuestion(last.id) : paths.answer()}
    >
      <Problems
        problems={
          pressed
            ? missing.map(({ id, asks }) => ({ field: `row-${id}`, words: `Not answered: ${asks}` }))
            : []
        }
      />
      {changed ? <ChangedMeanwhile /> : null}
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>
        {sitting.organisation.name}: {sitting.edition.title}
      </p>
      {sections(asked).map(([section, questions]) => (
        <section key={section}>
          <h2 className="nhsuk-heading-m">{section}</h2>
          <dl className="nhsuk-summary-list">
            {questions.map((question) => (
              <Row key={question.id} sitting={sitting} question={question} />
            ))}
          </dl>
        </section>
      ))}
      <LeftOut sitting={sitting} questions={dropped} />
      {asked.length === 0 && !correcting ? (
        <NothingAsked />
      ) : missing.length > 0 ? (
        <Missing missing={missing} />
      ) : same ? (
        <p>
          These are the answers that you sent. Change one of them to send a correction, or{' '}
          <a href={paths.answerDone()}>see your receipt</a>.
        </p>
      ) : (
        <SendForm sitting={sitting} correcting={correcting} draft={draft.revision} />
      )}
      <p>
        <a href={paths.answerLater()}>Come back later</a>
      </p>
    </Frame>
  )
}

/** A follow-up before the first answers were sent, or after they took another branch. */
export function NothingAsked() {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        <strong>There is nothing to answer here now.</strong> These questions follow from the first answers of
        your organisation, which are not sent yet, or say that nothing more need be asked. To give or change
        the first answers, open the link in the invitation.
      </p>
    </div>
  )
}

function ChangedMeanwhile() {
  return (
    <div className="nhsuk-inset-text" role="alert">
      <span className="nhsuk-u-visually-hidden">Important: </span>
      <p>
        <strong>Nothing was sent.</strong> An answer changed, or other answers were sent, since you opened
        this page. It shows the answers as they are now: check them and send again.
      </p>
    </div>
  )
}

function SendForm({
  sitting,
  correcting,
  draft,
}: {
  readonly sitting: Sitting
  readonly correcting: boolean
  readonly draft: number
}) {
  return (
    <form method="post" action={paths.answerCheck()}>
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="entry" value={sitting.standing?.entry ?? ''} />
      <h2 className="nhsuk-heading-m">{correcting ? 'Send the correction' : 'Send your answers'}</h2>
      <p>
        {correcting
          ? 'What you sent before stays in the record, marked as corrected.'
          : 'They count at once. You can correct them until the census closes.'}
      </p>
      <button
        className="nhsuk-button"
        type="submit"
        data-prevent-double-click="true"
        data-module="nhsuk-button"
      >
        {correcting ? 'Send the correction' : 'Send the answers'}
      </button>
    </form>
  )
}

function Missing({ missing }: { readonly missing: readonly Question[] }) {
  const [first] = missing
  if (!first) return null
  const questions = missing.length === 1 ? '1 question has' : `${missing.length} questions have`
  return (
    <>
      <p>{questions} no answer yet. The answers can be sent when each has one.</p>
      <a className="nhsuk-button" href={paths.answerQuestion(first.id)}>
        Answer the next question
      </a>
    </>
  )
}

function Row({ sitting, question }: { readonly sitting: Sitting; readonly question: Question }) {
  const answer = sitting.answers[question.id]
  const missing = question.required && isEmpty(answer)
  const change = `${paths.answerQuestion(question.id)}?from=check`
  return (
    <div className="nhsuk-summary-list__row" id={`row-${question.id}`}>
      <dt className="nhsuk-summary-list__key">{question.asks}</dt>
      <dd className="nhsuk-summary-list__value">
        {missing ? (
          <strong className="fp-answer__missing">Not answered yet</strong>
        ) : (
          <Lines sitting={sitting} question={question} answer={answer} />
        )}
      </dd>
      <dd className="nhsuk-summary-list__actions">
        <a href={change}>
          {missing ? 'Answer' : 'Change'}
          <span className="nhsuk-u-visually-hidden">: {question.asks}</span>
        </a>
      </dd>
    </div>
  )
}

function LeftOut({
  sitting,
  questions,
}: {
  readonly sitting: Sitting
  readonly questions: readonly Question[]
}) {
  if (questions.length === 0) return null
  return (
    <section>
      <h2 className="nhsuk-heading-m">Left out</h2>
      <p>
        You answered these before another answer said that they do not apply. They are not sent. Should you
        change that answer back, they are here again.
      </p>
      <LeftOutList sitting={sitting} questions={questions} />
    </section>
  )
}

function LeftOutList({
  sitting,
  questions,
}: {
  readonly sitting: Sitting
  readonly questions: readonly Question[]
}) {
  return (
    <dl className="nhsuk-summary-list nhsuk-summary-list--no-border fp-answer__left-out">
      {questions.map((question) => (
        <div className="nhsuk-summary-list__row" key={question.id}>
          <dt className="nhsuk-summary-list__key">{question.asks}</dt>
          <dd className="nhsuk-summary-list__value">
            <Lines sitting={sitting} question={question} answer={sitting.answers[question.id]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface LeftOutPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly question: Question
  readonly dropped: readonly Question[]
  readonly fromCheck: boolean
}

/** After an answer that makes others fall off the branch. */
export function LeftOutPage({ c, sitting, question, dropped, fromCheck }: LeftOutPageProps) {
  const { questionnaire, answers, place } = sitting
  const title =
    dropped.length === 1 ? 'One answer is now left out' : `${dropped.length} answers are now left out`
  const open = firstUnanswered(questionnaire, answers, place.wave)
  const after = questionAfter(questionnaire, answers, place.wave, question.id)
  const next = fromCheck ? open : after
  return (
    <Frame c={c} sitting={sitting} title={title} backHref={paths.answerQuestion(question.id)} quiet>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>
        Your answer to “{question.asks}” means that{' '}
        {dropped.length === 1 ? 'this question is' : 'these questions are'} no longer asked. What you answered
        is not sent. It is kept, and is here again should you change your answer back.
      </p>
      <LeftOutList sitting={sitting} questions={dropped} />
      <div className="fp-actions">
        <a className="nhsuk-button" href={next ? paths.answerQuestion(next.id) : paths.answerCheck()}>
          Continue
        </a>
        <a href={`${paths.answerQuestion(question.id)}${fromCheck ? '?from=check' : ''}`}>
          Change the answer back
        </a>
      </div>
    </Frame>
  )
}

function sections(questions: readonly Question[]): readonly (readonly [string, readonly Question[]])[] {
  const names = [...new Set(questions.map(({ section }) => section))]
  return names.map((name) => [name, questions.filter(({ section }) => section === name)] as const)
}
