/** What went wrong within 30 days of a session, as graded; 'no' only where something shows it. */

import { daysAfter, daysBetween } from '../../calendar/uk-day.ts'
import { earliest } from './days.ts'
import type { ComplicationFacts, SessionFacts, Told } from './facts.ts'
import type { Life } from './life.ts'

const withinDays = 30

export interface Safety {
  readonly complication: boolean | null
  readonly severe: boolean | null
  /** Within the 30 days. */
  readonly complications: readonly ComplicationFacts[]
}

/** CIRSE 4 or above, or CTCAE 3 or above, as graded: none is turned into the other. */
function isSevere({ cirse, ctcae }: Pick<ComplicationFacts, 'cirse' | 'ctcae'>): boolean {
  return Number(cirse ?? 0) >= 4 || Number(ctcae ?? 0) >= 3
}

/**
 * The safety of a session. There was none where its safety was reviewed, nothing is recorded, and either the review
 * was on day 30 or later, or somebody saw the patient then. An early review alone is silent on the days after it.
 */
export function safetyOf(session: SessionFacts, told: Told, life: Life): Safety {
  const complications = told.complications.filter(
    (each) => each.session === session.id && isWithin(each, session),
  )
  const happened = complications.length > 0 || session.complicationNow
  const covered = isReviewed(session, told, life)
  const complication = happened ? true : covered ? false : null
  // Said to have happened, and graded by nobody: how bad is not known.
  const graded = complications.length > 0 || !session.complicationNow
  const severe = complications.some(isSevere) ? true : covered && graded ? false : null
  return { complication, severe, complications }
}

function isWithin({ on }: ComplicationFacts, session: SessionFacts): boolean {
  if (on === null) return true
  const days = daysBetween(session.on, on)
  return days >= 0 && days <= withinDays
}

function isReviewed(session: SessionFacts, told: Told, { seen }: Life): boolean {
  const last = daysAfter(session.on, withinDays)
  const reviews = told.reviews.filter((each) => each.session === session.id && each.on >= session.on)
  if (reviews.length === 0) return false
  return reviews.some(({ on }) => on >= last) || seen.some((day) => day >= last)
}

/** One answer of several sessions': yes where any says yes, no where all say no. */
export function anyOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true
  return answers.every((each) => each === false) ? false : null
}

/** The highest of some grades, as given; null where there is none. */
export function worstOf(grades: readonly (string | null)[]): string | null {
  return grades.reduce(
    (worst, grade) => (grade !== null && (worst === null || Number(grade) > Number(worst)) ? grade : worst),
    null,
  )
}

/** The day of the first severe complication of some sessions that was not before its session. */
export function firstSevere(sessions: readonly SessionFacts[], told: Told): string | null {
  return earliest(
    sessions.flatMap((session) => [
      session.given?.severeOn && session.given.severeOn >= session.on ? session.given.severeOn : null,
      ...told.complications
        .filter((each) => each.session === session.id && isSevere(each))
        .map(({ on }) => (on !== null && on >= session.on ? on : null)),
    ]),
  )
}
