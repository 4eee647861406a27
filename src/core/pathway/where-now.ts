/** Where a patient is, in plain words for whoever referred them. */

import { ukDay } from '../calendar/uk-day.ts'
import { dayWords, momentWords } from '../calendar/uk-time.ts'
import { procedureById } from '../catalogue/procedures.ts'
import { labelOf } from '../letter/words.ts'
import { inSentence } from '../sentence.ts'
import type { Stage } from './case-kind.ts'
import type { Course, Stated } from './course.ts'
import { closure, death, responseAssessment } from './kinds/follow-up.ts'
import { treatment } from './kinds/procedure.ts'
import { currentDiscussion, isDiscussedBefore, nextMeeting } from './reading/discussion.ts'
import { responseAfter, responseDays } from './reading/follow-up.ts'
import { isAfter, referralOf, replyToAdvice, sentOnward } from './reading/referral.ts'
import { admittedNow, staysOf } from './reading/stay.ts'
import { openBookings, type Treatment } from './reading/treatments.ts'
import { stageOf } from './stage.ts'
import { closedBecause } from './state.ts'
import type { Surroundings } from './surroundings.ts'

export interface WhereNow {
  readonly stage: Stage
  /** One or two sentences. */
  readonly words: string
  /** What the referrer has to do; absent where that is nothing. */
  readonly yours?: string
}

/** Where the patient is, and whether the referrer is waited for. No name and no number. */
export function whereNow(course: Course, surroundings: Surroundings, now: string): WhereNow {
  const stage = stageOf(course)
  return { stage, ...speakers[stage](course, surroundings, now) }
}

type Words = (course: Course, surroundings: Surroundings, now: string) => Omit<WhereNow, 'stage'>

const speakers: Readonly<Record<Stage, Words>> = {
  referral: (course, _, now) => {
    const current = referralOf(course)
    if (!current) return { words: 'The case is open. There is no referral yet.' }
    const onward = sentOnward(course)
    if (onward && isAfter(onward, current.referral))
      return { words: `Your patient was referred onward on ${momentWords(onward.occurredAt, now)}.` }
    const last = current.answers.at(-1)
    const on = momentWords((last ?? current.referral).occurredAt, now)
    switch (last?.body.answer) {
      case undefined:
        return { words: `Your referral of ${on} has arrived. It waits for an answer.` }
      case 'acknowledged':
        return { words: `Your referral was acknowledged on ${on}. A decision follows.` }
      case 'advice':
        if (replyToAdvice(current, course))
          return { words: 'You have replied to the advice. The referral waits for a decision.' }
        return {
          words: `Advice was given on ${on}. The referral stays open.`,
          yours: 'Read the advice, and say whether the patient should still be treated.',
        }
      case 'refused':
        return { words: `Your referral was refused on ${on}.`, yours: 'Read the reason.' }
      case 'accepted':
        return { words: `Your referral was accepted on ${on}.` }
    }
  },
  planning: (course, surroundings, now) => {
    const current = referralOf(course)
    const onward = sentOnward(course)
    if (onward && !(current && isAfter(current.referral, onward)))
      return { words: `Your patient was referred onward on ${momentWords(onward.occurredAt, now)}.` }
    const discussed = currentDiscussion(course)
    if (discussed) {
      const on = momentWords(discussed.occurredAt, now)
      const then = {
        treat: 'The procedure will be booked.',
        'treat-otherwise': 'Another image-guided procedure was recommended, and will be booked.',
        'more-information': 'More information is needed. The case will be discussed again.',
        'other-treatment': 'Another kind of treatment was recommended.',
        'refer-onward': 'Referral to another centre was recommended.',
        'best-supportive-care': 'Best supportive care was recommended.',
      }[discussed.body.recommendation]
      return {
        words: `The MDT meeting of ${on} has discussed your patient. ${then}`,
        ...(discussed.body.recommendation === 'more-information'
          ? { yours: 'Send what the meeting has asked for.' }
          : {}),
      }
    }
    const accepted = current?.decision ? 'Your referral is accepted. ' : ''
    if (!current || !isDiscussedBefore(current.referral.body))
      return { words: `${accepted}The procedure will be booked.` }
    const since = current.decision?.occurredAt ?? current.referral.occurredAt
    const meeting = nextMeeting(course, surroundings, since > now ? since : now)
    return {
      words: meeting
        ? `${accepted}The case will be discussed at the MDT meeting of ${momentWords(meeting.at, now)}.`
        : `${accepted}The case will be discussed at an MDT meeting. Its day is not known yet.`,
    }
  },
  preparation: (course, _, now) => {
    const booked = openBookings(course)[0]
    return booked
      ? {
          words: `${plainly(booked.body.procedure)} is booked for ${momentWords(booked.body.plannedFor, now)}.`,
        }
      : { words: 'Your patient is being prepared. The day is not booked yet.' }
  },
  procedure: (course, _, now) => {
    const admitted = admittedNow(course)
    return {
      words: `Your patient was admitted${admitted ? ` on ${momentWords(admitted.occurredAt, now)}` : ''}.`,
    }
  },
  recovery: (course, _, now) => {
    const done = course.latest(treatment)
    const on = done ? ` on ${momentWords(done.occurredAt, now)}` : ''
    return { words: `Your patient was treated${on}, and is still on the ward.` }
  },
  'follow-up': (course, _, now) => {
    const done = course.latest(treatment)
    if (!done) return { words: 'Your patient is in follow-up.' }
    const left = staysOf(course).at(-1)?.discharge
    const place = left ? `, and ${whereTo[left.body.to]}` : ''
    const treated = `Your patient was treated on ${momentWords(done.occurredAt, now)}${place}.`
    return { words: `${treated}${responseWords(course, done, now)}` }
  },
  closed: (course, _, now) => {
    const died = course.latest(death)
    if (died) return { words: `Your patient died on ${momentWords(died.occurredAt, now)}.` }
    const closed = course.latest(closure)
    if (!closed) return { words: 'The case is closed.' }
    return {
      words: `The case was closed on ${momentWords(closed.occurredAt, now)}: ${closedBecause[closed.body.why]}.`,
    }
  },
}

const whereTo = {
  home: 'is home',
  'other-ward': 'is on another ward',
  'other-hospital': 'was taken to another hospital',
  hospice: 'is in a hospice',
  'care-home': 'is in a care home',
} as const

/** How the treatment worked, where that was assessed; else by when it will be. */
function responseWords(course: Course, done: Stated<Treatment>, now: string): string {
  if (done.body.intent !== 'disease-modifying') return ''
  const response = responseAfter(course, done)
  if (response) {
    const read = inSentence(labelOf(responseAssessment.fields.read, response.body.read))
    return ` Response was assessed on ${momentWords(response.occurredAt, now)}: ${read}.`
  }
  const { to } = responseDays(done)
  return to >= ukDay(now) ? ` Response will be assessed by ${dayWords(to, now)}.` : ''
}

function plainly(procedure: string): string {
  return procedureById(procedure)?.name ?? procedure
}
