/**
 * What a case waits for, whose it is to do, and when. Nothing here knows the present: an item says when it
 * opens and when it is due, and whoever reads a list compares.
 */

import type { Course } from './course.ts'
import { activityToPlan } from './due/activity.ts'
import { answered, toAnswer } from './due/answers.ts'
import { nurseToInvolve, oncologistToInform, responsibilityToState, toSpeak } from './due/before.ts'
import { toClose } from './due/close.ts'
import { dataQueries } from './due/data.ts'
import { consentToConfirm, today } from './due/day.ts'
import { owedDiscussion, toDiscuss } from './due/discussion.ts'
import type { Due, DueRule } from './due/due.ts'
import { followUp, planToMake } from './due/follow-up.ts'
import { complicationToGrade, feedbackToAsk, responseDue, safetyToReview } from './due/outcome.ts'
import { consentToTake, toBook, toInform, toPrescribe } from './due/planning.ts'
import { patientQuestions } from './due/question.ts'
import { onWard } from './due/ward.ts'
import type { Surroundings } from './surroundings.ts'

export { type Due, type WorkList, workLists } from './due/due.ts'

const rules: readonly DueRule[] = [
  toAnswer,
  answered,
  toSpeak,
  oncologistToInform,
  nurseToInvolve,
  responsibilityToState,
  toDiscuss,
  toBook,
  toInform,
  patientQuestions,
  consentToTake,
  activityToPlan,
  toPrescribe,
  consentToConfirm,
  today,
  onWard,
  complicationToGrade,
  owedDiscussion,
  planToMake,
  followUp,
  safetyToReview,
  feedbackToAsk,
  responseDue,
  dataQueries,
  toClose,
]

/**
 * Everything that a case waits for, in the order of the patient pathway; each with a key of its own. The
 * same course and surroundings always give the same answer.
 */
export function dueOf(course: Course, surroundings: Surroundings): readonly Due[] {
  return rules.flatMap((rule) => rule(course, surroundings))
}

/** Whether something can be done now. */
export function isOpen({ opensAt }: Pick<Due, 'opensAt'>, now: string): boolean {
  return opensAt <= now
}

/** Whether something should have been done. */
export function isOverdue({ dueAt }: Pick<Due, 'dueAt'>, now: string): boolean {
  return dueAt !== null && dueAt < now
}
