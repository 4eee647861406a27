/** What the readers of CSV have in common: how its separator is told, and in which words its faults are said. */

import type { CsvError } from 'csv-parse'

/** Characters of one row; what is longer is no row of a table, or a quotation mark is missing. */
export const ROW_LIMIT = 2 ** 20

/** What is looked at to tell the separator. */
const HEADER_LOOK = 2 ** 16

/** Comma, semicolon, tab or bar: the one that the first line has most of, outside of quotes. */
export function separatorOf(text: string): string {
  const line = /^\s*([^\r\n]*)/.exec(text.slice(0, HEADER_LOOK))?.[1]?.replace(/"[^"]*"/g, '') ?? ''
  const counted = [',', ';', '\t', '|'].map((separator) => ({
    separator,
    times: line.split(separator).length,
  }))
  return counted.toSorted((a, b) => b.times - a.times)[0]?.separator ?? ','
}

export function csvProblem(error: CsvError): string {
  const line = typeof error.lines === 'number' ? `Line ${error.lines}: ` : ''
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `${line}a quotation mark is opened and never closed`
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `${line}the row is longer than a million characters. Look for a quotation mark that is opened and never closed`
  }
  if (error.code.includes('QUOTE'))
    return `${line}a quotation mark stands where none can be. Double it, or quote the whole cell`
  return `${line}the file cannot be read as CSV (${error.code})`
}

export function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
