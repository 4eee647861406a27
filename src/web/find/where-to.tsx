/** When words do not lead to one place: which of several is meant, what is spelt alike, or whom to ask elsewhere. */

import type { PlaceFound } from '#core/place/find-place.ts'
import type { Place, PlaceKind } from '#core/place/place.ts'
import { ELSEWHERE } from '#core/place/postcode.ts'
import { paths } from '../paths.ts'

const KIND_WORDS: Readonly<Record<PlaceKind, string>> = {
  'postcode-area': 'first half of a postcode',
  district: 'district',
  town: 'town',
  service: 'organisation',
  region: 'region',
  nation: 'nation',
}

interface WhereToProps {
  readonly words: string
  readonly found: Exclude<PlaceFound, { kind: 'place' }>
  readonly what: string
}

export function WhereTo({ words, found, what }: WhereToProps) {
  switch (found.kind) {
    case 'choose':
      return (
        <section aria-labelledby="which">
          <h2 className="nhsuk-heading-m" id="which">
            Which “{words}”?
          </h2>
          <Places places={found.places} what={what} />
          {found.more > 0 ? <p>And {found.more} more. Type more of the name, or a postcode.</p> : null}
        </section>
      )
    case 'none':
      return found.alike.length > 0 ? (
        <section aria-labelledby="which">
          <h2 className="nhsuk-heading-m" id="which">
            Did you mean
          </h2>
          <Places places={found.alike} what={what} />
        </section>
      ) : null
    case 'elsewhere':
      return (
        <section aria-labelledby="which">
          <h2 className="nhsuk-heading-m" id="which">
            {found.outcode
              ? `${found.outcode} is in ${ELSEWHERE[found.where]}`
              : `That is ${ELSEWHERE[found.where]}`}
          </h2>
          <p>
            Its health service is its own, and this directory does not hold it: it holds those of England,
            Scotland, Wales and Northern Ireland. The doctor who looks after you knows which hospitals
            patients are sent to from there. To look round one of those, type its town or its postcode.
          </p>
        </section>
      )
  }
}

function Places({ places, what }: { readonly places: readonly Place[]; readonly what: string }) {
  return (
    <ul className="fp-find__places">
      {places.map(({ key, name, kind, within }) => (
        <li key={key}>
          <a href={paths.find({ near: key, for: what })}>{name}</a>{' '}
          <span className="fp-quiet">
            {KIND_WORDS[kind]}
            {within ? `, ${within}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The words beside the field when nothing was found. */
export function notFoundWords({ as, alike }: Extract<PlaceFound, { kind: 'none' }>): string {
  const next = alike.length > 0 ? 'Choose one of those below, or check what you typed' : null
  return as === 'postcode'
    ? `There is no such postcode in the United Kingdom. ${next ?? 'Check the letters and digits, or type a town'}`
    : `We do not know that place. ${next ?? 'Type the first half of a postcode, such as LS1, or a larger town nearby'}`
}
