/** What an entry says, field by field, read off the declaration that its form is made of. */

import type { ReactNode } from 'react'
import { procedureName } from '#core/catalogue/procedures.ts'
import { type Field, type Fields, fieldOf } from '#core/record/field.ts'
import { dateTimeWords, dateWords } from './dates.ts'

type Values = Readonly<Record<string, unknown>>

export interface EntryFieldsProps {
  readonly fields: Fields
  readonly body: Values
  /** Names by code; a code that is not there is shown itself. */
  readonly organisations?: ReadonlyMap<string, string>
  /** How an entry that a field names is shown. */
  readonly entry?: (id: string) => ReactNode
}

type Shown = Omit<EntryFieldsProps, 'fields' | 'body'>

/** Rows of a summary list, to stand in a `<dl className="nhsuk-summary-list">`. What was not recorded has none. */
export function EntryFields({ fields, body, ...shown }: EntryFieldsProps) {
  return Object.entries(fields).map(([name, schema]) => {
    const field = fieldOf(schema)
    const value = body[name]
    if (!field || value === undefined) return null
    return (
      <div key={name} className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
        <dt className="nhsuk-summary-list__key">{field.label}</dt>
        <dd className="nhsuk-summary-list__value">
          <FieldValue field={field} value={value} {...shown} />
        </dd>
      </div>
    )
  })
}

interface FieldValueProps extends Shown {
  readonly field: Field
  readonly value: unknown
}

function FieldValue({ field, value, ...shown }: FieldValueProps): ReactNode {
  switch (field.input) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value)
    case 'many':
      return (value as readonly string[])
        .map((each) => field.options.find((option) => option.value === each)?.label ?? each)
        .join(', ')
    case 'yes-no':
      return value ? 'Yes' : 'No'
    case 'number':
      return field.unit ? `${value} ${field.unit}` : String(value)
    case 'date':
      return dateWords(value as string)
    case 'time':
      return dateTimeWords(value as string)
    case 'clinician':
      return (value as { readonly name: string }).name
    case 'organisation':
      return shown.organisations?.get(value as string) ?? String(value)
    case 'procedure':
      return procedureName(value as string)
    case 'entry':
      return shown.entry?.(value as string) ?? 'An earlier entry'
    case 'paragraph':
      return <span className="fp-lines">{String(value)}</span>
    case 'group':
      return <Inline fields={field.fields} values={value as Values} {...shown} />
    case 'list':
      return (
        <ul className="fp-plain-list">
          {(value as readonly Values[]).map((row, at) => (
            <li key={`${at}`}>
              <Inline fields={field.fields} values={row} {...shown} />
            </li>
          ))}
        </ul>
      )
    default:
      return String(value)
  }
}

/** The values of a group or a row in one line, each after its label; one alone without. */
function Inline({ fields, values, ...shown }: { readonly fields: Fields; readonly values: Values } & Shown) {
  const given = Object.entries(fields).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    return field && values[name] !== undefined ? [{ name, field, value: values[name] }] : []
  })
  return given.map(({ name, field, value }, at) => (
    <span key={name}>
      {at > 0 ? '; ' : ''}
      {Object.keys(fields).length > 1 ? <span className="fp-quiet">{field.label}: </span> : null}
      <FieldValue field={field} value={value} {...shown} />
    </span>
  ))
}
