/** Rows as CSV text. */

/**
 * Rows as CSV by RFC 4180: fields with a comma, a quote or a line end are quoted, lines end in CRLF.
 *
 * @see RFC 4180
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
