/** What the patient said of a treatment: the symptom before and after, relief, feedback. */

import type { FeedbackFacts, Told } from './facts.ts'
import { type TreatmentFacts, treatmentAbout } from './treatments.ts'

export interface SaidByPatient {
  readonly scoreBefore: number | null
  readonly scoreAfter: number | null
  readonly relief: string | null
  readonly relieved: boolean | null
  readonly feedback: string | null
  readonly experience: string | null
  readonly feedbackGiven: boolean | null
  readonly experienceGood: boolean | null
}

/**
 * Points by which a score of 0 to 10 falls, at least.
 *
 * @see Farrar JT et al. Pain 2001;94:149: about 2 points of an 11-point scale of pain are clinically important
 */
const noticed = 2

/** @param treatments those of the same case, by time */
export function saidByPatient(
  treatment: TreatmentFacts,
  treatments: readonly TreatmentFacts[],
): SaidByPatient {
  const { told } = treatment
  const scores = scoresOf(treatment, treatments)
  const relief = reliefOf(treatment, treatments)
  const { state, experience } = feedbackOf(
    told.feedbacks.filter(
      (each) =>
        treatmentAbout(treatments, each) === treatment && (each.on === null || each.on >= treatment.startOn),
    ),
  )
  return {
    ...scores,
    relief,
    relieved: relievedBy(scores, relief),
    feedback: state,
    experience,
    feedbackGiven: state === null ? null : state === 'given',
    experienceGood:
      experience === null || experience === 'unknown' ? null : ['very-good', 'good'].includes(experience),
  }
}

function scoresOf(treatment: TreatmentFacts, treatments: readonly TreatmentFacts[]) {
  const { startAt, sessions, told } = treatment
  const lastAt = (sessions.at(-1) ?? sessions[0]).at
  const at = treatments.indexOf(treatment)
  const nextAt = treatments[at + 1]?.startAt ?? null
  const previousAt = treatments[at - 1]?.startAt ?? ''
  const isOurs = ({ session, at: when }: Told['scores'][number]) =>
    session === null ? when > previousAt : sessions.some(({ id }) => id === session)
  const before = told.scores.findLast(
    (score) => score.moment === 'before' && score.at <= startAt && isOurs(score),
  )
  const after = told.scores.find(
    (score) =>
      score.moment === 'after' &&
      score.at >= lastAt &&
      (nextAt === null || score.at < nextAt || score.session !== null) &&
      isOurs(score) &&
      (before === undefined || score.symptom === before.symptom),
  )
  return { scoreBefore: before?.value ?? null, scoreAfter: after?.value ?? null }
}

function reliefOf(treatment: TreatmentFacts, treatments: readonly TreatmentFacts[]): string | null {
  const lastAt = (treatment.sessions.at(-1) ?? treatment.sessions[0]).at
  const first = treatment.told.reliefs.find(
    (each) => each.at >= lastAt && treatmentAbout(treatments, each) === treatment,
  )
  return first?.relief ?? null
}

/** By the scores where there are two; where there was nothing to relieve, there is no answer. */
function relievedBy(
  { scoreBefore, scoreAfter }: Pick<SaidByPatient, 'scoreBefore' | 'scoreAfter'>,
  relief: string | null,
): boolean | null {
  if (scoreBefore !== null && scoreAfter !== null)
    return scoreBefore === 0 ? null : scoreBefore - scoreAfter >= noticed
  return relief === null ? null : relief === 'gone' || relief === 'better'
}

/** Given comes before declined, and declined before asked; of several given, the last. */
function feedbackOf(all: readonly FeedbackFacts[]) {
  const last = (state: string) => all.findLast((each) => each.state === state)
  const found = last('given') ?? last('declined') ?? last('asked')
  return { state: found?.state ?? null, experience: found?.experience ?? null }
}
