/**
 * What services recorded of their referral pathways, beside what they told the census: whither, whence,
 * and whether the other end confirmed it. What a recipient declined is no referral pathway and is not here.
 */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { procedureWithin } from '#core/catalogue/procedures.ts'
import { askedOf, type Confirmed, confirmedBy } from '#core/service/confirmation.ts'
import { cover } from '#core/service/kinds/the-service.ts'
import { type PathwayFrom, referralPathwaysFrom } from '#core/service/standing.ts'
import { inForce } from '#core/service/state.ts'
import type { Recorded } from '#store/service/recorded.ts'
import { paths } from '../paths.ts'

export interface RecordedView {
  readonly code: string
  readonly recorded: Recorded
  /** Names by code. */
  readonly names: ReadonlyMap<string, string>
  readonly day: string
}

/** A referral pathway with the organisation at its other end. */
interface Joined {
  readonly other: string
  readonly pathway: PathwayFrom
  readonly confirmed: Confirmed
}

export function RecordedPathways(view: RecordedView) {
  const { code, recorded, day } = view
  const onward = referralPathwaysFrom(recorded.own, day)
    .filter(({ state }) => state === 'current' || state === 'overdue')
    .map(
      (pathway): Joined => ({
        other: pathway.to,
        pathway,
        confirmed: confirmedBy(recorded.others.get(pathway.to), pathway, day),
      }),
    )
    .filter(isOffered)
  const hither = askedOf(code, recorded.own, recorded.others, day)
    .filter(({ pathway }) => pathway.state === 'current' || pathway.state === 'overdue')
    .map(({ from, pathway, confirmed }): Joined => ({ other: from, pathway, confirmed }))
    .filter(({ confirmed }) => confirmed.state === 'confirmed')
  if (onward.length === 0 && hither.length === 0) return null
  return (
    <div className="fp-columns">
      {onward.length > 0 ? (
        <div>
          <h3 className="nhsuk-heading-m">Referral pathways from here</h3>
          <p className="fp-quiet">As this service recorded them.</p>
          <PathwayList {...view} joined={onward} />
        </div>
      ) : null}
      {hither.length > 0 ? (
        <div>
          <h3 className="nhsuk-heading-m">Referral pathways to here</h3>
          <p className="fp-quiet">As other services recorded them, and this one confirmed.</p>
          <PathwayList {...view} joined={hither} />
        </div>
      ) : null}
    </div>
  )
}

const isOffered = ({ confirmed }: Joined): boolean => confirmed.state !== 'declined'

function PathwayList({ joined, names }: RecordedView & { readonly joined: readonly Joined[] }) {
  return (
    <ul className="fp-recorded">
      {joined.map(({ other, pathway, confirmed }) => (
        <li key={pathway.pathway.first}>
          <a href={paths.service(other)}>{names.get(other) ?? other}</a> for{' '}
          {pathway.procedures.map((procedure, at) => (
            <span key={procedure}>
              {at > 0 ? ', ' : ''}
              <a href={paths.treatment(procedure)}>{procedureWithin(procedure)}</a>
            </span>
          ))}
          , through {pathway.pathway.body.through}.{' '}
          <span className="fp-quiet">{standingWords(pathway, confirmed, names.get(pathway.to))}</span>
        </li>
      ))}
    </ul>
  )
}

function standingWords(
  { agreedOn, reviewDue, state }: PathwayFrom,
  { state: answer, answer: said }: Confirmed,
  to = 'the other service',
): string {
  const agreed = `Agreed on ${dayWords(agreedOn)}`
  const review = state === 'overdue' ? `; its review was due on ${dayWords(reviewDue)}` : ''
  if (answer === 'confirmed' && said)
    return `${agreed}, confirmed by ${to} on ${dayWords(ukDay(said.occurredAt))}${review}.`
  if (answer === 'changed-since') return `${agreed}; ${to} confirmed it before it was last changed${review}.`
  return `${agreed}; ${to} has not confirmed it yet${review}.`
}

/** The cover that a service recorded, with the day since when; null where it recorded none. */
export function recordedCover({ recorded, day }: Pick<RecordedView, 'recorded' | 'day'>): string | null {
  const held = inForce(recorded.own, cover, day).at(-1)
  if (!held) return null
  const { hours, note } = held.body
  const words = {
    'around-the-clock': 'Around the clock',
    'extended-days': 'Extended hours, every day',
    'working-hours': 'In working hours',
  }[hours]
  return `${words}, since ${dayWords(ukDay(held.occurredAt))}${note ? `. ${note}` : ''}`
}
