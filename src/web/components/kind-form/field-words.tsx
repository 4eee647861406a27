/** What stands between a field's label and its input: its hint, where its value is from, what to put right. */

import type { ReactElement } from 'react'
import { anchorOf } from './anchor.ts'
import type { FieldProps } from './field-props.ts'

export function errorAt({ field, path, problems }: FieldProps): { error?: string } {
  const anchor = anchorOf(field, path)
  const found = problems.find((problem) => problem.field === anchor)
  return found ? { error: found.words } : {}
}

export function hintOf(props: FieldProps): { hint?: ReactElement } {
  const { field } = props
  const source = sourceOf(props)
  if (!field.hint && !source) return {}
  const hint = (
    <>
      {field.hint}
      {field.hint && source ? <br /> : null}
      {source ? <span className="fp-known">{source}</span> : null}
    </>
  )
  return { hint }
}

/** Where a value is from, while it is still the one that the form was filled with. */
function sourceOf({ path, facts }: FieldProps): string | undefined {
  return facts.sources?.[path]
}
