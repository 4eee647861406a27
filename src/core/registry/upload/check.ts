/** Whether what a service or its program sent is a past treatment: the kind's own rules, and those across its fields. */

import { procedureById } from '../../catalogue/procedures.ts'
import { checkIdentifier } from '../../patient/identifiers.ts'
import { pastProblems } from '../past-problems.ts'
import { type PastTreatmentBody, pastTreatment } from '../past-treatment.ts'
import { couldBeNational } from './discreet.ts'

export interface BodyProblem {
  /** Names from the body down, joined by dots: `targets.0.size`. Empty: the whole of it. */
  readonly path: string
  readonly words: string
}

export type Checked =
  | { readonly body: PastTreatmentBody; readonly problems?: undefined }
  | { readonly body?: undefined; readonly problems: readonly BodyProblem[] }

/** @param today in the United Kingdom, as 2026-11-22: nothing lies after it */
export function checkPast(given: unknown, today: string): Checked {
  const parsed = pastTreatment.schema.safeParse(given)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue)) }
  const { body, problems } = withCheckedNumber(parsed.data)
  const all = [...problems, ...keyProblems(body), ...catalogueProblems(body), ...pastProblems(body, today)]
  return all.length > 0 ? { problems: all } : { body }
}

interface Issue {
  readonly code?: string
  readonly keys?: readonly string[]
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function problemsOf(issue: Issue): readonly BodyProblem[] {
  const path = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [{ path, words: issue.message }]
  const named = (issue.keys ?? []).filter((key) => fieldName.test(key)).slice(0, mostUnknown)
  const problems = named.map((key) => ({
    path: path ? `${path}.${key}` : key,
    words: `There is no field “${key}”`,
  }))
  const others = (issue.keys?.length ?? 0) - named.length
  return others === 0 ? problems : [...problems, { path, words: unnamedWords(others, named.length > 0) }]
}

/**
 * What a program may call a field. Anything else can be a name or a number of somebody, written where a field's name
 * belongs: it is not repeated, for the log is kept for good.
 */
const fieldName = /^[A-Za-z][A-Za-z_-]{0,39}\d{0,2}$/
const mostUnknown = 20

const unnamedWords = (others: number, areMore: boolean) =>
  `There ${others === 1 ? 'is' : 'are'} ${others}${areMore ? ' more' : ''} ${others === 1 ? 'field' : 'fields'} that the schema does not know`

/** The number as its system writes it, or what is wrong with it. */
function withCheckedNumber(body: PastTreatmentBody): {
  readonly body: PastTreatmentBody
  readonly problems: readonly BodyProblem[]
} {
  if (!body.patient) return { body, problems: [] }
  const { system, value } = body.patient
  const checked = checkIdentifier(system, value)
  if (checked.problem !== undefined)
    return { body, problems: [{ path: 'patient.value', words: checked.problem }] }
  return { body: { ...body, patient: { system, value: checked.value } }, problems: [] }
}

/** The service's key of a treatment stands in lists and logs, the operator's in files: no patient may be known by them. */
function keyProblems({ localKey, operator, patient }: PastTreatmentBody): readonly BodyProblem[] {
  const problems: BodyProblem[] = []
  const say = (path: 'localKey' | 'operator', words: string) => problems.push({ path, words })
  if (patient && holds(localKey, patient.value))
    say(
      'localKey',
      localKey === patient.value
        ? 'The key is the patient’s number. Give a key of the treatment alone'
        : 'The key holds the patient’s number. Give a key of the treatment alone',
    )
  else if (couldBeNational(localKey))
    say('localKey', 'The key could be an NHS number. Give a key that identifies nobody')
  if (operator !== undefined && (couldBeNational(operator) || (patient && holds(operator, patient.value))))
    say('operator', 'The operator’s code could be the patient’s number. Give a code of the operator')
  return problems
}

const bare = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()

/** Also with other separators, or in small letters; a short number of a hospital stands in many keys by chance. */
function holds(key: string, number: string): boolean {
  const [outer, inner] = [bare(key), bare(number)]
  return outer === inner || (inner.length >= 6 && outer.includes(inner))
}

function catalogueProblems({ procedure }: PastTreatmentBody): readonly BodyProblem[] {
  return procedureById(procedure)
    ? []
    : [{ path: 'procedure', words: `“${procedure.slice(0, 60)}” is no procedure of the catalogue` }]
}
