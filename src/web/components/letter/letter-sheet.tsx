/** A letter on screen and on paper: the same data that is set as PDF. */

import { Fragment } from 'react'
import type { Address, Fact, Letter, Part } from '#core/letter/letter.ts'

export function LetterSheet({ letter }: { readonly letter: Letter }) {
  return (
    <article className={`fp-letter fp-letter--${letter.paper}`} aria-labelledby="letter">
      {letter.fictional ? (
        <p className="fp-letter__fictional">
          <strong>Fictional demonstration.</strong> Nobody in this letter exists.
        </p>
      ) : null}
      <div className="fp-letter__addresses">
        <div className="fp-letter__to">
          {letter.to.map((each) => (
            <AddressLines key={each.name} address={each} />
          ))}
        </div>
        <div className="fp-letter__from">
          <AddressLines address={letter.from} />
          <p>{letter.dated}</p>
        </div>
      </div>
      <h1 className="nhsuk-heading-l" id="letter">
        {letter.heading}
      </h1>
      <div className="fp-letter__about">
        <Facts facts={letter.about} />
      </div>
      {letter.opening.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {letter.sections.map(({ heading, parts }) => (
        <section key={heading}>
          <h2 className="nhsuk-heading-s">{heading}</h2>
          {parts.map((part, at) => (
            <PartOf key={`${at}`} part={part} />
          ))}
        </section>
      ))}
      <p className="fp-letter__foot">{letter.foot}</p>
    </article>
  )
}

function AddressLines({ address }: { readonly address: Address }) {
  return (
    <p>
      <strong>{address.name}</strong>
      {address.lines.map((line) => (
        <Fragment key={line}>
          <br />
          {line}
        </Fragment>
      ))}
    </p>
  )
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fp-letter__facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function PartOf({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case 'text':
      return <p>{part.text}</p>
    case 'facts':
      return <Facts facts={part.facts} />
    case 'list':
      return (
        <ul>
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'notice':
      return (
        <div className="fp-letter__notice">
          <p>
            <strong>{part.heading}</strong>
          </p>
          {part.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )
    case 'table':
      return <TableOf part={part} />
  }
}

function TableOf({ part }: { readonly part: Extract<Part, { readonly kind: 'table' }> }) {
  return (
    <div className="fp-table-scroll">
      <table className="nhsuk-table fp-table-stacks fp-letter__table">
        <caption className="nhsuk-u-visually-hidden">{part.caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {part.columns.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {part.rows.map((row) => (
            <tr key={row.join('|')} className="nhsuk-table__row">
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={`${at}`} scope="row" className="nhsuk-table__header">
                    {cell}
                  </th>
                ) : (
                  <td key={`${at}`} className="nhsuk-table__cell">
                    <span className="fp-table-stacks__heading" aria-hidden="true">
                      {part.columns[at]}
                    </span>
                    <div>{cell}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
