/** A kind's fields in order, each under its condition; groups and lists hold fields in turn. */

import { Button, Fieldset } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { type Field, type Fields as FieldsOf, fieldOf, holds } from '#core/record/field.ts'
import { ChoiceField, EntryField, ManyField, ProcedureField, YesNoField } from './choice-fields.tsx'
import type { FieldProps, FormParts } from './field-props.ts'
import { errorAt, hintOf } from './field-words.tsx'
import { rowsAt, textAt, within } from './posted.ts'
import { onlyProcedure, ProceduresField } from './procedures-field.tsx'
import {
  ClinicianField,
  DateField,
  NumberField,
  OrganisationField,
  ParagraphField,
  TextField,
  TimeField,
} from './typed-fields.tsx'

interface FieldsProps extends FormParts {
  readonly fields: FieldsOf
  readonly path: string
  /** Names of fields that are asked elsewhere. */
  readonly without?: readonly string[]
}

export function Fields({ fields, path, without = [], ...parts }: FieldsProps) {
  return Object.entries(fields).map(([name, schema]) => {
    const field = fieldOf(schema)
    if (!field || without.includes(name)) return null
    const props = { ...parts, field, path: within(path, name) }
    if (field.system) return <SystemField key={name} {...props} />
    return (
      <Asked key={name} {...props} siblings={fields} group={path}>
        <OneField {...props} />
      </Asked>
    )
  })
}

/** What the system filled in before stays with its entry, as a row's number does. */
function SystemField({ path, posted }: FieldProps) {
  const value = textAt(posted, path)
  return value === '' ? null : <input type="hidden" name={path} value={value} />
}

export function OneField(props: FieldProps): ReactNode {
  const { field } = props
  switch (field.input) {
    case 'choice':
      return <ChoiceField {...props} field={field} />
    case 'many':
      return <ManyField {...props} field={field} />
    case 'yes-no':
      return <YesNoField {...props} />
    case 'number':
      return <NumberField {...props} field={field} />
    case 'text':
      return <TextField {...props} field={field} />
    case 'paragraph':
      return <ParagraphField {...props} field={field} />
    case 'date':
      return <DateField {...props} />
    case 'time':
      return <TimeField {...props} />
    case 'clinician':
      return <ClinicianField {...props} />
    case 'organisation':
      return <OrganisationField {...props} />
    case 'procedure':
      return <ProcedureField {...props} />
    case 'entry':
      return <EntryField {...props} field={field} />
    case 'group':
      return <GroupField {...props} field={field} />
    case 'list': {
      const procedure = onlyProcedure(field)
      if (procedure) return <ProceduresField {...props} field={field} name={procedure} />
      return <ListField {...props} field={field} />
    }
  }
}

interface AskedProps extends FieldProps {
  readonly siblings: FieldsOf
  readonly group: string
  readonly children: ReactNode
}

/**
 * A field in its place, narrow ones side by side. One that is not always asked comes and goes with scripts as
 * its condition does; without, it says its condition. What belongs to another technique is not shown at all.
 */
function Asked({ field, posted, techniques, siblings, group, children }: AskedProps) {
  const { when, techniques: own } = field
  const place = isWide(field) ? 'fp-field fp-field--wide' : 'fp-field'
  if (!when && !own) return <div className={place}>{children}</div>
  const isOther = own !== undefined && !own.some((each) => techniques.includes(each))
  const asking = when ? siblings[when.field] : undefined
  const other = asking ? fieldOf(asking) : undefined
  const isClosed =
    when !== undefined && !holds(when, { [when.field]: givenAt(posted, within(group, when.field)) })
  return (
    <div
      className={`${place} fp-asked${isClosed ? ' fp-asked--closed' : ''}`}
      hidden={isOther}
      {...(own ? { 'data-techniques': own.join(' ') } : {})}
      {...(when
        ? { 'data-when': within(group, when.field), 'data-is': when.is.map(postedValue).join(' ') }
        : {})}
    >
      {when && other ? <p className="fp-asked__when">{conditionWords(other, when.is)}</p> : null}
      {children}
    </div>
  )
}

const narrow: readonly Field['input'][] = ['number', 'clinician', 'organisation', 'yes-no', 'date']

