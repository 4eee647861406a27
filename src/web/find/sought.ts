/** What somebody looks for: one procedure, what may be used for a condition, or interventional oncology of any kind. */

import { type Condition, conditionById } from '#core/catalogue/conditions.ts'
import { IMAGE_GUIDED_BIOPSY, type Procedure, procedureById } from '#core/catalogue/procedures.ts'
import { askedIn } from '#core/census/asked-procedures.ts'
import type { Questionnaire } from '#core/census/questionnaire.ts'
import { inSentence } from '#core/sentence.ts'

export type Sought =
  | { readonly kind: 'any' }
  | { readonly kind: 'procedure'; readonly procedure: Procedure }
  | { readonly kind: 'condition'; readonly condition: Condition }

/** What an id stands for; null where it stands for nothing. */
export function soughtOf(id: string): Sought | null {
  if (id === '') return { kind: 'any' }
  const procedure = procedureById(id)
  if (procedure) return { kind: 'procedure', procedure }
  const condition = conditionById(id)
  return condition ? { kind: 'condition', condition } : null
}

export function idOf(sought: Sought): string {
  if (sought.kind === 'any') return ''
  return sought.kind === 'procedure' ? sought.procedure.id : sought.condition.id
}

/**
 * The procedures that will do, of those that the census asked about; none for any kind. A biopsy treats nothing
 * and is done nearly everywhere: for a condition that is treated by something else it is not looked for.
 */
export function proceduresOf(sought: Sought, questionnaire: Questionnaire): readonly string[] {
  if (sought.kind === 'any') return []
  const asked = askedIn(questionnaire)
  const wanted = sought.kind === 'procedure' ? [sought.procedure.id] : treating(sought.condition)
  return wanted.filter((id) => asked.has(id))
}

function treating({ mayBeUsed }: Condition): readonly string[] {
  const all = mayBeUsed.map(({ procedure }) => procedure)
  const treatments = all.filter((id) => id !== IMAGE_GUIDED_BIOPSY)
  return treatments.length > 0 ? treatments : all
}

/** What a service provides of it: of a condition, what is done for it. */
export const providedWords = (sought: Sought): string =>
  sought.kind === 'condition' ? `treatment for ${soughtWords(sought)}` : soughtWords(sought)

/** In the middle of a sentence: "liver ablation", "cancer of the kidney". */
export function soughtWords(sought: Sought): string {
  if (sought.kind === 'any') return 'interventional oncology'
  if (sought.kind === 'condition') return inSentence(sought.condition.name)
  const { name } = sought.procedure
  return inSentence(name)
}
