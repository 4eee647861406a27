/** The field of one question: radios, checkboxes, organisations or text, with its heading and its error. */

import { type Option, optionsOf, TEXT_LIMIT } from '#core/census/questionnaire.ts'
import { describedBy, ErrorMessage, type FieldProps, fieldName, Hint, Legend } from './field-parts.tsx'
import { OrganisationsField } from './organisations-field.tsx'

export function Field(props: FieldProps) {
  switch (props.question.type) {
    case 'text':
      return <TextField {...props} />
    case 'organisations':
      return <OrganisationsField {...props} />
    default:
      return <ChoiceField {...props} />
  }
}

/** Lists longer than this show their options without explanations. */
const mostExplained = 8

function ChoiceField({ question, values, error }: FieldProps) {
  const many = question.type === 'many'
  const kind = many ? 'checkboxes' : 'radios'
  // In a long list of the profession's own words, explanations only stand in the way.
  const options = optionsOf(question).map((option) =>
    optionsOf(question).length > mostExplained ? { value: option.value, label: option.label } : option,
  )
  const inline = question.type === 'yes-no' ? ' nhsuk-radios--inline' : ''
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(question, error)}>
        <Legend question={question} />
        <Hint question={question} />
        <ErrorMessage error={error} />
        <div className={`nhsuk-${kind}${inline}`} data-module={`nhsuk-${kind}`}>
          {options.map((option, index) => (
            <Choice
              key={option.value}
              option={option}
              kind={kind}
              id={index === 0 ? fieldName : `${fieldName}-${index + 1}`}
              chosen={values.includes(option.value)}
              exclusive={many && option.value === question.exclusive}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

interface ChoiceProps {
  readonly option: Option
  readonly kind: 'checkboxes' | 'radios'
  readonly id: string
  readonly chosen: boolean
  readonly exclusive: boolean
}

function Choice({ option, kind, id, chosen, exclusive }: ChoiceProps) {
  const hintId = option.hint ? `${id}-item-hint` : undefined
  return (
    <>
      {exclusive ? <div className="nhsuk-checkboxes__divider">or</div> : null}
      <div className={`nhsuk-${kind}__item`}>
        <input
          className={`nhsuk-${kind}__input`}
          id={id}
          name={fieldName}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.value}
          defaultChecked={chosen}
          aria-describedby={hintId}
          {...(exclusive
            ? { 'data-checkbox-exclusive': '', 'data-checkbox-exclusive-group': fieldName }
            : kind === 'checkboxes'
              ? { 'data-checkbox-exclusive-group': fieldName }
              : {})}
        />
        <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={hintId}>
            {option.hint}
          </div>
        ) : null}
      </div>
    </>
  )
}

function TextField({ question, values, error }: FieldProps) {
  const limit = question.maxLength ?? TEXT_LIMIT
  return (
    <div
      className={`nhsuk-form-group nhsuk-character-count${error ? ' nhsuk-form-group--error' : ''}`}
      data-module="nhsuk-character-count"
      data-maxlength={limit}
    >
      <h1 className="nhsuk-label-wrapper">
        <label className="nhsuk-label nhsuk-label--l" htmlFor={fieldName}>
          {question.asks}
          {question.required ? '' : ' (optional)'}
        </label>
      </h1>
      <Hint question={question} />
      <ErrorMessage error={error} />
      <textarea
        className={`nhsuk-textarea nhsuk-js-character-count${error ? ' nhsuk-textarea--error' : ''}`}
        id={fieldName}
        name={fieldName}
        rows={8}
        aria-describedby={[describedBy(question, error), `${fieldName}-info`].filter(Boolean).join(' ')}
        defaultValue={values.join('\n')}
      />
      <div className="nhsuk-hint nhsuk-character-count__message" id={`${fieldName}-info`}>
        You can write up to {limit.toLocaleString('en-GB')} characters
      </div>
    </div>
  )
}
