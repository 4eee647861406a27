/** What the census team asked about the answers. */

import { paths } from '../paths.ts'
import type { Sitting } from './sitting.ts'

export function Messages({ sitting }: { readonly sitting: Sitting }) {
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
