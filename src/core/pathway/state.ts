/** How a case stands, in one sentence for the head of its page. */

import { dayWords, momentWords, ukClock } from '../calendar/uk-time.ts'
import { inSentence } from '../sentence.ts'
import type { Course } from './course.ts'
import { dueOf } from './due.ts'
import { closure, death } from './kinds/follow-up.ts'
import { treatment } from './kinds/procedure.ts'
import { decisionOn } from './reading/consent.ts'
import { currentDiscussion, isDiscussedBefore, nextMeeting } from './reading/discussion.ts'
import { isAfter, referralOf, sentOnward } from './reading/referral.ts'
import { admittedNow, staysOf } from './reading/stay.ts'
import { openBookings } from './reading/treatments.ts'
import { stageOf } from './stage.ts'
import type { Surroundings } from './surroundings.ts'

/** The words of why a case was closed. */
export const closedBecause = {
  completed: 'treatment and follow-up are complete',
  'other-treatment': 'another treatment was chosen',
  'referred-onward': 'referred onward',
  declined: 'the patient declined',
  unfit: 'the patient is not fit',
  refused: 'the referral was refused',
  died: 'the patient died',
  'opened-in-error': 'opened in error',
} as const

/**
 * How the case stands, as in 'Accepted, waits for the MDT meeting of 24 November'. No name and no number.
 *
 * @param now ISO 8601, UTC; days of its year are written without the year
 */
export function stateOf(course: Course, surroundings: Surroundings, now: string): string {
  const words = {
    referral: referralState,
    planning: planningState,
    preparation: preparationState,
    procedure: procedureState,
    recovery: recoveryState,
    'follow-up': followUpState,
    closed: closedState,
  }[stageOf(course)]
  return words(course, surroundings, now)
}

type Words = (course: Course, surroundings: Surroundings, now: string) => string

const referralState: Words = (course, _, now) => {
  const current = referralOf(course)
  if (!current) return 'Opened, not referred yet'
  const last = current.answers.at(-1)
  const when = momentWords((last ?? current.referral).occurredAt, now)
  switch (last?.body.answer) {
    case undefined:
      return `Referred on ${when}, waits for an answer`
    case 'acknowledged':
      return `Acknowledged on ${when}, waits to be accepted or refused`
    case 'advice':
      return `Advice given on ${when}, the referral stays open`
    case 'refused':
      return `Refused on ${when}`
    case 'accepted':
      return `Accepted on ${when}`
  }
}

const recommended = {
  treat: 'recommended to treat as asked',
  'treat-otherwise': 'recommended another image-guided procedure',
  'more-information': 'more information wanted, to be discussed again',
  'other-treatment': 'recommended another kind of treatment',
  'refer-onward': 'recommended to refer onward',
  'best-supportive-care': 'recommended best supportive care',
} as const

const planningState: Words = (course, surroundings, now) => {
  const current = referralOf(course)
  const discussed = currentDiscussion(course)
  const onward = sentOnward(course)
  if (onward && !(current && isAfter(current.referral, onward))) {
    return `Referred onward on ${momentWords(onward.occurredAt, now)}`
  }
  if (discussed) {
    const { recommendation } = discussed.body
    const next = recommendation === 'treat' || recommendation === 'treat-otherwise' ? ', to be booked' : ''
    return `Discussed on ${momentWords(discussed.occurredAt, now)}: ${recommended[recommendation]}${next}`
  }
  const accepted = current?.decision ? 'Accepted' : 'Worked up, not accepted yet'
  if (!current || !isDiscussedBefore(current.referral.body)) return `${accepted}, to be booked`
  // The meeting that it waits for is the next one from now, not one that passed it over.
  const since = current.decision?.occurredAt ?? current.referral.occurredAt
  const meeting = nextMeeting(course, surroundings, since > now ? since : now)
  return meeting
    ? `${accepted}, waits for the MDT meeting of ${momentWords(meeting.at, now)}`
    : `${accepted}, waits for an MDT meeting; none is arranged`
}

const preparationState: Words = (course, _, now) => {
  const booked = openBookings(course)[0]
  if (!booked) return 'In preparation, not booked yet'
  const { procedure, plannedFor } = booked.body
  const { state } = decisionOn(course, procedure, plannedFor)
  const consented = {
    given: 'consent given',
    declined: 'consent declined',
    withdrawn: 'consent withdrawn',
    used: 'consent to be taken anew',
    none: 'consent not given yet',
  }[state]
  return `Booked for ${momentWords(plannedFor, now)}, ${ukClock(plannedFor)}, ${consented}`
}

const procedureState: Words = (course, surroundings, now) => {
  const admitted = admittedNow(course)
  if (!admitted) return 'Admitted'
  const isAsked = dueOf(course, surroundings).some(
    ({ list, opensAt }) => list === 'consent-to-confirm' && opensAt <= now,
  )
  const fit = admitted.body.fit === 'not-fit' ? ', not fit to proceed' : ''
  return `Admitted on ${momentWords(admitted.occurredAt, now)}${fit}${isAsked ? ', consent to be confirmed' : ''}`
}

const recoveryState: Words = (course, _, now) => {
  const stay = staysOf(course).findLast(({ isOnWard }) => isOnWard)
  if (!stay) return 'On the ward'
  const { treatment: done, recovery, admission } = stay
  const ward = recovery?.body.ward ?? admission?.body.ward ?? 'the ward'
  const until = recovery?.body.precautionsUntil
  const precautions = until ? `, radiation precautions until ${dayWords(until, now)}` : ''
  return `Treated on ${momentWords(done.occurredAt, now)}, on ${ward}${precautions}`
}

const followUpState: Words = (course, surroundings, now) => {
  const done = course.latest(treatment)
  if (!done) return 'In follow-up'
  const { course: number } = done.body
  const treated = `Treated on ${momentWords(done.occurredAt, now)}${number > 1 ? ` (course ${number})` : ''}`
  const waiting = dueOf(course, surroundings)
  if (waiting.some(({ list }) => list === 'plan-to-make')) return `${treated}, without a follow-up plan`
  const next = waiting
    .filter(({ list }) => list === 'follow-up' || list === 'response-due')
    .sort((one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1))[0]
  if (!next?.dueAt) return `${treated}, nothing more is planned`
  const what = inSentence(next.what)
  const by = momentWords(next.dueAt, now)
  return next.dueAt < now ? `${treated}, overdue since ${by}: ${what}` : `${treated}, next by ${by}: ${what}`
}

const closedState: Words = (course, _, now) => {
  const died = course.latest(death)
  if (died) return `Died on ${momentWords(died.occurredAt, now)}`
  const closed = course.latest(closure)
  if (!closed) return 'Closed'
  return `Closed on ${momentWords(closed.occurredAt, now)}: ${closedBecause[closed.body.why]}`
}
