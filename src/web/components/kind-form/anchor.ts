/** Where an error summary leads: the id of the first input of a field. */

import { type Field, type Fields, fieldOf } from '#core/record/field.ts'
import { within } from './posted.ts'

/** A field's first input. A group or list is led to by its own fieldset. */
export function anchorOf(field: Pick<Field, 'input'>, path: string): string {
  return field.input === 'date' || field.input === 'time' ? `${path}-day` : path
}

export interface FoundField {
  readonly anchor: string
  /** The field's path. */
  readonly path: string
  /** Which row of a list it is in, as said after a problem's words: ` (target 2)`. */
  readonly row: string
  readonly system: boolean
}

/** The field at the path of an issue of the schema: `['targets', 1, 'size']`. */
export function anchorOfPath(fields: Fields, issue: readonly PropertyKey[]): FoundField {
  let [inside, path, row]: [Fields, string, string] = [fields, '', '']
  let found: Field | undefined
  for (const step of issue) {
    if (typeof step === 'number') {
      path += `.${step}`
      if (found?.input === 'list') row = ` (${found.one} ${step + 1})`
      continue
    }
    const schema = inside[String(step)]
    if (!schema) break
    found = fieldOf(schema)
    path = within(path, String(step))
    if (found?.input === 'group' || found?.input === 'list') inside = found.fields
  }
  return { anchor: found ? anchorOf(found, path) : path, path, row, system: found?.system ?? false }
}
