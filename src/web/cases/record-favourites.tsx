/** Ways to fill a form at one press: the last session of the series, one's own favourites; and making one. */

import { Button, TextInput } from 'nhsuk-react-components'
import type { Favourite } from '#store/case/favourite.ts'
import { dateWords } from '../components/dates.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import type { Sitting } from './record-sitting.ts'

interface FavouritesProps {
  readonly sitting: Sitting
  readonly favourites: readonly Favourite[]
}

export function Favourites({ sitting, favourites }: FavouritesProps) {
  const last = lastSession(sitting)
  if (!last && favourites.length === 0) return null
  return (
    <section className="fp-favourites" aria-label="Fill in at one press">
      <div className="fp-actions">
        {last ? (
          <Button name="_do" value="repeat" secondary small formNoValidate>
            Repeat the session of {dateWords(last.occurredAt)}
          </Button>
        ) : null}
        {favourites.map(({ id, name }) => (
          <Button key={id} name="_do" value={`favourite ${id}`} secondary small formNoValidate>
            {name}
          </Button>
        ))}
      </div>
      {favourites.length > 0 ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Remove a favourite</span>
          </summary>
          <div className="nhsuk-details__text fp-actions">
            {favourites.map(({ id, name }) => (
              <Button key={id} name="_do" value={`unfavourite ${id}`} secondary small formNoValidate>
                Remove ‘{name}’
              </Button>
            ))}
          </div>
        </details>
      ) : null}
    </section>
  )
}

/** The last treatment of the case, where the form is that of another. */
export function lastSession({ kind, corrected, opened }: Sitting) {
  if (corrected || kind.name !== 'treatment') return undefined
  return opened.course.latest<Readonly<Record<string, unknown>>>(kind as never)
}

export const favouriteNameField = '_name'

export function SaveFavourite({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const error = errorFor(problems, favouriteNameField)
  return (
    <details className="nhsuk-details" open={error.error !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Save these choices as a favourite</span>
      </summary>
      <div className="nhsuk-details__text">
        <TextInput
          id={favouriteNameField}
          name={favouriteNameField}
          label="Name"
          hint="It keeps who and what you chose, for this procedure. Nothing of the patient: no words, numbers or days."
          width="20"
          autoComplete="off"
          {...error}
        />
        <Button name="_do" value="favour" secondary small formNoValidate>
          Save as a favourite
        </Button>
      </div>
    </details>
  )
}
