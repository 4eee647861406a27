/** Fields that are chosen: radios where they are few, a list where they are many, boxes where several hold. */

import { Checkboxes, Radios, Select } from 'nhsuk-react-components'
import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Choice, Field } from '#core/record/field.ts'
import type { FieldProps } from './field-props.ts'
import { errorAt, hintOf } from './field-words.tsx'
import { textAt } from './posted.ts'
import { procedureGroups } from './procedure-groups.ts'

const mostRadios = 7

type OptionsField = Field & { readonly input: 'choice' | 'many' }

export function ChoiceField(props: FieldProps<OptionsField>) {
  const { field } = props
  if (field.options.length > mostRadios) return <SelectField {...props} options={field.options} />
  return <RadioField {...props} options={field.options} />
}

export function YesNoField(props: FieldProps<Field>) {
  return <RadioField {...props} options={yesOrNo} />
}
const yesOrNo: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** The case's earlier entries, or the service's, that the field can name. */
export function EntryField(props: FieldProps<Field & { readonly input: 'entry' }>) {
  const { field, facts } = props
  const options = facts.entries
    .filter(({ kind, of }) => of === field.of && field.kinds.includes(kind))
    .map(({ id, words }) => ({ value: id, label: words }))
  if (options.length > mostRadios) return <SelectField {...props} options={options} />
  return (
    <RadioField
      {...props}
      options={options}
      none={options.length === 0 ? 'There is none to choose' : 'None of these'}
    />
  )
}

function RadioField(
  props: FieldProps<Field> & { readonly options: readonly Choice[]; readonly none?: string },
) {
  const { field, path, posted, options, none = 'Not recorded' } = props
  const chosen = textAt(posted, path)
  // A radio once pressed cannot be let go: what may be left out has a choice for that.
  const all = field.optional || options.length === 0 ? [...options, { value: '', label: none }] : options
  return (
    <Radios
      name={path}
      legend={field.label}
      legendProps={{ size: 's' }}
      small
      className={layoutOf(all)}
      {...hintOf(props)}
      {...errorAt(props)}
    >
      {all.map((option, index) => (
        <Radios.Item
          key={option.value}
          id={index === 0 ? path : `${path}-${index + 1}`}
          value={option.value}
          defaultChecked={chosen === option.value}
          {...('hint' in option && option.hint ? { hint: option.hint } : {})}
        >
          {option.label}
        </Radios.Item>
      ))}
    </Radios>
  )
}

const shortLabel = 8
const longLabel = 32

/** Choices without hints stand side by side, short ones closer. */
function layoutOf(options: readonly Choice[]): string {
  if (options.some(({ hint, label }) => hint || label.length > longLabel)) return ''
  const isShort = options.every(({ label, value }) => value === '' || label.length <= shortLabel)
  return isShort ? 'fp-choices fp-choices--short' : 'fp-choices'
}

function SelectField(props: FieldProps<Field> & { readonly options: readonly Choice[] }) {
  const { field, path, posted, options } = props
  return (
    <Select
      id={path}
      name={path}
      label={field.label}
      labelProps={{ size: 's' }}
      defaultValue={textAt(posted, path)}
      {...hintOf(props)}
      {...errorAt(props)}
    >
      <Select.Option value="">{field.optional ? 'Not recorded' : 'Choose'}</Select.Option>
      {options.map(({ value, label }) => (
        <Select.Option key={value} value={value}>
          {label}
        </Select.Option>
      ))}
    </Select>
  )
}

export function ManyField(props: FieldProps<OptionsField>) {
  const { field, path, posted } = props
  const ticked = posted.get(path) ?? []
  return (
    <Checkboxes
      name={path}
      legend={field.label}
      legendProps={{ size: 's' }}
      small
      className="fp-choices"
      {...hintOf(props)}
      {...errorAt(props)}
    >
      {field.options.map(({ value, label, hint }, index) => (
        <Checkboxes.Item
          key={value}
          id={index === 0 ? path : `${path}-${index + 1}`}
          value={value}
          defaultChecked={ticked.includes(value)}
          {...(hint ? { hint } : {})}
        >
          {label}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  )
}

/** A procedure of the catalogue, by category. Each option says its techniques, for what is asked with it. */
export function ProcedureField(props: FieldProps<Field>) {
  const { field, path, posted } = props
  return (
    <Select
      id={path}
      name={path}
      label={field.label}
      labelProps={{ size: 's' }}
      defaultValue={textAt(posted, path)}
      {...hintOf(props)}
      {...errorAt(props)}
    >
      <Select.Option value="">{field.optional ? 'Not recorded' : 'Choose'}</Select.Option>
      {procedureGroups.map(({ name, procedures }) => (
        <optgroup key={name} label={name}>
          {procedures.map(({ id, name: procedure }) => (
            <option key={id} value={id} data-techniques={techniquesFor(id).join(' ')}>
              {procedure}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}
