/** How far an organisation is with its answers, and the way on. */

import { firstUnanswered, progressOf } from '#core/census/progress.ts'
import { isEmpty, visibleQuestions } from '#core/census/questionnaire.ts'
import { paths } from '../paths.ts'
import { NothingAsked } from './check.tsx'
import type { Sitting } from './sitting.ts'

/** Where to go on: the first question without an answer, else the list of answers. */
export function whereToGoOn({ questionnaire, answers, place }: Sitting): string {
  const open = firstUnanswered(questionnaire, answers, place.wave)
  return open ? paths.answerQuestion(open.id) : paths.answerCheck()
}

export function HowFar({ sitting }: { readonly sitting: Sitting }) {
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

function Go({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <a className="nhsuk-button" href={href}>
      {children}
    </a>
  )
}
