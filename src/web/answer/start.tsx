/** The first page of answering, and the page on how to come back later. */

import { firstUnanswered, progressOf } from '#core/census/progress.ts'
import { isEmpty, visibleQuestions } from '#core/census/questionnaire.ts'
import { dateWords } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { NothingAsked } from './check.tsx'
import { Frame } from './frame.tsx'
import type { Sitting } from './sitting.ts'
import { addressOf } from './words.ts'

interface SittingPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
}

/** Where to go on: the first question without an answer, else the list of answers. */
export function whereToGoOn({ questionnaire, answers, place }: Sitting): string {
  const open = firstUnanswered(questionnaire, answers, place.wave)
  return open ? paths.answerQuestion(open.id) : paths.answerCheck()
}

export function StartPage({ c, sitting }: SittingPageProps) {
  if (sitting.answering.interviewer) return <InterviewStart c={c} sitting={sitting} />
  const { edition, organisation, place } = sitting
  const followUp = place.wave === 'follow-up'
  return (
    <Frame c={c} sitting={sitting} title={edition.title}>
      <span className="nhsuk-caption-xl">{edition.title}</span>
      <h1 className="nhsuk-heading-xl">{organisation.name}</h1>
      {followUp ? (
        <p className="nhsuk-lede-text">
          Thank you for your answers. Your organisation offers supportive procedures: a few more questions ask
          where patients go for disease-modifying ones.
        </p>
      ) : (
        <p className="nhsuk-lede-text">
          This census asks every NHS trust, health board and HSC trust in the United Kingdom what
          interventional oncology it offers, and to whom it refers. It takes under ten minutes.
        </p>
      )}
      <Messages sitting={sitting} />
      <HowFar sitting={sitting} />
      <h2 className="nhsuk-heading-m">Who can answer</h2>
      <p>
        The head of department, a consultant radiologist (interventional or diagnostic) or a superintendent
        radiographer. You need no account, and several of you can answer together: the link works for
        colleagues too.
      </p>
      <h2 className="nhsuk-heading-m">How long it takes</h2>
      <p>
        {followUp ? 'About two minutes' : 'About a dozen short questions'}. Each answer is saved as you give
        it, so you can stop and <a href={paths.answerLater()}>come back later</a>
        {edition.deadlineOn ? `, until ${dateWords(edition.deadlineOn)}` : ''}.
      </p>
      <h2 className="nhsuk-heading-m">What happens with the answers</h2>
      <p>
        They are the organisation’s, and are public: on the{' '}
        <a href={paths.map({ edition: edition.id })}>national map</a>, on its page and in the{' '}
        <a href={paths.figures(edition.id)}>figures</a>. Your name is not shown or kept with them; your
        comment at the end is not shown in public. Write nothing in it that could identify a patient.
      </p>
    </Frame>
  )
}

/** What an interviewer says before the first question, in the words that a respondent reads. */
function InterviewStart({ c, sitting }: SittingPageProps) {
  const { edition, organisation, place } = sitting
  return (
    <Frame c={c} sitting={sitting} title={edition.title}>
      <span className="nhsuk-caption-xl">{edition.title}</span>
      <h1 className="nhsuk-heading-xl">{organisation.name}</h1>
      <p>
        Ask for the head of department, a consultant radiologist (interventional or diagnostic) or a
        superintendent radiographer. Then say:
      </p>
      <blockquote className="nhsuk-inset-text">
        {place.wave === 'follow-up' ? (
          <p>
            “Thank you for your answers. Your organisation offers supportive procedures: a few more questions
            ask where patients go for disease-modifying ones. It takes about two minutes.”
          </p>
        ) : (
          <p>
            “This census asks every NHS trust, health board and HSC trust in the United Kingdom what
            interventional oncology it offers, and to whom it refers. It takes under ten minutes.”
          </p>
        )}
        <p>
          “The answers are your organisation’s, and are public. Your name is not shown or kept with them.”
        </p>
      </blockquote>
      <Messages sitting={sitting} />
      <HowFar sitting={sitting} />
    </Frame>
  )
}

