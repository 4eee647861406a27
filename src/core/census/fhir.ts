/** A questionnaire as a FHIR R4 Questionnaire. */
import {
  type Option,
  optionsOf,
  type Question,
  type Questionnaire,
  questionOf,
  TEXT_LIMIT,
  testsOf,
} from './questionnaire.ts'

type Coding = { readonly system: string; readonly code: string; readonly display: string }
type EnableWhen = { readonly question: string; readonly operator: '=' } & (
  | { readonly answerBoolean: boolean }
  | { readonly answerCoding: { readonly system: string; readonly code: string } }
)

export interface FhirItem {
  readonly linkId: string
  readonly text: string
  readonly type: 'group' | 'display' | 'boolean' | 'choice' | 'string' | 'text'
  readonly required?: boolean
  readonly repeats?: boolean
  readonly maxLength?: number
  readonly enableWhen?: readonly EnableWhen[]
  readonly enableBehavior?: 'all' | 'any'
  readonly answerOption?: readonly { readonly valueCoding: Coding }[]
  readonly item?: readonly FhirItem[]
}

export interface FhirQuestionnaire {
  readonly resourceType: 'Questionnaire'
  readonly id: string
  readonly url: string
  readonly version: string
  readonly name: string
  readonly title: string
  readonly status: 'active'
  readonly subjectType: readonly ['Organization']
  readonly description: string
  readonly item: readonly FhirItem[]
}

/**
 * The questionnaire as a FHIR R4 resource: a group a section, branching as `enableWhen`. R4 has no way to
 * say that one option excludes the others; the words of the option say it. `base` is the address of this
 * installation, `https://census.example`: canonical addresses begin with it.
 *
 * @see HL7 FHIR R4 (4.0.1), Questionnaire
 */
export function fhirQuestionnaire(questionnaire: Questionnaire, base: string): FhirQuestionnaire {
  const codes = `${base}/fhir/CodeSystem/io-census-answer`
  const id = `${questionnaire.id}-${questionnaire.version}`
  return {
    resourceType: 'Questionnaire',
    id,
    url: `${base}/fhir/Questionnaire/${questionnaire.id}`,
    version: String(questionnaire.version),
    name: 'InterventionalOncologyCensus',
    title: questionnaire.title,
    status: 'active',
    subjectType: ['Organization'],
    description: questionnaire.source,
    item: sectionsOf(questionnaire).map(({ title, questions }, at) => ({
      linkId: `section-${at + 1}`,
      text: title,
      type: 'group',
      item: questions.map((question) => itemOf(questionnaire, question, codes)),
    })),
  }
}

function sectionsOf({ questions }: Questionnaire): readonly { title: string; questions: Question[] }[] {
  const sections: { title: string; questions: Question[] }[] = []
  for (const question of questions) {
    const title = question.wave === 'follow-up' ? `${question.section}: follow-up` : question.section
    const last = sections.at(-1)
    if (last?.title === title) last.questions.push(question)
    else sections.push({ title, questions: [question] })
  }
  return sections
}

function itemOf(questionnaire: Questionnaire, question: Question, codes: string): FhirItem {
  return {
    linkId: question.id,
    text: question.asks,
    ...shapeOf(question, codes),
    required: question.required,
    ...(question.type === 'many' || question.type === 'organisations' ? { repeats: true } : {}),
    ...enabling(questionnaire, question, codes),
    ...(question.hint === undefined
      ? {}
      : { item: [{ linkId: `${question.id}-hint`, text: question.hint, type: 'display' }] }),
  }
}

function shapeOf(question: Question, codes: string): Pick<FhirItem, 'type' | 'maxLength' | 'answerOption'> {
  switch (question.type) {
    case 'yes-no':
      return { type: 'boolean' }
    case 'one':
    case 'many':
      return {
        type: 'choice',
        answerOption: optionsOf(question).map((option) => ({
          valueCoding: codingOf(question, option, codes),
        })),
      }
    case 'organisations':
      return { type: 'string', maxLength: 12 }
    case 'text':
      return { type: 'text', maxLength: question.maxLength ?? TEXT_LIMIT }
  }
}

function codingOf(question: Question, { value, label }: Option, system: string): Coding {
  return { system, code: `${question.id}.${value}`, display: label }
}

function enabling(
  questionnaire: Questionnaire,
  { when }: Question,
  system: string,
): Pick<FhirItem, 'enableWhen' | 'enableBehavior'> {
  if (when === undefined) return {}
  const { tests, enough } = testsOf(when)
  const enableWhen = tests.map(({ question, is }): EnableWhen => {
    const asked = questionOf(questionnaire, question)
    if (asked === undefined) throw new Error(`a condition names ${question}, which is no question`)
    return asked.type === 'yes-no'
      ? { question, operator: '=', answerBoolean: is === 'yes' }
      : { question, operator: '=', answerCoding: { system, code: `${question}.${is}` } }
  })
  return tests.length > 1 ? { enableWhen, enableBehavior: enough } : { enableWhen }
}
