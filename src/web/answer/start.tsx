/** The first page of answering, and the page on how to come back later. */

import { dateWords } from '../components/dates.ts'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'
import { HowFar, whereToGoOn } from './how-far.tsx'
import { InterviewStart } from './interview-start.tsx'
import { Messages } from './messages.tsx'
import type { Sitting, SittingPageProps } from './sitting.ts'
import { addressOf } from './words.ts'

export function StartPage({ c, sitting }: SittingPageProps) {
  if (sitting.answering.interviewer) return <InterviewStart c={c} sitting={sitting} />
  const { edition, organisation, place } = sitting
  const followUp = place.wave === 'follow-up'
  if (sitting.standing?.entry) {
    return (
      <Frame c={c} sitting={sitting} title={edition.title}>
        <span className="nhsuk-caption-xl">{edition.title}</span>
        <h1 className="nhsuk-heading-xl">{organisation.name}</h1>
        <Messages sitting={sitting} />
        <HowFar sitting={sitting} />
        <WhatHappens edition={edition} />
      </Frame>
    )
  }
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
      <WhatHappens edition={edition} />
    </Frame>
  )
}

function WhatHappens({ edition }: Pick<Sitting, 'edition'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What happens with the answers</h2>
      <p>
        They are the organisation’s, and are public: on the{' '}
        <a href={paths.map({ edition: edition.id })}>national map</a>, on its page and in the{' '}
        <a href={paths.figures(edition.id)}>figures</a>. Your name is not shown or kept with them; your
        comment at the end is not shown in public. Write nothing in it that could identify a patient.
      </p>
    </>
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
