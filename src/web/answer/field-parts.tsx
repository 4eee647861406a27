/** What all fields are made of: the question as their heading, its hint, its error. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import type { Question } from '#core/census/questionnaire.ts'

export interface FieldProps {
  readonly question: Question
  /** What is chosen or written: as kept, or as it was posted when that could not be kept. */
  readonly values: readonly string[]
  readonly error: string | null
  readonly recipients: readonly Organisation[]
  /** What was looked for among the organisations. */
  readonly search: string
}

/** The name of the answer in the form, and the id that an error leads to. */
export const fieldName = 'answer'

export function Legend({ question }: { readonly question: Question }) {
  return (
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
      <h1 className="nhsuk-fieldset__heading">
        {question.asks}
        {question.required ? '' : ' (optional)'}
      </h1>
    </legend>
  )
}

export function Hint({ question }: { readonly question: Question }) {
  if (!question.hint) return null
  return (
    <div className="nhsuk-hint" id={`${fieldName}-hint`}>
      {question.hint}
    </div>
  )
}

export function ErrorMessage({ error }: { readonly error: string | null }) {
  if (!error) return null
  return (
    <span className="nhsuk-error-message" id={`${fieldName}-error`}>
      <span className="nhsuk-u-visually-hidden">Error: </span>
      {error}
    </span>
  )
}

export function describedBy(question: Question, error: string | null): string | undefined {
  const ids = [question.hint ? `${fieldName}-hint` : '', error ? `${fieldName}-error` : '']
  return ids.filter(Boolean).join(' ') || undefined
}