/** Whether a field takes the form's whole width. */
function isWide(field: Field): boolean {
  if (field.input === 'text') return field.max > 60
  if (field.input === 'choice') {
    const { options } = field
    return options.length <= 7 && (options.length > 4 || options.some(({ hint }) => hint))
  }
  return !narrow.includes(field.input)
}

const postedValue = (value: string | boolean) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)

function givenAt(posted: FormParts['posted'], path: string): unknown {
  const given = (posted.get(path) ?? []).map((value) =>
    value === 'yes' ? [value, true] : value === 'no' ? [value, false] : [value],
  )
  return given.flat()
}

/** "Only where the answer is Refuse." */
function conditionWords(other: Field, is: readonly (string | boolean)[]): string {
  const options = other.input === 'choice' || other.input === 'many' ? other.options : []
  const words = is.map((value) => {
    if (typeof value === 'boolean') return value ? 'Yes' : 'No'
    return options.find((option) => option.value === value)?.label ?? value
  })
  return `Only where ‘${other.label}’ is ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)}:`
}

function GroupField(props: FieldProps<Field & { readonly input: 'group' }>) {
  const { field, path } = props
  return (
    <Fieldset className="fp-group" id={path} tabIndex={-1}>
      <Fieldset.Legend size="s">
        {field.label}
        {field.optional ? <span className="fp-quiet"> (if known)</span> : null}
      </Fieldset.Legend>
      <FieldWords {...props} />
      <div className="fp-group__fields">
        <Fields {...props} fields={field.fields} />
      </div>
    </Fieldset>
  )
}

type ListProps = FieldProps<Field & { readonly input: 'list' }>

function ListField(props: ListProps) {
  const { field, path, posted, action } = props
  const rows = rowsAt(posted, path)
  const shown = rows.length === 0 ? [0] : rows
  const last = shown.at(-1) ?? 0
  return (
    <Fieldset
      className="fp-list"
      id={path}
      tabIndex={-1}
      data-list={path}
      data-one={field.one}
      data-most={field.max}
    >
      <Fieldset.Legend size="s">{field.label}</Fieldset.Legend>
      <FieldWords {...props} />
      <div className="fp-list__rows">
        {shown.map((row, place) => (
          <Row key={row} {...props} row={String(row)} place={place + 1} isOnly={shown.length === 1} />
        ))}
      </div>
      {/* A row that is to come: the island puts it in where scripts run. */}
      <template>
        <Row {...props} problems={[]} row="next-row" place={0} isOnly={false} />
      </template>
      {shown.length < field.max ? (
        <Button
          secondary
          small
          formNoValidate
          name="_do"
          value={`add ${path}`}
          formAction={`${action}#${path}.${last + 1}`}
        >
          Add another {field.one}
        </Button>
      ) : (
        <p className="fp-quiet">No more than {field.max} can be recorded here.</p>
      )}
    </Fieldset>
  )
}

interface RowProps extends ListProps {
  readonly row: string
  readonly place: number
  readonly isOnly: boolean
}

function Row({ row, place, isOnly, ...props }: RowProps) {
  const { field, path, action } = props
  const at = `${path}.${row}`
  const name = field.one.charAt(0).toUpperCase() + field.one.slice(1)
  return (
    <fieldset className="nhsuk-fieldset fp-row" id={at} tabIndex={-1}>
      <legend className="nhsuk-fieldset__legend fp-row__legend">
        {name} <span data-place>{place}</span>
      </legend>
      <div className="fp-group__fields">
        <Fields {...props} fields={field.fields} path={at} />
      </div>
      <Button
        secondary
        small
        formNoValidate
        name="_do"
        value={`remove ${at}`}
        formAction={`${action}#${path}`}
        className="fp-row__remove"
        hidden={isOnly}
      >
        Remove
        <span className="nhsuk-u-visually-hidden">
          {' '}
          {field.one} <span data-place>{place}</span>
        </span>
      </Button>
    </fieldset>
  )
}

function FieldWords(props: FieldProps) {
  const { hint } = hintOf(props)
  const { error } = errorAt(props)
  return (
    <>
      {hint ? <div className="nhsuk-hint">{hint}</div> : null}
      {error ? (
        <span className="nhsuk-error-message">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      ) : null}
    </>
  )
}
