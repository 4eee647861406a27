/** A body as labels and values: groups within their label, lists as tables. */

import { type Detail, detailsOf, type Naming } from '#core/pathway/details.ts'
import type { Fields } from '#core/record/field.ts'
import { paths } from '../paths.ts'
import { type CaseView, organisationWords } from './view.ts'

interface DetailListProps {
  readonly fields: Fields
  readonly body: Readonly<Record<string, unknown>>
  readonly view: CaseView
}

export function DetailList({ fields, body, view }: DetailListProps) {
  return <Details details={detailsOf(fields, body, namingOf(view))} view={view} />
}

/** How a case's page names what bodies refer to. */
export function namingOf(view: CaseView): Naming {
  return {
    course: view.course,
    service: view.surroundings.service,
    organisation: (code) => organisationWords(view, code),
  }
}

interface DetailsProps {
  readonly details: readonly Detail[]
  readonly view: CaseView
}

function Details({ details, view }: DetailsProps) {
  return (
    <dl className="fp-details">
      {details.map((detail) => (
        <div key={detail.path}>
          <dt>{detail.label}</dt>
          <dd>
            <DetailValue detail={detail} view={view} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function DetailValue({ detail, view }: { readonly detail: Detail; readonly view: CaseView }) {
  switch (detail.shape) {
    case 'group':
      return <Details details={detail.details} view={view} />
    case 'list':
      return <Rows detail={detail} view={view} />
    case 'value': {
      const named = detail.entry ? view.course.standing(detail.entry) : undefined
      return named ? (
        <a href={`${paths.caseOf(view.id)}#entry-${named.first}`}>{detail.value}</a>
      ) : (
        detail.value
      )
    }
  }
}

/** One row a thing: the columns are whatever any of them recorded. */
function Rows({
  detail,
  view,
}: {
  readonly detail: Extract<Detail, { shape: 'list' }>
  readonly view: CaseView
}) {
  const columns = [...new Set(detail.rows.flatMap((row) => row.map(({ label }) => label)))]
  if (columns.length < 2) {
    return (
      <ul className="fp-plain-list">
        {detail.rows.map((row, at) => (
          <li key={`${at}`}>
            {row.map((each) => (
              <DetailValue key={each.path} detail={each} view={view} />
            ))}
          </li>
        ))}
      </ul>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fp-table-scroll" aria-label={detail.label} tabIndex={0}>
      <table className="fp-details__table">
        <caption className="nhsuk-u-visually-hidden">{detail.label}</caption>
        <thead>
          <tr>
            {columns.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {detail.rows.map((row, at) => (
            <tr key={`${at}`}>
              {columns.map((label) => {
                const cell = row.find((each) => each.label === label)
                return (
                  <td key={label}>
                    {cell ? (
                      <DetailValue detail={cell} view={view} />
                    ) : (
                      <span className="fp-quiet">not recorded</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
