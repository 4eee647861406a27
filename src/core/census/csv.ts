/** Rows as CSV text. */

type Cell = string | number | null

/**
 * Rows as CSV by RFC 4180: fields with a comma, a quote or a line end are quoted, lines end in CRLF. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it; our import drops it again.
 *
 * @see RFC 4180; OWASP, CSV injection
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return verbatimCsvOf(rows.map((row) => row.map(inert)))
}

/** The same for a program that reads it, and no person: every text as it is. */
export function verbatimCsvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(value: Cell): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function inert(value: Cell): Cell {
  return typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
}
