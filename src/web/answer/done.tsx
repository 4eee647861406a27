/** The receipt: the reference, exactly what was sent, what it replaced, how to correct it. Made to print. */

import { type Answers, questionOf } from '#core/census/questionnaire.ts'
import type { Receipt, Sent } from '#store/census/response.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'
import { Lines } from './question.tsx'
import type { Sitting } from './sitting.ts'

interface DonePageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly receipt: Receipt
  /** Just now, rather than on an earlier day. */
  readonly now: boolean
}

export function DonePage({ c, sitting, receipt, now }: DonePageProps) {
  const { edition, organisation } = sitting
  const corrected = receipt.earlier.length > 0
  const title = corrected ? 'Correction sent' : 'Answers sent'
  return (
    <Frame c={c} sitting={sitting} title={now ? title : 'Receipt'} quiet>
      <div className="nhsuk-panel">
        <h1 className="nhsuk-panel__title">{title}</h1>
        <div className="nhsuk-panel__body">
          Reference <strong className="fp-answer__reference">{receipt.reference}</strong>
        </div>
      </div>
      <p>
        {organisation.name}, {edition.title}. Sent {channelWords(receipt.sent)} on{' '}
        {dateTimeWords(receipt.sent.sentAt)}.
      </p>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p>
        The answers count from now on: see them on the{' '}
        <a href={paths.service(organisation.code)}>organisation’s page</a> and on the{' '}
        <a href={paths.map({ edition: edition.id })}>national map</a>. Keep the reference; you can print this
        page.
      </p>
      <p className="fp-answer__screen-only">
        Something wrong? <a href={paths.answerCheck()}>Correct the answers</a>
        {edition.deadlineOn ? `, until ${dateWords(edition.deadlineOn)}` : ', until the census closes'}. The
        correction replaces them; what was sent before stays visible below.
      </p>
      <h2 className="nhsuk-heading-m">What was sent</h2>
      <SentAnswers
        sitting={sitting}
        answers={receipt.sent.answers}
        before={receipt.earlier.at(-1)?.answers ?? null}
      />
      {corrected ? <Earlier sitting={sitting} earlier={receipt.earlier} /> : null}
      <p className="fp-quiet fp-wrap">
        Entry {receipt.sent.entry} of the record of {organisation.name} ({organisation.code}).
      </p>
    </Frame>
  )
}

function channelWords({ channel }: Sent): string {
  return channel === 'telephone' ? 'by telephone' : channel === 'import' ? 'by import' : 'on the web'
}

interface SentAnswersProps {
  readonly sitting: Sitting
  readonly answers: Answers
  /** What they replaced: changed answers are marked. */
  readonly before: Answers | null
}

function SentAnswers({ sitting, answers, before }: SentAnswersProps) {
  const { questionnaire } = sitting
  const asked = questionnaire.questions.filter(({ id }) => id in answers || (before !== null && id in before))
  return (
    <dl className="nhsuk-summary-list">
      {asked.map((question) => {
        const was = before?.[question.id]
        const changed = before !== null && JSON.stringify(was) !== JSON.stringify(answers[question.id])
        return (
          <div className="nhsuk-summary-list__row" key={question.id}>
            <dt className="nhsuk-summary-list__key">{questionOf(questionnaire, question.id)?.asks}</dt>
            <dd className="nhsuk-summary-list__value">
              <Lines sitting={sitting} question={question} answer={answers[question.id]} />
              {changed ? (
                <span className="fp-answer__before">
                  Before:{' '}
                  <del>
                    <Lines sitting={sitting} question={question} answer={was} />
                  </del>
                </span>
              ) : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Earlier({ sitting, earlier }: { readonly sitting: Sitting; readonly earlier: readonly Sent[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What was sent before</h2>
      {earlier.toReversed().map((sent, index) => (
        <details className="nhsuk-details" key={sent.entry}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Sent {channelWords(sent)} on {dateTimeWords(sent.sentAt)}, corrected
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <SentAnswers
              sitting={sitting}
              answers={sent.answers}
              before={earlier[earlier.length - 2 - index]?.answers ?? null}
            />
          </div>
        </details>
      ))}
    </>
  )
}
