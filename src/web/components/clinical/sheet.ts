/** Markup as plain data, so that the server and an island draw the same words into the same elements. */

export type Piece = string | Sheet

export interface Sheet {
  readonly tag: string
  /** Its classes. */
  readonly name?: string
  /** Attributes as HTML and SVG write them. */
  readonly with?: Readonly<Record<string, string>>
  readonly holds?: readonly Piece[]
}

export function sheet(tag: string, name: string, ...holds: readonly Piece[]): Sheet {
  return name === '' ? { tag, holds } : { tag, name, holds }
}

export interface SheetTable {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell names the row; those marked as numbers stand to the right. */
  readonly rows: readonly (readonly [name: Piece, ...cells: Piece[]])[]
  /** Which columns hold numbers, by place. */
  readonly numbers: (column: number) => boolean
  /** On a phone each row becomes a block, every cell with its heading. */
  readonly stacks?: boolean
}

/** A table as `DataTable` draws it: it scrolls sideways where it is wider than the page, or stacks. */
export function tableSheet({ caption, head, rows, numbers, stacks = false }: SheetTable): Sheet {
  const place = (column: number) => (numbers(column) ? ' fp-number' : '')
  return {
    tag: 'section',
    name: 'fp-table-scroll',
    with: { 'aria-label': caption, tabindex: '0' },
    holds: [
      sheet(
        'table',
        `nhsuk-table${stacks ? ' fp-table-stacks' : ''}`,
        sheet('caption', 'nhsuk-table__caption nhsuk-table__caption--s', caption),
        sheet(
          'thead',
          'nhsuk-table__head',
          sheet('tr', '', ...head.map((words, column) => heading('col', place(column), words))),
        ),
        sheet(
          'tbody',
          'nhsuk-table__body',
          ...rows.map(([name, ...cells]) =>
            sheet(
              'tr',
              'nhsuk-table__row',
              heading('row', '', name),
              ...cells.map((cell, index) =>
                cellOf(cell, place(index + 1), stacks ? (head[index + 1] ?? '') : null),
              ),
            ),
          ),
        ),
      ),
    ],
  }
}

function heading(scope: 'col' | 'row', place: string, words: Piece): Sheet {
  return { tag: 'th', name: `nhsuk-table__header${place}`, with: { scope }, holds: [words] }
}

function cellOf(cell: Piece, place: string, labelled: string | null): Sheet {
  if (typeof cell !== 'string' && cell.tag === 'td') return cell
  const name = `nhsuk-table__cell${place}`
  if (labelled === null) return sheet('td', name, cell)
  const label: Sheet = {
    tag: 'span',
    name: 'fp-table-stacks__heading',
    with: { 'aria-hidden': 'true' },
    holds: [labelled],
  }
  return sheet('td', name, label, sheet('div', '', cell))
}

/** A cell over several columns. */
export function wideCell(columns: number, ...holds: readonly Piece[]): Sheet {
  return { tag: 'td', name: 'nhsuk-table__cell', with: { colspan: String(columns) }, holds }
}

/** A list of sentences; nothing where there are none. */
export function listSheet(name: string, sentences: readonly string[]): readonly Sheet[] {
  if (sentences.length === 0) return []
  return [sheet('ul', `nhsuk-list ${name}`, ...sentences.map((words) => sheet('li', '', words)))]
}
