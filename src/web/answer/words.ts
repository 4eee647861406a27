/** Answers, roles and moments in the words of the answering pages. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import {
  type Answer,
  isEmpty,
  labelOf,
  type Question,
  type Questionnaire,
  questionOf,
} from '#core/census/questionnaire.ts'
import { dateWords, isoDay, timeWords } from '../components/dates.ts'

/** An answer as lines to read: one a value chosen. Empty: not answered. */
export function answerLines(
  question: Question,
  answer: Answer | null | undefined,
  organisations: readonly Organisation[],
): readonly string[] {
  if (answer === null || answer === undefined || isEmpty(answer)) return []
  if (question.type === 'text') return [typeof answer === 'string' ? answer : answer.join('\n')]
  const values = typeof answer === 'string' ? [answer] : answer
  return values.map((value) =>
    question.type === 'organisations'
      ? (organisations.find(({ code }) => code === value)?.name ?? value)
      : labelOf(question, value),
  )
}

/** A respondent's role in the middle of a sentence. */
export function roleWords(questionnaire: Questionnaire, role: string | null): string {
  if (role === null) return 'a telephone interviewer'
  const question = questionOf(questionnaire, 'respondentRole')
  const label = question ? labelOf(question, role) : role
  const lower = label === role ? role.replaceAll('-', ' ') : label
  return `the ${lower.charAt(0).toLowerCase()}${lower.slice(1)}`
}

/** How long ago, as one says it: 'a moment ago', '5 minutes ago', 'at 14:05', 'on 3 March 2026 at 14:05'. */
export function agoWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return 'a moment ago'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  if (isoDay(at) === isoDay(now)) return `at ${timeWords(at)}`
  return `on ${dateWords(at)} at ${timeWords(at)}`
}

/** The question without what makes it one, for a list of what is missing. */
export function missingWords({ type }: Question): string {
  switch (type) {
    case 'yes-no':
      return 'Choose yes or no'
    case 'one':
      return 'Choose one answer'
    case 'many':
      return 'Choose at least one answer'
    case 'organisations':
      return 'Choose at least one organisation'
    case 'text':
      return 'Write an answer'
  }
}

/** The address to write to, out of `Name <address>`. */
export function addressOf(mailFrom: string): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
}
