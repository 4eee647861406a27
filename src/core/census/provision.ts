/** What an organisation's answers say that it provides: separate facts, and the class they add up to. */
import { z } from 'zod'
import { type Answers, isEmpty } from './questionnaire.ts'

export const provisionClassSchema = z.enum([
  'both',
  'supportive-only',
  'referral-pathway-only',
  'planned',
  'none',
])

/** The paper's classes, from most to least provision. */
export type ProvisionClass = z.infer<typeof provisionClassSchema>

/** Every class, in the order in which tables and legends show them. */
export const PROVISION_CLASSES: readonly ProvisionClass[] = provisionClassSchema.options

/** The words of each class, as tables and legends print them. */
export const PROVISION_WORDS: Readonly<Record<ProvisionClass, string>> = {
  both: 'Both supportive and disease-modifying',
  'supportive-only': 'Supportive only',
  'referral-pathway-only': 'Formal referral pathway only',
  planned: 'Planned within 12 months',
  none: 'None and no plan',
}

/** The option of a list of procedures that says: we offer some, I cannot say which. */
export const CANNOT_SAY = 'cannot-say'

/** Facts of one organisation in one edition. Null: not asked, not answered, or cannot say. */
export interface Provision {
  readonly provides: boolean | null
  readonly kinds: 'supportive-only' | 'both' | null
  /** Every procedure offered, by id of the catalogue; null: it offers IO and gave no detail, or nothing is known. */
  readonly procedures: readonly string[] | null
  readonly supportiveProcedures: readonly string[] | null
  /** Empty when it offers none, which a supportive-only service and a non-provider say by their class. */
  readonly diseaseModifyingProcedures: readonly string[] | null
  readonly referralPathway: boolean | null
  readonly referralPathwayTo: readonly string[]
  readonly plans: boolean | null
  readonly irDepartment: boolean | null
  readonly ioLead: boolean | null
  /** Asked of supportive-only services in the follow-up wave. */
  readonly diseaseModifyingPathway: boolean | null
  readonly diseaseModifyingPathwayTo: readonly string[]
  readonly class: ProvisionClass | null
}

/**
 * The provision that a set of answers declares. Answers off their branch decide nothing: a list of
 * procedures after "no, we offer no IO" is left out here, and reported by `checkAnswers`.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, Methods (key points of the survey) and figure 2
 */
export function provisionOf(answers: Answers): Provision {
  const provides = yesOrNo(answers, 'ioOffered')
  const kinds = provides ? kindsOf(answers) : null
  const supportive = provides ? listOf(answers, 'supportiveProcedures') : provides === false ? [] : null
  const diseaseModifying =
    kinds === 'both'
      ? listOf(answers, 'diseaseModifyingProcedures')
      : kinds === 'supportive-only' || provides === false
        ? []
        : null
  const referralPathway = provides === false ? yesOrNo(answers, 'referralPathway') : null
  const plans = referralPathway === false ? yesOrNo(answers, 'plannedWithin12Months') : null
  const pathway = kinds === 'supportive-only' ? yesOrNo(answers, 'diseaseModifyingPathway') : null
  return {
    provides,
    kinds,
    procedures: supportive && [...supportive, ...(diseaseModifying ?? [])],
    supportiveProcedures: supportive,
    diseaseModifyingProcedures: diseaseModifying,
    referralPathway,
    referralPathwayTo: referralPathway ? codesOf(answers, 'referralPathwayTo') : [],
    plans,
    irDepartment: yesOrNo(answers, 'irDepartment'),
    ioLead: yesOrNo(answers, 'ioLead'),
    diseaseModifyingPathway: pathway,
    diseaseModifyingPathwayTo: pathway ? codesOf(answers, 'diseaseModifyingPathwayTo') : [],
    class: classOf(provides, kinds, referralPathway, plans),
  }
}

function classOf(
  provides: boolean | null,
  kinds: Provision['kinds'],
  referralPathway: boolean | null,
  plans: boolean | null,
): ProvisionClass | null {
  if (provides === null) return null
  if (provides) return kinds
  if (referralPathway) return 'referral-pathway-only'
  if (plans === null) return null
  return plans ? 'planned' : 'none'
}

function yesOrNo(answers: Answers, question: string): boolean | null {
  const answer = answers[question]
  return answer === 'yes' ? true : answer === 'no' ? false : null
}

function kindsOf(answers: Answers): Provision['kinds'] {
  const answer = answers.kinds
  return answer === 'both' || answer === 'supportive-only' ? answer : null
}

function listOf(answers: Answers, question: string): readonly string[] | null {
  const answer = answers[question]
  if (isEmpty(answer) || typeof answer === 'string' || answer === undefined) return null
  return answer.includes(CANNOT_SAY) ? null : answer
}

function codesOf(answers: Answers, question: string): readonly string[] {
  const answer = answers[question]
  return typeof answer === 'string' || answer === undefined ? [] : answer
}
