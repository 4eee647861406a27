/** The one form: from where, and what for. It is sent as a body, so that no postcode stands in an address. */

import { Button } from 'nhsuk-react-components'
import { CONDITIONS } from '#core/catalogue/conditions.ts'
import { PROCEDURES, type Procedure } from '#core/catalogue/procedures.ts'
import { isDiseaseModifying } from '#core/census/availability.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { paths } from '../paths.ts'

interface FindFormProps {
  readonly place: string
  readonly what: string
  readonly problems?: readonly FieldProblem[]
}

export function FindForm({ place, what, problems = [] }: FindFormProps) {
  const { error } = errorFor(problems, 'place')
  const choice = errorFor(problems, 'for').error
  return (
    <form className="fp-find__form fp-screen-only" method="post" action={paths.find()} noValidate>
      <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
        <label className="nhsuk-label nhsuk-label--s" htmlFor="place">
          Where from?
        </label>
        <div className="nhsuk-hint" id="place-hint">
          A postcode, a town, a district or a hospital. Of a postcode only the first half is used; the rest is
          forgotten at once.
        </div>
        {error ? (
          <span className="nhsuk-error-message" id="place-error">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {error}
          </span>
        ) : null}
        <input
          className={`nhsuk-input${error ? ' nhsuk-input--error' : ''}`}
          id="place"
          name="place"
          type="text"
          maxLength={80}
          autoComplete="postal-code"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={error ? 'place-hint place-error' : 'place-hint'}
          defaultValue={place}
        />
      </div>
      <div className={`nhsuk-form-group${choice ? ' nhsuk-form-group--error' : ''}`}>
        <label className="nhsuk-label nhsuk-label--s" htmlFor="for">
          What for?
        </label>
        {choice ? (
          <span className="nhsuk-error-message" id="for-error">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {choice}
          </span>
        ) : null}
        <select
          className={`nhsuk-select${choice ? ' nhsuk-select--error' : ''}`}
          id="for"
          name="for"
          aria-describedby={choice ? 'for-error' : undefined}
          defaultValue={what}
        >
          <option value="">Interventional oncology of any kind</option>
          <optgroup label="A cancer">
            {CONDITIONS.filter(({ group }) => group === 'cancer').map(option)}
          </optgroup>
          <optgroup label="A problem that cancer brings">
            {CONDITIONS.filter(({ group }) => group === 'problem').map(option)}
          </optgroup>
          <optgroup label="A procedure that treats the tumour">
            {PROCEDURES.filter(({ id }) => isDiseaseModifying(id)).map(procedureOption)}
          </optgroup>
          <optgroup label="A procedure that supports or relieves">
            {PROCEDURES.filter(({ id }) => !isDiseaseModifying(id)).map(procedureOption)}
          </optgroup>
        </select>
      </div>
      <Button>Find services</Button>
    </form>
  )
}

function option({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <option key={id} value={id}>
      {name}
    </option>
  )
}

/** As the profession says it; what patients are told in letters is what they will look for. */
const procedureOption = ({ id, name }: Procedure) => option({ id, name })
