/** Whether what a service or its program sent is a past treatment: the kind's own rules, and those across its fields. */

import { procedureById } from '../../catalogue/procedures.ts'
import { checkIdentifier, checkNhsNumber } from '../../patient/identifiers.ts'
import { pastProblems } from '../past-problems.ts'
import { type PastTreatmentBody, pastTreatment } from '../past-treatment.ts'

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
  return (issue.keys ?? []).map((key) => ({
    path: path ? `${path}.${key}` : key,
    words: `There is no field “${key.slice(0, 60)}”`,
  }))
}

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

/** The service's key of a treatment stands in lists and logs: it must not be what a patient is known by. */
function keyProblems({ localKey, patient }: PastTreatmentBody): readonly BodyProblem[] {
  if (patient && localKey === patient.value)
    return [{ path: 'localKey', words: 'The key is the patient’s number. Give a key of the treatment alone' }]
  if (/^\d{10}$/.test(localKey) && checkNhsNumber(localKey).problem === undefined)
    return [{ path: 'localKey', words: 'The key could be an NHS number. Give a key that identifies nobody' }]
  return []
}

function catalogueProblems({ procedure }: PastTreatmentBody): readonly BodyProblem[] {
  return procedureById(procedure)
    ? []
    : [{ path: 'procedure', words: `“${procedure.slice(0, 60)}” is no procedure of the catalogue` }]
}
