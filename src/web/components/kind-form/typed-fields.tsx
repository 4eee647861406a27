/** Fields that are typed: words, numbers with their unit, days, times of day, names of people and places. */

import { CharacterCount, DateInput, TextInput } from 'nhsuk-react-components'
import type { Field } from '#core/record/field.ts'
import type { FieldProps } from './field-props.ts'
import { errorAt, hintOf } from './field-words.tsx'
import { textAt } from './posted.ts'

const shared = (props: FieldProps) => ({
  id: props.path,
  name: props.path,
  label: props.field.label,
  labelProps: { size: 's' as const },
  defaultValue: textAt(props.posted, props.path),
  autoComplete: 'off',
  ...hintOf(props),
  ...errorAt(props),
})

type WordsField = Field & { readonly input: 'text' | 'paragraph' }

const shortText = 60

export function TextField(props: FieldProps<WordsField>) {
  const { max } = props.field
  return (
    <TextInput
      {...shared(props)}
      {...(max <= 20 ? { width: '10' as const } : {})}
      {...(max > 20 && max <= shortText ? { width: '20' as const } : {})}
      spellCheck={props.field.pattern ? false : undefined}
    />
  )
}

export function ParagraphField(props: FieldProps<WordsField>) {
  const { max } = props.field
  return <CharacterCount {...shared(props)} maxLength={max} threshold={75} rows={max > 1000 ? 4 : 3} />
}

export function NumberField(props: FieldProps<Field & { readonly input: 'number' }>) {
  const { field } = props
  const { unit, plausible, min, max } = field
  return (
    <TextInput
      {...shared(props)}
      width="5"
      inputMode={field.whole ? 'numeric' : 'decimal'}
      spellCheck={false}
      {...(unit ? { suffix: unit } : {})}
      data-min={min}
      data-max={max}
      {...(plausible ? { 'data-low': plausible[0], 'data-high': plausible[1] } : {})}
      {...(unit ? { 'data-unit': unit } : {})}
    />
  )
}

/** A day as three boxes; a whole date typed or pasted into the first is read as well. */
export function DateField(props: FieldProps) {
  return <DayBoxes {...props} />
}

/** A day and a time of day, as clocks in the United Kingdom show it. */
export function TimeField(props: FieldProps) {
  const { path, posted, field } = props
  const isWrong = errorAt(props).error !== undefined
  const time = `${path}-time`
  return (
    <DayBoxes {...props} field={field}>
      <div className="nhsuk-date-input__item">
        <div className="nhsuk-form-group">
          <label className="nhsuk-label nhsuk-date-input__label" htmlFor={time}>
            Time
          </label>
          <input
            className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-5${isWrong ? ' nhsuk-input--error' : ''}`}
            id={time}
            name={time}
            type="text"
            autoComplete="off"
            defaultValue={textAt(posted, time)}
          />
        </div>
      </div>
    </DayBoxes>
  )
}

function DayBoxes({ children, ...props }: FieldProps & { readonly children?: React.ReactNode }) {
  const { field, path, posted } = props
  const box = (part: string) => ({ defaultValue: textAt(posted, `${path}-${part}`), autoComplete: 'off' })
  return (
    <DateInput
      id={path}
      name={path}
      legend={field.label}
      legendProps={{ size: 's' }}
      className="fp-day"
      {...hintOf(props)}
      {...errorAt(props)}
    >
      <DateInput.Day {...box('day')} />
      <DateInput.Month {...box('month')} />
      <DateInput.Year {...box('year')} />
      {children}
    </DateInput>
  )
}

/** A name; those of the service are offered, and anyone else's can be typed. */
export function ClinicianField(props: FieldProps) {
  return <TextInput {...shared(props)} list={peopleList} spellCheck={false} />
}
export const peopleList = 'people-offered'

/** An organisation by name or code, found by typing a part of it. */
export function OrganisationField(props: FieldProps) {
  return <TextInput {...shared(props)} list={organisationsList} spellCheck={false} />
}
export const organisationsList = 'organisations-offered'
