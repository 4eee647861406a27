/**
 * A column of the registry's rows, declared once: snapshot, data dictionary, cohort builder and exports read
 * the same declaration. Where a column is a field of a kind, its label, unit and options are that field's.
 */

import { type Choice, fieldOf } from '../record/field.ts'
import type { Kind } from '../record/kind.ts'

interface Common {
  readonly label: string
  /** What a value of it says, in a sentence that stands in the data dictionary. */
  readonly meaning: string
  /** The kind and field that it is, such as 'treatment.intent'; absent where it is derived by the fold. */
  readonly from?: string
}

export type Column<Value = unknown> = Common & {
  /** Only for the type of a row: never read. */
  readonly value?: Value
} & (
    | { readonly type: 'choice'; readonly options: readonly Choice[] }
    | { readonly type: 'number' | 'whole'; readonly unit?: string }
    /** A calendar day, as 2026-11-22. A release may coarsen it to its month. */
    | { readonly type: 'day' }
    | { readonly type: 'yes-no' }
    /** A code of a list kept elsewhere: an organisation, a procedure, an ICD-10 category. */
    | { readonly type: 'code'; readonly list: 'organisation' | 'procedure' | 'icd10' | 'nation' | 'region' }
    /** A keyed pseudonym; the same subject has the same one within a registry. */
    | { readonly type: 'key'; readonly nullable?: true }
  )

export type Columns = Readonly<Record<string, Column>>

/** A row of these columns. What is not known is null. */
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends { readonly type: 'key' }
    ? C[Name] extends { readonly nullable: true }
      ? string | null
      : string
    : C[Name] extends Column<infer Value>
      ? Value | null
      : never
}

type Words = Common
/** A kind whose fields are declared. */
type Source = Pick<Kind, 'name' | 'fields'>

export const key = (words: Words) => ({ ...words, type: 'key' }) as const satisfies Column<string>
/** Of something that is not always known. */
export const nullableKey = (words: Words) =>
  ({ ...words, type: 'key', nullable: true }) as const satisfies Column<string>
export const whole = (words: Words & { readonly unit?: string }): Column<number> => ({
  ...words,
  type: 'whole',
})
export const number = (words: Words & { readonly unit?: string }): Column<number> => ({
  ...words,
  type: 'number',
})
export const day = (words: Words): Column<string> => ({ ...words, type: 'day' })
export const yesNo = (words: Words): Column<boolean> => ({ ...words, type: 'yes-no' })
export const code = (
  words: Words & { readonly list: 'organisation' | 'procedure' | 'icd10' | 'nation' | 'region' },
): Column<string> => ({ ...words, type: 'code' })

export function choice(
  words: Words & { readonly options: Readonly<Record<string, string>> },
): Column<string> {
  const options = Object.entries(words.options).map(([value, label]) => ({ value, label }))
  return { ...words, type: 'choice', options }
}

/** Days from the start of the treatment; negative before it. */
export const days = (words: Words): Column<number> => ({ ...words, type: 'whole', unit: 'days' })

/**
 * A column that is a field of a kind: label, unit and options are the field's own.
 *
 * @param path names of fields from the body down, joined by dots; a list's items are meant by the list's name
 * @param label where the form's own would say too little outside of the form
 * @throws RangeError where the kind has no such field, or one that no column can hold (text, for it can name somebody)
 */
export function choiceFrom(kind: Source, path: string, meaning: string, label?: string): Column<string> {
  const field = fieldAt(kind, path)
  if (field.input !== 'choice') throw new RangeError(`${kind.name}.${path} is no choice`)
  return {
    label: label ?? field.label,
    meaning,
    from: `${kind.name}.${path}`,
    type: 'choice',
    options: field.options,
  }
}

/** As `choiceFrom`, of a number with its unit. */
export function numberFrom(kind: Source, path: string, meaning: string): Column<number> {
  const field = fieldAt(kind, path)
  if (field.input !== 'number') throw new RangeError(`${kind.name}.${path} is no number`)
  const { label, unit, whole: isWhole } = field
  return {
    label,
    meaning,
    from: `${kind.name}.${path}`,
    type: isWhole ? 'whole' : 'number',
    ...(unit === undefined ? {} : { unit }),
  }
}

function fieldAt(kind: Source, path: string) {
  let fields = kind.fields ?? {}
  const names = path.split('.')
  for (const [index, name] of names.entries()) {
    const schema = fields[name]
    const field = schema && fieldOf(schema)
    if (!field) break
    if (index === names.length - 1) return field
    if (field.input !== 'group' && field.input !== 'list') break
    fields = field.fields
  }
  throw new RangeError(`${kind.name} has no field ${path}`)
}
