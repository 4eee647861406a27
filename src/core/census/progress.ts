/** How far a respondent is: which question comes next, and about how many there are in all. */
import {
  type Answers,
  isEmpty,
  optionsOf,
  type Question,
  type Questionnaire,
  testsOf,
  visibleQuestions,
  type Wave,
} from './questionnaire.ts'

export interface Progress {
  /** From 1. */
  readonly number: number
  readonly total: number
  /** Answers not given yet may change the total. */
  readonly about: boolean
}

/**
 * Where a question stands on the branch. While a question that decides the branch has no answer, the
 * longest branch is counted, so that the total only ever shrinks. Null: the question is not asked.
 */
export function progressOf(
  questionnaire: Questionnaire,
  answers: Answers,
  wave: Wave,
  question: string,
): Progress | null {
  const visible = visibleQuestions(questionnaire, answers, wave)
  const index = visible.findIndex(({ id }) => id === question)
  if (index < 0) return null
  const deciding = decidingQuestions(questionnaire)
  const about = visible.some(({ id }) => deciding.has(id) && isEmpty(answers[id]))
  const total = about ? longestBranch(questionnaire, answers, wave, deciding) : visible.length
  return { number: index + 1, total, about }
}

/** The first required question on the branch without an answer; null: all have one. */
export function firstUnanswered(questionnaire: Questionnaire, answers: Answers, wave: Wave): Question | null {
  const visible = visibleQuestions(questionnaire, answers, wave)
  return visible.find(({ id, required }) => required && isEmpty(answers[id])) ?? null
}

/** The question after another on the branch; null: it was the last. */
export function questionAfter(
  questionnaire: Questionnaire,
  answers: Answers,
  wave: Wave,
  question: string,
): Question | null {
  const visible = visibleQuestions(questionnaire, answers, wave)
  const index = visible.findIndex(({ id }) => id === question)
  return visible[index + 1] ?? null
}

/** The question before another on the branch; null: it is the first. */
export function questionBefore(
  questionnaire: Questionnaire,
  answers: Answers,
  wave: Wave,
  question: string,
): Question | null {
  const visible = visibleQuestions(questionnaire, answers, wave)
  const index = visible.findIndex(({ id }) => id === question)
  return visible[index - 1] ?? null
}

/** Questions of a wave that have an answer and are not on the branch: kept, shown, not sent. */
export function leftOut(questionnaire: Questionnaire, answers: Answers, wave: Wave): readonly Question[] {
  const visible = new Set(visibleQuestions(questionnaire, answers, wave).map(({ id }) => id))
  return questionnaire.questions.filter(
    (question) => question.wave === wave && !visible.has(question.id) && !isEmpty(answers[question.id]),
  )
}

/** Questions on whose answers it depends whether others are asked. */
function decidingQuestions(questionnaire: Questionnaire): ReadonlySet<string> {
  return new Set(
    questionnaire.questions.flatMap(({ when }) =>
      when === undefined ? [] : testsOf(when).tests.map(({ question }) => question),
    ),
  )
}

/** How many questions the longest branch has that the answers so far still allow. */
function longestBranch(
  questionnaire: Questionnaire,
  answers: Answers,
  wave: Wave,
  deciding: ReadonlySet<string>,
): number {
  const visible = visibleQuestions(questionnaire, answers, wave)
  const open = visible.find(({ id }) => deciding.has(id) && isEmpty(answers[id]))
  if (open === undefined) return visible.length
  const lengths = optionsOf(open).map(({ value }) =>
    longestBranch(questionnaire, { ...answers, [open.id]: value }, wave, deciding),
  )
  return Math.max(visible.length, ...lengths)
}
