/** Several procedures: a box for each of the catalogue, by category. A list of rows would be twenty rows long. */

import { type Field, fieldOf } from '#core/record/field.ts'
import type { FieldProps } from './field-props.ts'
import { hintOf } from './field-words.tsx'
import { rowsAt, textAt } from './posted.ts'
import { procedureGroups } from './procedure-groups.ts'

type List = Field & { readonly input: 'list' }

/** The name of the one field of a list's rows, where that is a procedure; undefined for any other list. */
export function onlyProcedure({ fields }: List): string | undefined {
  const asked = Object.entries(fields).filter(([, schema]) => !fieldOf(schema)?.system)
  const [[name, schema] = []] = asked
  return asked.length === 1 && schema && fieldOf(schema)?.input === 'procedure' ? name : undefined
}

export function ProceduresField(props: FieldProps<List> & { readonly name: string }) {
  const { field, path, posted, problems, name } = props
  // Which row a procedure came in is no matter: rows are numbered anew when a form is read.
  const chosen = new Set(rowsAt(posted, path).map((row) => textAt(posted, `${path}.${row}.${name}`)))
  const words = problems.find((problem) => problem.field === path || problem.field.startsWith(`${path}.`))
  const { hint } = hintOf(props)
  return (
    <div className={`nhsuk-form-group${words ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" id={path} tabIndex={-1}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{field.label}</legend>
        {hint ? <div className="nhsuk-hint">{hint}</div> : null}
        {words ? (
          <span className="nhsuk-error-message">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {words.words}
          </span>
        ) : null}
        {procedureGroups.map((group) => (
          <fieldset key={group.name} className="nhsuk-fieldset fp-procedures">
            <legend className="nhsuk-fieldset__legend fp-procedures__legend">{group.name}</legend>
            <div className="nhsuk-checkboxes nhsuk-checkboxes--small fp-procedures__boxes">
              {group.procedures.map(({ id, name: words }) => (
                <Box
                  key={id}
                  at={`${path}.${numberOf(id)}.${name}`}
                  value={id}
                  words={words}
                  isChosen={chosen.has(id)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </fieldset>
    </div>
  )
}

interface BoxProps {
  readonly at: string
  readonly value: string
  readonly words: string
  readonly isChosen: boolean
}

function Box({ at, value, words, isChosen }: BoxProps) {
  return (
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        id={at}
        name={at}
        type="checkbox"
        value={value}
        defaultChecked={isChosen}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={at}>
        {words}
      </label>
    </div>
  )
}

const numbers = new Map(procedureGroups.flatMap((group) => group.procedures).map(({ id }, at) => [id, at]))

const numberOf = (id: string): number => numbers.get(id) ?? numbers.size
