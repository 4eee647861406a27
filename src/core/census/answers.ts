/** Whether an answer, and a whole set of answers, can be understood; the words when one cannot. */
import {
  type Answer,
  type Answers,
  isEmpty,
  labelOf,
  ORGANISATIONS_LIMIT,
  optionsOf,
  type Question,
  type Questionnaire,
  questionOf,
  questionsOnBranch,
  TEXT_LIMIT,
  type Wave,
} from './questionnaire.ts'

/** Something about a set of answers that the respondent or the lead should look at. */
export interface Problem {
  readonly question: string
  readonly kind: 'missing' | 'contradictory' | 'not-understood'
  readonly words: string
}

/** What a check may know besides the questionnaire. */
export interface AnswerContext {
  /** Codes of the directory; without them any well-formed code passes. */
  readonly organisations?: ReadonlySet<string>
  /** The organisation that answers: it cannot refer to itself. */
  readonly own?: string
}

type Checked = { answer: Answer | null } | { problem: string }

/**
 * One answer as it was posted or read from a file, made into the form in which it is kept; null when
 * it is empty. Never throws, whatever is given. A problem's words go beside the field.
 */
export function checkAnswer(question: Question, raw: unknown, context: AnswerContext = {}): Checked {
  const values = valuesOf(raw)
  if (values === null) return { problem: 'The answer could not be read. Answer the question again' }
  if (values.some(hasControlCharacter)) {
    return { problem: 'The answer holds characters that cannot be kept. Type it again' }
  }
  if (question.type === 'text') return checkText(question, values)
  const given = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
  if (given.length === 0) return { answer: null }
  if (question.type === 'organisations') return checkOrganisations(given, context)
  return checkOptions(question, given)
}

function valuesOf(raw: unknown): readonly string[] | null {
  if (raw === null || raw === undefined) return []
  if (typeof raw === 'string') return [raw]
  if (!Array.isArray(raw)) return null
  return raw.every((value) => typeof value === 'string') ? raw : null
}

function hasControlCharacter(value: string): boolean {
  // Tab, line feed and carriage return are text; the rest of C0, DEL, C1 and lone surrogates are not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(value) || !value.isWellFormed()
}

function checkText(question: Question, values: readonly string[]): Checked {
  const text = values.join('\n').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  if (text === '') return { answer: null }
  const limit = question.maxLength ?? TEXT_LIMIT
  const length = [...text].length
  if (length <= limit) return { answer: text }
  const over = length - limit
  const characters = over === 1 ? 'character' : 'characters'
  return {
    problem: `Your answer is ${count(over)} ${characters} too long. Shorten it to ${count(limit)} or fewer`,
  }
}

/** A whole number with commas between thousands. */
function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

function checkOrganisations(given: readonly string[], context: AnswerContext): Checked {
  const codes = [...new Set(given.map((code) => code.toUpperCase()))]
  const unknown = codes.find(
    (code) => !/^[A-Z0-9]{2,12}$/.test(code) || (context.organisations && !context.organisations.has(code)),
  )
  if (unknown !== undefined) {
    return { problem: `There is no organisation with the code ${shown(unknown)}. Choose it from the list` }
  }
  if (context.own !== undefined && codes.includes(context.own)) {
    return { problem: 'Your own organisation is in the list. Choose those that you refer to' }
  }
  if (codes.length > ORGANISATIONS_LIMIT) {
    return { problem: `${codes.length} organisations are named. Name ${ORGANISATIONS_LIMIT} or fewer` }
  }
  return { answer: codes }
}

function checkOptions(question: Question, given: readonly string[]): Checked {
  const known = optionsOf(question).map((option) => option.value)
  const unknown = given.find((value) => !known.includes(value))
  if (unknown !== undefined) {
    return { problem: `${shown(unknown)} is not one of the answers. Choose from the list` }
  }
  if (question.type !== 'many') {
    const [only, ...more] = given
    return more.length > 0 || only === undefined
      ? { problem: 'More than one answer is given. Choose one' }
      : { answer: only }
  }
  const { exclusive } = question
  if (exclusive !== undefined && given.length > 1 && given.includes(exclusive)) {
    return {
      problem: `“${labelOf(question, exclusive)}” cannot go with another answer. Choose one or the other`,
    }
  }
  // Kept in the questionnaire's order, so that the same choice is always the same answer.
  return { answer: known.filter((value) => given.includes(value)) }
}

function shown(value: string): string {
  const start = [...value].slice(0, 40).join('')
  return `“${start}${start === value ? '' : '…'}”`
}

/**
 * Everything that the lead should see about one wave of a set of answers: required questions of the
 * branch without an answer, answers to questions off the branch, answers that cannot be understood.
 * An empty list: complete. Answers are those of both waves together.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  wave: Wave,
  context: AnswerContext = {},
): readonly Problem[] {
  const branch = new Set(questionsOnBranch(questionnaire, answers).map((question) => question.id))
  const known = questionnaire.questions.flatMap((question) =>
    question.wave === wave
      ? problemsOf(question, answers[question.id], branch.has(question.id), context)
      : [],
  )
  return wave === 'first' ? [...known, ...unknownQuestions(questionnaire, answers)] : known
}

function problemsOf(
  question: Question,
  answer: Answer | undefined,
  asked: boolean,
  context: AnswerContext,
): readonly Problem[] {
  if (isEmpty(answer)) {
    return asked && question.required
      ? [{ question: question.id, kind: 'missing', words: `Not answered: ${question.asks}` }]
      : []
  }
  const checked = checkAnswer(question, answer, context)
  if ('problem' in checked)
    return [{ question: question.id, kind: kindOf(question, answer), words: checked.problem }]
  if (asked) return []
  const words = `Answered, though other answers say that it does not apply: ${question.asks}`
  return [{ question: question.id, kind: 'contradictory', words }]
}

function kindOf(question: Question, answer: Answer | undefined): Problem['kind'] {
  const all =
    typeof answer === 'object' && question.exclusive !== undefined && answer.includes(question.exclusive)
  const known = optionsOf(question).map((option) => option.value)
  return all && answer.every((value) => known.includes(value)) ? 'contradictory' : 'not-understood'
}

function unknownQuestions(questionnaire: Questionnaire, answers: Answers): readonly Problem[] {
  return Object.keys(answers)
    .filter((id) => questionOf(questionnaire, id) === undefined)
    .map((id) => ({
      question: id,
      kind: 'not-understood',
      words: `${shown(id)} is not a question of ${questionnaire.title}`,
    }))
}
