/** A spreadsheet as a table of cells: CSV in any common encoding and separator, or XLSX. */
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Info, type Parser, parse } from 'csv-parse'
import { countOf, csvProblem, ROW_LIMIT, separatorOf } from './csv.ts'
import { decode } from './decode.ts'
import { readWorkbook } from './workbook.ts'

const ROWS_LIMIT = 50_000
const BYTES_LIMIT = 20 * 2 ** 20
const COLUMNS_LIMIT = 2000
const CELLS_LIMIT = 5_000_000

export interface Table {
  readonly header: readonly string[]
  /** `line`: where the row begins in the file; the header is on the first line that is not blank. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** What had to be assumed to read it, for people to check; null: nothing. */
  readonly note: string | null
}

export type TableRead = Table | { readonly problem: string }

/**
 * Reads a file. Never throws for what is in it: a file that cannot be read, is too large or has too many
 * rows is a problem in words. Other work goes on meanwhile, and rows beyond the limit are never parsed.
 */
export async function readTable(bytes: Uint8Array, filename: string): Promise<TableRead> {
  if (bytes.length === 0) return { problem: 'The file is empty' }
  if (bytes.length > BYTES_LIMIT) {
    const megabytes = (bytes.length / 2 ** 20).toFixed(1)
    return {
      problem: `The file has ${megabytes} MB. The most that can be read is ${BYTES_LIMIT / 2 ** 20} MB`,
    }
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readSheets(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { problem: 'This is a workbook of an old kind, or one with a password. Save it as .xlsx or .csv' }
  }
  if (/\.(xlsx|xlsm)$/i.test(filename))
    return { problem: 'The file is named as a workbook and is none. Save it again as .xlsx' }
  const { text, note } = decode(bytes)
  if (text.includes('\0')) return { problem: 'This is no table of text. Save it as .csv or .xlsx' }
  const read = await readText(text)
  return 'problem' in read ? read : tableOf(read, note)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

const tooMany = {
  problem: `The file has more than ${ROWS_LIMIT.toLocaleString('en-GB')} rows. Look whether it is the right one, or split it`,
}

type Rows = Table['rows']

function tableOf(rows: Rows, note: string | null): TableRead {
  const [header, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (header === undefined) return { problem: 'The file has no rows' }
  if (rest.length > ROWS_LIMIT) return tooMany
  return { header: header.cells.map((cell) => cell.trim()), rows: rest, note }
}

interface Parsed {
  readonly record: string[]
  readonly info: Info
}

async function readText(text: string): Promise<Rows | { problem: string }> {
  const wide = tooWide(text)
  if (wide) return { problem: wide }
  const parser = parse({
    delimiter: separatorOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_LIMIT,
  })
  const rows: { line: number; cells: string[] }[] = []
  let cells = 0
  // The parser takes a carriage return and line feed within quotation marks for two lines.
  let pairs = 0
  const pieces = feed(parser, text)
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const text = record.join('')
      rows.push({ line: info.lines - countOf(text, /[\r\n]/g) - pairs, cells: record })
      pairs += countOf(text, /\r\n/g)
      cells += record.length
      if (rows.length > ROWS_LIMIT + 1 || cells > CELLS_LIMIT) return tooMany
    }
    await pieces
    return rows
  } catch (error) {
    if (error instanceof CsvError) return { problem: csvProblem(error) }
    throw error
  } finally {
    parser.destroy()
  }
}

const PIECE = 64 * 1024

/** Hands the text over piece by piece, so that a long file does not keep everybody else waiting. */
async function feed(parser: Parser, text: string): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed; at += PIECE) {
    if (!parser.write(text.slice(at, at + PIECE))) await setImmediate()
    while (!parser.destroyed && parser.writableNeedDrain) await setImmediate()
  }
  if (!parser.destroyed) parser.end()
}

/** A line with more separators than a table has columns; looked for first, for parsing it takes very long. */
function tooWide(text: string): string | null {
  const separator = separatorOf(text).charCodeAt(0)
  let [line, columns] = [1, 1]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === separator) columns += 1
    else if (code === 10) [line, columns] = [line + 1, 1]
    else if (code === 13) columns = 1
    if (columns > COLUMNS_LIMIT) {
      return `Line ${line} has more than ${COLUMNS_LIMIT.toLocaleString('en-GB')} columns. Look whether it is the right file`
    }
  }
  return null
}

async function readSheets(bytes: Uint8Array): Promise<TableRead> {
  const read = await readWorkbook(bytes, ROWS_LIMIT + 1)
  if ('rows' in read) {
    return tableOf(
      read.rows.map((cells, at) => ({ line: at + 1, cells })),
      null,
    )
  }
  switch (read.refused) {
    case 'no-archive':
      return { problem: 'The file is a ZIP archive and no workbook. Save the table as .xlsx or .csv' }
    case 'too-many-rows':
      return tooMany
    case 'too-large':
      return {
        problem:
          'The workbook holds more than can be read. Copy the table alone into a new one, without empty rows and columns',
      }
    case 'damaged':
      return damaged
  }
}

const damaged = {
  problem:
    'The workbook cannot be read: it may be damaged. Open it, save it again as .xlsx, and choose it again',
}
