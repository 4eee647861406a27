/** The rows of a CSV file of any length, one at a time: what is read of it is not kept. */

import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { countOf, csvProblem, ROW_LIMIT, separatorOf } from './csv.ts'

/** Why a file cannot be read on; its message is shown to whoever sent it. */
export class UnreadableFile extends Error {}

export interface StreamedRow {
  /** Where the row begins in the file. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The names that the platform's decoder has for them. */
const decoders = {
  utf8: 'utf-8',
  'windows-1252': 'windows-1252',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
} as const

const mostColumns = 500

/**
 * Reads rows that are not blank, the header among them, in their order.
 *
 * @throws UnreadableFile for a file that is no table, with what is wrong in words
 */
export async function* streamTable(
  pieces: AsyncIterable<Uint8Array>,
  encoding: keyof typeof decoders,
): AsyncGenerator<StreamedRow> {
  const texts = decoded(pieces, encoding)
  const first = await texts.next()
  if (first.done) throw new UnreadableFile('The file is empty')
  const parser = parse({
    delimiter: separatorOf(first.value),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_LIMIT,
  })
  const source = Readable.from(whole(first.value, texts))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  // The parser takes a carriage return and line feed within quotation marks for two lines.
  let pairs = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const breaks = record.some((cell) => cell.includes('\n') || cell.includes('\r'))
      const text = breaks ? record.join('') : ''
      const line = info.lines - countOf(text, /[\r\n]/g) - pairs
      pairs += countOf(text, /\r\n/g)
      if (record.length > mostColumns)
        throw new UnreadableFile(
          `Line ${line} has more than ${mostColumns} columns. Look whether it is the right file`,
        )
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(csvProblem(error))
    throw error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

async function* whole(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

async function* decoded(
  pieces: AsyncIterable<Uint8Array>,
  encoding: keyof typeof decoders,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(decoders[encoding])
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true })
    if (text.includes('\0')) throw new UnreadableFile('This is no table of text. Save it as .csv or .xlsx')
    if (text !== '') yield text
  }
  const last = decoder.decode()
  if (last !== '') yield last
}
