/** The questionnaire of a census as data: questions, their options, and on which branch each is asked. */
import { z } from 'zod'

/** The most characters that a text answer may hold when its question does not say. */
export const TEXT_LIMIT = 2000

/** The most organisations that one answer may name. */
export const ORGANISATIONS_LIMIT = 20

export const waveSchema = z.enum(['first', 'follow-up'])

/** `first`: every organisation, by e-mail or telephone. `follow-up`: supportive-only services. */
export type Wave = z.infer<typeof waveSchema>

/** `yes`, `no`, an option's value, several values, organisation codes, or text. */
export const answerSchema = z.union([z.string(), z.array(z.string()).readonly()])
export type Answer = z.infer<typeof answerSchema>

export const answersSchema = z.record(z.string(), answerSchema).readonly()
export type Answers = z.infer<typeof answersSchema>

const optionSchema = z
  .object({ value: z.string().regex(/^[a-z0-9-]+$/), label: z.string(), hint: z.string().exactOptional() })
  .readonly()
export type Option = z.infer<typeof optionSchema>

const testSchema = z.object({ question: z.string(), is: z.string() }).readonly()

/** One earlier question's answer is, or includes, a value. */
export type Test = z.infer<typeof testSchema>

/**
 * When a question is asked. Flat on purpose: a FHIR `enableWhen` and a REDCap branching logic say the
 * same with nothing lost. A test on a question that is itself not asked fails.
 */
const conditionSchema = z.union([
  testSchema,
  z.object({ all: z.array(testSchema).readonly() }).readonly(),
  z.object({ any: z.array(testSchema).readonly() }).readonly(),
])
export type Condition = z.infer<typeof conditionSchema>

export const questionSchema = z
  .object({
    id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    section: z.string(),
    wave: waveSchema,
    asks: z.string(),
    hint: z.string().exactOptional(),
    type: z.enum(['yes-no', 'one', 'many', 'organisations', 'text']),
    options: z.array(optionSchema).readonly().exactOptional(),
    required: z.boolean(),
    maxLength: z.number().int().positive().exactOptional(),
    /** An option of a `many` that excludes the others, such as `cannot-say`. */
    exclusive: z.string().exactOptional(),
    when: conditionSchema.exactOptional(),
  })
  .readonly()
export type Question = z.infer<typeof questionSchema>

export const questionnaireSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.number().int().positive(),
    title: z.string(),
    source: z.string(),
    questions: z.array(questionSchema).readonly(),
  })
  .readonly()
export type Questionnaire = z.infer<typeof questionnaireSchema>

/** The two options of every yes-or-no question. */
const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** The options that a respondent chooses from; none for text and organisations. */
export function optionsOf(question: Question): readonly Option[] {
  return question.type === 'yes-no' ? YES_NO : (question.options ?? [])
}

/** The words of an option's value as the respondent read them; the value itself when it has none. */
export function labelOf(question: Question, value: string): string {
  return optionsOf(question).find((option) => option.value === value)?.label ?? value
}

/** The question with this id, if the questionnaire has it. */
export function questionOf(questionnaire: Questionnaire, id: string): Question | undefined {
  return questionnaire.questions.find((question) => question.id === id)
}

/** Whether an answer says nothing: absent, blank text or an empty list. */
export function isEmpty(answer: Answer | null | undefined): boolean {
  if (answer === null || answer === undefined) return true
  return typeof answer === 'string' ? answer.trim() === '' : answer.length === 0
}

/** The tests of a condition, and whether one of them is enough. */
export function testsOf(condition: Condition): { tests: readonly Test[]; enough: 'all' | 'any' } {
  if ('any' in condition) return { tests: condition.any, enough: 'any' }
  return { tests: 'all' in condition ? condition.all : [condition], enough: 'all' }
}

/**
 * The questions, in order, on the branch that the answers so far take in a wave. Answers are those of
 * both waves together: what the follow-up asks depends on the first wave's.
 */
export function visibleQuestions(
  questionnaire: Questionnaire,
  answers: Answers,
  wave: Wave,
): readonly Question[] {
  return questionsOnBranch(questionnaire, answers).filter((question) => question.wave === wave)
}

/** As {@link visibleQuestions}, of both waves. */
export function questionsOnBranch(questionnaire: Questionnaire, answers: Answers): readonly Question[] {
  const visible = new Set<string>()
  return questionnaire.questions.filter((question) => {
    const asked = question.when === undefined || holds(question.when, answers, visible)
    if (asked) visible.add(question.id)
    return asked
  })
}

/** Whether the answers so far lead to this one question: what {@link questionsOnBranch} says, without the others. */
export function isAsked(questionnaire: Questionnaire, answers: Answers, id: string): boolean {
  const question = questionOf(questionnaire, id)
  if (question?.when === undefined) return question !== undefined
  const { tests, enough } = testsOf(question.when)
  const passes = (test: Test) =>
    says(answers[test.question], test.is) && isAsked(questionnaire, answers, test.question)
  return enough === 'any' ? tests.some(passes) : tests.every(passes)
}

function holds(condition: Condition, answers: Answers, visible: ReadonlySet<string>): boolean {
  const { tests, enough } = testsOf(condition)
  const passes = (test: Test) => visible.has(test.question) && says(answers[test.question], test.is)
  return enough === 'any' ? tests.some(passes) : tests.every(passes)
}

function says(answer: Answer | undefined, value: string): boolean {
  return typeof answer === 'string' ? answer === value : (answer?.includes(value) ?? false)
}

/** Whether an organisation with these answers is asked anything in the follow-up wave. */
export function hasFollowUp(questionnaire: Questionnaire, answers: Answers): boolean {
  return visibleQuestions(questionnaire, answers, 'follow-up').length > 0
}
