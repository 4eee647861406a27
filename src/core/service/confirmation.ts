/** Referral pathways seen from both ends: what their recipients said of them, and what waits for an answer. */

import { ukDay } from '../calendar/uk-day.ts'
import type { Course } from '../pathway/course.ts'
import {
  confirmationOf,
  type PathwayConfirmation,
  type PathwayFrom,
  referralPathwaysFrom,
} from './standing.ts'

/** What the recipient said, and whether that was of what now stands. */
export interface Confirmed {
  readonly state: 'asked' | 'confirmed' | 'declined' | 'changed-since'
  readonly answer?: PathwayConfirmation
}

/** What a recipient's record says of a referral pathway on a day; that it was asked, where it says nothing. */
export function confirmedBy(recipient: Course | undefined, pathway: PathwayFrom, day: string): Confirmed {
  const answer = recipient && confirmationOf(recipient, pathway.pathway, day)
  if (!answer) return { state: 'asked' }
  if (answer.body.answer === 'declined') return { state: 'declined', answer }
  return { state: hasChangedSince(answer, pathway) ? 'changed-since' : 'confirmed', answer }
}

/** Corrected, or changed by a review, after the recipient answered. */
function hasChangedSince(answer: PathwayConfirmation, { pathway, reviews }: PathwayFrom): boolean {
  if (answer.body.statement !== pathway.entry) return true
  return reviews.some(
    ({ body, occurredAt }) => body.outcome === 'changed' && ukDay(occurredAt) > ukDay(answer.occurredAt),
  )
}

export const CONFIRMED_WORDS: Readonly<Record<Confirmed['state'], string>> = {
  asked: 'Not confirmed yet',
  confirmed: 'Confirmed',
  declined: 'Declined',
  'changed-since': 'Confirmed before it was changed',
}

/** A referral pathway that leads to a service, from the record of the one that refers. */
export interface AskedOf {
  readonly from: string
  readonly pathway: PathwayFrom
  readonly confirmed: Confirmed
}

/** What others' records ask of a service: those that go on, what waits for an answer first. */
export function askedOf(
  code: string,
  own: Course,
  senders: ReadonlyMap<string, Course>,
  day: string,
): readonly AskedOf[] {
  const all = [...senders].flatMap(([from, sender]) =>
    referralPathwaysFrom(sender, day)
      .filter((pathway) => pathway.to === code && pathway.state !== 'ended')
      .map((pathway) => ({ from, pathway, confirmed: confirmedBy(own, pathway, day) })),
  )
  return all.toSorted((one, other) => Number(waits(other)) - Number(waits(one)))
}

/** Whether the recipient has something to say. */
export const waits = ({ confirmed: { state } }: AskedOf): boolean =>
  state === 'asked' || state === 'changed-since'
