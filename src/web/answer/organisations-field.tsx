/** Choosing organisations: look for one by name, or pick from all, nation by nation. Works without scripts. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import { describedBy, ErrorMessage, type FieldProps, fieldName, Hint, Legend } from './field-parts.tsx'

export const searchName = 'search'
/** More matches than this are not a search. */
const mostMatches = 12

export function OrganisationsField({ question, values, error, recipients, search }: FieldProps) {
  const chosen = recipients.filter(({ code }) => values.includes(code))
  const rest = recipients.filter(({ code }) => !values.includes(code))
  const found = search === '' ? [] : matching(rest, search)
  const others = rest.filter((organisation) => !found.includes(organisation))
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(question, error)}>
        <Legend question={question} />
        <Hint question={question} />
        <ErrorMessage error={error} />
        <Choices heading="Chosen" organisations={chosen} checked />
        <SearchBox search={search} recipients={rest} first={chosen.length === 0} />
        {search === '' ? null : <Found found={found} search={search} />}
        <AllOthers organisations={others} />
      </fieldset>
    </div>
  )
}

/** Those whose name or code holds all the words that were typed; an exact name or code alone, where it is one. */
export function matching(organisations: readonly Organisation[], search: string): readonly Organisation[] {
  const words = folded(search).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const exact = organisations.filter(({ code, name }) =>
    [folded(code), folded(name)].includes(words.join(' ')),
  )
  if (exact.length > 0) return exact
  return organisations.filter(({ code, name, mainSite }) => {
    const text = folded(`${name} ${code} ${mainSite}`)
    return words.every((word) => text.includes(word))
  })
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

interface SearchBoxProps {
  readonly search: string
  readonly recipients: readonly Organisation[]
  /** Whether an error leads here. */
  readonly first: boolean
}

function SearchBox({ search, recipients, first }: SearchBoxProps) {
  const id = first ? fieldName : 'search'
  return (
    <div className="fp-answer__search">
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        Part of a name, or a code
      </label>
      <div className="fp-answer__search-row">
        <input
          className="nhsuk-input"
          id={id}
          name={searchName}
          type="text"
          list="organisations"
          autoComplete="off"
          defaultValue={search}
        />
        <button className="nhsuk-button nhsuk-button--secondary" name="do" value="search" type="submit">
          Add
        </button>
      </div>
      <datalist id="organisations">
        {recipients.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </div>
  )
}

function Found({ found, search }: { readonly found: readonly Organisation[]; readonly search: string }) {
  if (found.length === 0) {
    return (
      <p className="nhsuk-body" role="status">
        No organisation has “{search}” in its name. Try fewer letters, or choose from the list below.
      </p>
    )
  }
  const shown = found.slice(0, mostMatches)
  return (
    <>
      <Choices
        heading={
          found.length === 1 ? '1 match: tick it' : `${found.length} matches: tick those that you refer to`
        }
        organisations={shown}
      />
      {found.length > shown.length ? <p>Type more of the name to see the others.</p> : null}
    </>
  )
}

function AllOthers({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const nations = [...new Set(organisations.map(({ nation }) => nation))].sort()
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Choose from a list of all</span>
      </summary>
      <div className="nhsuk-details__text">
        {nations.map((nation) => (
          <Choices
            key={nation}
            heading={nation}
            organisations={organisations.filter((each) => each.nation === nation)}
          />
        ))}
      </div>
    </details>
  )
}

interface ChoicesProps {
  readonly heading: string
  readonly organisations: readonly Organisation[]
  readonly checked?: boolean
}

function Choices({ heading, organisations, checked = false }: ChoicesProps) {
  if (organisations.length === 0) return null
  return (
    <fieldset className="nhsuk-fieldset fp-answer__choices">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{heading}</legend>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small" data-module="nhsuk-checkboxes">
        {organisations.map(({ code, name }, index) => (
          <div className="nhsuk-checkboxes__item" key={code}>
            <input
              className="nhsuk-checkboxes__input"
              id={checked && index === 0 ? fieldName : `answer-${code}`}
              name={fieldName}
              type="checkbox"
              value={code}
              defaultChecked={checked}
            />
            <label
              className="nhsuk-label nhsuk-checkboxes__label"
              htmlFor={checked && index === 0 ? fieldName : `answer-${code}`}
            >
              {name} <span className="fp-quiet">({code})</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
