/** A table with a caption. On a phone a list of things stacks its cells; a grid of numbers scrolls sideways. */

import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly heading: ReactNode
  readonly cell: (row: Row) => ReactNode
  readonly number?: boolean
  /** The cell that names the row. */
  readonly names?: boolean
  /** For a sortable column, the address that sorts by it and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now: 'ascending' | 'descending' | 'none' }
}

export interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Said in place of the rows when there are none. */
  readonly empty?: string
  readonly captionHidden?: boolean
  /** On a phone each row becomes a block, every cell with its heading: for rows that are read one at a time. */
  readonly stacks?: boolean
}

export function DataTable<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, empty, captionHidden, stacks = false } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fp-table-scroll" aria-label={caption} tabIndex={0}>
      <table className={`nhsuk-table${stacks ? ' fp-table-stacks' : ''}`}>
        <caption
          className={
            captionHidden ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption nhsuk-table__caption--s'
          }
        >
          {caption}
        </caption>
        <thead className="nhsuk-table__head">
          <tr>
            {columns.map((column, index) => (
              <HeadingCell key={`${index}`} column={column} />
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map((row) => (
            <tr key={keyOf(row)} className="nhsuk-table__row">
              {columns.map((column, index) => (
                <BodyCell key={`${index}`} column={column} row={row} labelled={stacks} />
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr className="nhsuk-table__row">
              <td className="nhsuk-table__cell" colSpan={columns.length}>
                {empty ?? 'Nothing to show.'}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}

function HeadingCell<Row>({ column }: { readonly column: Column<Row> }) {
  const number = column.number ? ' fp-number' : ''
  return (
    <th scope="col" className={`nhsuk-table__header${number}`} aria-sort={column.sort?.now}>
      {column.sort ? <a href={column.sort.href}>{column.heading}</a> : column.heading}
    </th>
  )
}

interface BodyCellProps<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly labelled: boolean
}

function BodyCell<Row>({ column, row, labelled }: BodyCellProps<Row>) {
  if (column.names) {
    return (
      <th scope="row" className="nhsuk-table__header">
        {column.cell(row)}
      </th>
    )
  }
  const className = `nhsuk-table__cell${column.number ? ' fp-number' : ''}`
  if (!labelled) return <td className={className}>{column.cell(row)}</td>
  return (
    <td className={className}>
      <span className="fp-table-stacks__heading" aria-hidden="true">
        {column.heading}
      </span>
      <div>{column.cell(row)}</div>
    </td>
  )
}
