/** What every field of a kind's form is given. */

import type { Field } from '#core/record/field.ts'
import type { FieldProblem } from '../problems.tsx'
import type { FormFacts } from './facts.ts'
import type { Posted } from './posted.ts'

export interface FormParts {
  readonly posted: Posted
  readonly problems: readonly FieldProblem[]
  readonly facts: FormFacts
  /** The techniques whose fields are asked now. */
  readonly techniques: readonly string[]
  /** The form's address, so that what adds a row comes back to that row. */
  readonly action: string
}

export interface FieldProps<F extends Field = Field> extends FormParts {
  readonly field: F
  readonly path: string
}