function HowFar({ sitting }: { readonly sitting: Sitting }) {
  const { draft, standing, questionnaire, answers, place } = sitting
  const asked = visibleQuestions(questionnaire, answers, place.wave)
  const given = asked.filter(({ id }) => !isEmpty(answers[id])).length
  if (standing?.entry) return <AlreadySent sitting={sitting} />
  if (asked.length === 0) return <NothingAsked />
  if (draft.revision === 0 || given === 0) {
    return (
      <p>
        <Go href={whereToGoOn(sitting)}>Start now</Go>
      </p>
    )
  }
  const open = firstUnanswered(questionnaire, answers, place.wave)
  const progress = open && progressOf(questionnaire, answers, place.wave, open.id)
  return (
    <>
      <p>
        {given === 1 ? '1 question is' : `${given} questions are`} answered
        {progress ? `, of ${progress.about ? 'about ' : ''}${progress.total}` : ''}.
      </p>
      <p>
        <Go href={whereToGoOn(sitting)}>{open ? 'Continue where you were' : 'Check your answers'}</Go>
      </p>
    </>
  )
}

function AlreadySent({ sitting }: { readonly sitting: Sitting }) {
  const { standing } = sitting
  return (
    <>
      <div className="nhsuk-inset-text">
        <span className="nhsuk-u-visually-hidden">Information: </span>
        <p>
          The answers were sent. Their reference is <strong>{standing?.reference}</strong>.
        </p>
        <p>
          <a href={paths.answerDone()}>See the receipt</a>, with exactly what was sent.
        </p>
      </div>
      <p>
        <a className="nhsuk-button nhsuk-button--secondary" href={paths.answerCheck()}>
          Correct the answers
        </a>
      </p>
    </>
  )
}

function Messages({ sitting }: { readonly sitting: Sitting }) {
  const { messages, questionnaire } = sitting
  if (messages.length === 0) return null
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        <strong>The census team asks:</strong>
      </p>
      {messages.map(({ id, text, question }) => {
        const about = questionnaire.questions.find((each) => each.id === question)
        return (
          <p key={id} className="fp-answer__text">
            {text}
            {about ? (
              <>
                {' '}
                <a href={`${paths.answerQuestion(about.id)}?from=check`}>
                  See the question<span className="nhsuk-u-visually-hidden">: {about.asks}</span>
                </a>
              </>
            ) : null}
          </p>
        )
      })}
    </div>
  )
}

function Go({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <a className="nhsuk-button" href={href}>
      {children}
    </a>
  )
}

export function LaterPage({ c, sitting }: SittingPageProps) {
  const { edition, answering, organisation } = sitting
  const title = 'Come back later'
  return (
    <Frame c={c} sitting={sitting} title={title} backHref={whereToGoOn(sitting)} quiet>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>Every answer that you gave is saved. You can close this page.</p>
      {answering.interviewer ? (
        <p>
          Take {organisation.name} from the telephone list again to go on, or the respondent can go on from
          their own link.
        </p>
      ) : (
        <ul>
          <li>On this device, go to {new URL(paths.answer(), c.var.config.baseUrl).href}.</li>
          <li>On any other device, open the link in the e-mail again. It goes on working.</li>
          <li>A colleague can go on for you: forward the e-mail. You share the answers.</li>
        </ul>
      )}
      <p>
        {edition.deadlineOn
          ? `Answers are taken until ${dateWords(edition.deadlineOn)}.`
          : 'Answers are taken until the census closes.'}{' '}
        Questions? Write to{' '}
        <a href={`mailto:${addressOf(c.var.config.mailFrom)}`}>{addressOf(c.var.config.mailFrom)}</a>.
      </p>
      <p>
        <a href={whereToGoOn(sitting)}>Go on answering now</a>
      </p>
    </Frame>
  )
}
