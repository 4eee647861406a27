/** Is this the same person? What two statements of a person have in common, side by side, and the choice. */

import type { ReactNode } from 'react'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { type Identity, nameOf, SEX_WORDS } from '#core/patient/patient.ts'
import { dateWords } from '../components/dates.ts'

interface Compared {
  readonly heading: string
  readonly one: string
  readonly other: string
}

interface ComparisonProps {
  readonly caption: string
  /** Headings of the two columns. */
  readonly heads: readonly [ReactNode, ReactNode]
  readonly one: Identity
  readonly other: Identity
}

/** A table in which a difference is said in words and marked, not by colour alone. */
export function Comparison({ caption, heads, one, other }: ComparisonProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fp-table-scroll" aria-label={caption} tabIndex={0}>
      <table className="nhsuk-table fp-table-stacks">
        <caption className="nhsuk-table__caption nhsuk-table__caption--s">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col" className="nhsuk-table__header">
              What
            </th>
            {heads.map((head, index) => (
              <th key={index === 0 ? 'one' : 'other'} scope="col" className="nhsuk-table__header">
                {head}
              </th>
            ))}
            <th scope="col" className="nhsuk-table__header">
              Agrees?
            </th>
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {compared(one, other).map((row) => (
            <tr key={row.heading} className="nhsuk-table__row">
              <th scope="row" className="nhsuk-table__header">
                {row.heading}
              </th>
              <td className="nhsuk-table__cell">
                <Heading>{heads[0]}</Heading>
                {row.one || 'Not recorded'}
              </td>
              <td className="nhsuk-table__cell">
                <Heading>{heads[1]}</Heading>
                {row.other || 'Not recorded'}
              </td>
              <td className="nhsuk-table__cell">
                <Heading>Agrees?</Heading>
                <span>
                  <Verdict row={row} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Above its cell on a phone, where the row of headings is not shown. */
function Heading({ children }: { readonly children: ReactNode }) {
  return (
    <span className="fp-table-stacks__heading" aria-hidden="true">
      {children}
    </span>
  )
}

function Verdict({ row: { one, other } }: { readonly row: Compared }) {
  if (one === '' || other === '') return <span className="fp-quiet">Not known</span>
  return plain(one) === plain(other) ? <>Agrees</> : <strong className="fp-differs">Differs</strong>
}

const plain = (text: string) => text.toLowerCase().replace(/[\s'-]/g, '')

function compared(one: Identity, other: Identity): readonly Compared[] {
  const row = (heading: string, of: (identity: Identity) => string): Compared => ({
    heading,
    one: of(one),
    other: of(other),
  })
  const systems = new Set([...one.identifiers, ...other.identifiers].map(({ system }) => system))
  return [
    ...[...systems].map((system) => row(IDENTIFIER_WORDS[system], (identity) => numberOf(identity, system))),
    row('Name', nameOf),
    row('Date of birth', ({ birthOn }) => dateWords(birthOn)),
    row('Sex', ({ sex }) => SEX_WORDS[sex]),
    row('Postcode', ({ postcode }) => postcode ?? ''),
    row('GP practice', ({ gpPractice }) => gpPractice ?? ''),
  ]
}

function numberOf(identity: Identity, system: string): string {
  const found = identity.identifiers.find((identifier) => identifier.system === system)
  return found ? displayed(found) : ''
}
