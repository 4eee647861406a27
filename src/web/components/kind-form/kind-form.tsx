/** The form of any kind, from its declared fields: the fields only, for whoever writes the form around them. */

import type { FieldProblem } from '../problems.tsx'
import {
  type Asked,
  asksProcedure,
  clinicianLabels,
  type FormFacts,
  organisationLabel,
  techniquesOf,
} from './facts.ts'
import { Fields } from './fields.tsx'
import { isWithin, type Posted, textAt } from './posted.ts'
import { organisationsList, peopleList } from './typed-fields.tsx'
import { formOf } from './values.ts'

export interface KindFormProps {
  readonly kind: Asked
  readonly posted: Posted
  readonly problems: readonly FieldProblem[]
  readonly facts: FormFacts
  /** The form's own address. */
  readonly action: string
  /** Names of fields that are asked elsewhere, or not at all. */
  readonly without?: readonly string[]
}

export function KindForm({ kind, posted, problems, facts, action, without = [] }: KindFormProps) {
  const procedure = textAt(posted, 'procedure')
  const techniques = techniquesOf(kind, procedure, facts)
  return (
    <div className="fp-kind-form" data-kind-form={kind.name} data-techniques={techniques.join(' ')}>
      <DefaultButton />
      <Fields
        fields={kind.fields}
        path=""
        posted={posted}
        problems={problems}
        facts={{ ...facts, sources: sourcesThatHold(kind, posted, facts) }}
        techniques={techniques}
        action={action}
        without={without}
      />
      {/* Whose fields were shown: a form without scripts comes back when the procedure became another. */}
      {asksProcedure(kind) ? <input type="hidden" name="_asked" value={techniques.join(' ')} /> : null}
      <Offered facts={facts} />
    </div>
  )
}

/** A value is said to be from elsewhere for as long as it is the one that came from there. */
function sourcesThatHold(kind: Asked, posted: Posted, facts: FormFacts): Readonly<Record<string, string>> {
  const known = [...formOf(kind.fields, facts.known ?? {}, facts)]
  const holds = (path: string) => {
    const own = known.filter(([name]) => isWithin(name, path))
    return own.length > 0 && own.every(([name, values]) => values.join('\n') === posted.get(name)?.join('\n'))
  }
  return Object.fromEntries(Object.entries(facts.sources ?? {}).filter(([path]) => holds(path)))
}

/** Enter in a box presses a form's first button: this one, which sends, and not one that removes a row. */
export function DefaultButton() {
  return (
    <button type="submit" name="_do" value="" className="fp-default-button" tabIndex={-1} aria-hidden="true">
      Send
    </button>
  )
}

/** Once a page, for all the fields that offer people and organisations. */
function Offered({ facts: { people, organisations } }: { readonly facts: FormFacts }) {
  return (
    <>
      <datalist id={peopleList}>
        {[...clinicianLabels(people)].map(([label, { role }]) => (
          <option key={label} value={label}>
            {role}
          </option>
        ))}
      </datalist>
      <datalist id={organisationsList}>
        {organisations.map((each) => (
          <option key={each.code} value={organisationLabel(each)} />
        ))}
      </datalist>
    </>
  )
}

/**
 * Whether the fields that were shown are not those of the procedure that was chosen: a form that was sent
 * without scripts then has more to ask.
 */
export function asksOther(kind: Asked, posted: Posted, facts: FormFacts): boolean {
  if (!asksProcedure(kind) || !posted.has('_asked')) return false
  const asked = textAt(posted, '_asked')
  const now = techniquesOf(kind, textAt(posted, 'procedure'), facts).join(' ')
  return asked !== now
}
