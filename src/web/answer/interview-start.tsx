/** The first page of a telephone interview. */

import { Frame } from './frame.tsx'
import { HowFar } from './how-far.tsx'
import { Messages } from './messages.tsx'
import type { SittingPageProps } from './sitting.ts'

/** What an interviewer says before the first question, in the words that a respondent reads. */
export function InterviewStart({ c, sitting }: SittingPageProps) {
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
