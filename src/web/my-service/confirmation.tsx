/** What the recipient of a referral pathway said of it, on the page of the service that refers. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import type { Course } from '#core/pathway/course.ts'
import { confirmedBy } from '#core/service/confirmation.ts'
import { referralPathwaysFrom } from '#core/service/standing.ts'
import type { EntryAt } from './at.ts'
import { ConfirmedTag } from './state-words.tsx'

interface ConfirmationProps {
  readonly at: EntryAt
  readonly recipient: Course
  readonly names: ReadonlyMap<string, string>
}

/** What the recipient said of the referral pathway of this entry; null where it is none in force. */
export function recipientSays({ course, stated, day }: EntryAt, recipient: Course) {
  const pathway = referralPathwaysFrom(course, day).find((each) => each.pathway.first === stated.first)
  return pathway ? { pathway, ...confirmedBy(recipient, pathway, day) } : null
}

export function Confirmation({ at, recipient, names }: ConfirmationProps) {
  const said = recipientSays(at, recipient)
  if (!said) return null
  const { pathway, state, answer } = said
  const name = names.get(pathway.to) ?? pathway.to
  return (
    <section aria-labelledby="confirmed">
      <h2 className="nhsuk-heading-m" id="confirmed">
        What {name} says
      </h2>
      <p className="fp-service-state">
        <ConfirmedTag state={state} />{' '}
        <span>
          {answer
            ? `on ${dayWords(ukDay(answer.occurredAt))}.`
            : 'It is on their list of what is asked of them.'}
        </span>
      </p>
      {answer?.body.note ? (
        <blockquote className="nhsuk-inset-text">
          <p className="fp-lines">{answer.body.note}</p>
        </blockquote>
      ) : null}
    </section>
  )
}
