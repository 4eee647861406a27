/** A field to choose a file, as the browser draws it: its own button says what was chosen, in every language. */

import type { FieldProblem } from './problems.tsx'

interface FileFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly accept: string
  readonly problems: readonly FieldProblem[]
}

export function FileField({ name, label, hint, accept, problems }: FileFieldProps) {
  const words = problems.find(({ field }) => field === name)?.words
  const described = [hint ? `${name}--hint` : null, words ? `${name}--error` : null].filter(
    (id) => id !== null,
  )
  return (
    <div className={`nhsuk-form-group${words ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <div className="nhsuk-hint" id={`${name}--hint`}>
          {hint}
        </div>
      ) : null}
      {words ? (
        <span className="nhsuk-error-message" id={`${name}--error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {words}
        </span>
      ) : null}
      <input
        className={`fp-file${words ? ' nhsuk-input--error' : ''}`}
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      />
    </div>
  )
}
