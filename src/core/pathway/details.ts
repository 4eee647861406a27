/** A body as labels and values, by the declaration of its fields: for pages, letters and exports alike. */

import { dayWords, momentWords, ukClock } from '../calendar/uk-time.ts'
import { procedureName } from '../catalogue/procedures.ts'
import { type Field, type Fields, fieldOf } from '../record/field.ts'
import { kindOf } from '../record/kind.ts'
import { inSentence } from '../sentence.ts'
import type { Course, Stated } from './course.ts'

/** One field that was recorded. What was not recorded is not there. */
export type Detail = {
  /** As in `sirt.lungShunt` or `targets.0.size`. */
  readonly path: string
  readonly label: string
} & (
  | {
      readonly shape: 'value'
      readonly value: string
      /** The entry that it names. */
      readonly entry?: string
    }
  | { readonly shape: 'group'; readonly details: readonly Detail[] }
  | {
      readonly shape: 'list'
      /** What one of them is called, as in 'lesion'. */
      readonly one: string
      readonly rows: readonly (readonly Detail[])[]
    }
)

/** Where the names of what a body refers to are found. */
export interface Naming {
  readonly course: Course
  readonly service: Course
  /** The name of an organisation by its code; the code itself where there is none. */
  organisation(code: string): string
}

/**
 * The fields of a body that were recorded, in the order of the form, with units. Times are those of clocks in
 * the United Kingdom.
 *
 * @param body one that keeps the schema of the kind that has these fields
 */
export function detailsOf(
  fields: Fields,
  body: Readonly<Record<string, unknown>>,
  naming: Naming,
): readonly Detail[] {
  return within(fields, body, naming, '')
}

function within(
  fields: Fields,
  body: Readonly<Record<string, unknown>>,
  naming: Naming,
  under: string,
): readonly Detail[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    const value = body[name]
    if (!field || value === undefined || value === null) return []
    return [detailOf(field, value, naming, `${under}${name}`)]
  })
}

function detailOf(field: Field, value: unknown, naming: Naming, path: string): Detail {
  const { label } = field
  switch (field.input) {
    case 'group':
      return { path, label, shape: 'group', details: within(field.fields, asBody(value), naming, `${path}.`) }
    case 'list': {
      const rows = Array.isArray(value) ? value : []
      return {
        path,
        label,
        shape: 'list',
        one: field.one,
        rows: rows.map((row, at) => within(field.fields, asBody(row), naming, `${path}.${at}.`)),
      }
    }
    case 'entry': {
      const stated = (field.of === 'service' ? naming.service : naming.course).standing(String(value))
      const words = stated ? entryWords(stated) : 'An entry that is not there any more'
      return { path, label, shape: 'value', value: words, ...(stated ? { entry: stated.entry } : {}) }
    }
    default:
      return { path, label, shape: 'value', value: valueWords(field, value, naming) }
  }
}

/** A value of a simple field in words. */
function valueWords(field: Field, value: unknown, naming: Naming): string {
  switch (field.input) {
    case 'choice':
      return optionWords(field.options, value)
    case 'many':
      return (Array.isArray(value) ? value : [value])
        .map((each) => optionWords(field.options, each))
        .join(', ')
    case 'yes-no':
      return value ? 'Yes' : 'No'
    case 'number':
      return field.unit ? `${value}${field.unit === '%' ? ' %' : ` ${field.unit}`}` : String(value)
    case 'date':
      return dayWords(String(value))
    case 'time':
      return momentAndClock(String(value))
    case 'clinician':
      return String((value as { readonly name?: string }).name ?? 'not recorded')
    case 'organisation':
      return naming.organisation(String(value))
    case 'procedure':
      return procedureName(String(value))
    default:
      return String(value)
  }
}

function optionWords(
  options: readonly { readonly value: string; readonly label: string }[],
  value: unknown,
): string {
  return options.find((each) => each.value === value)?.label ?? String(value)
}

function entryWords(stated: Stated): string {
  const line = kindOf(stated.kind, 1)?.line(stated.body) ?? stated.kind
  return `${line} (${momentWords(stated.occurredAt)})`
}

function momentAndClock(moment: string): string {
  return `${momentWords(moment)}, ${ukClock(moment)}`
}

function asBody(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

/** Details as lines of text, 'Lung shunt fraction: 4 %', those of groups and rows under their label. */
export function detailLines(details: readonly Detail[], under = ''): readonly string[] {
  return details.flatMap((detail) => {
    const label = under ? `${under}: ${inSentence(detail.label)}` : detail.label
    if (detail.shape === 'value') return [`${label}: ${detail.value}`]
    if (detail.shape === 'group') return detailLines(detail.details, label)
    return detail.rows.flatMap((row, at) => detailLines(row, `${label} ${at + 1}`))
  })
}
