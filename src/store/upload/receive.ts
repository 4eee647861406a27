/** Takes a file as it arrives, piece by piece: no more of it than a piece is ever in memory. */

import { randomUUID } from 'node:crypto'
import { couldBeHeading, withoutNumbers } from '#core/registry/upload/discreet.ts'
import { guessMapping, type Mapping } from '#core/registry/upload/mapping.ts'
import { decode } from '../files/decode.ts'
import { readTable } from '../files/read-table.ts'
import { streamTable, UnreadableFile } from '../files/stream-table.ts'
import type { Database } from '../open.ts'
import { type Scope, withinScope } from '../scope.ts'
import { pieces } from './pieces.ts'
import type { Encoding } from './tables.ts'
import { clearStaged, keptMapping, sweepUploads } from './upload.ts'

export const largestUploadBytes = 512 * 2 ** 20
/** A workbook is read whole, so it may not be as large. */
export const largestWorkbookBytes = 20 * 2 ** 20
const pieceBytes = 2 ** 20
const mostColumns = 500
const longestHeading = 200

export type Received =
  | { readonly outcome: 'received'; readonly id: string }
  | { readonly outcome: 'refused'; readonly words: string }

export interface NewFile {
  readonly organisation: string
  readonly person: string
  readonly fileName: string
}

/** Keeps the bytes of a file, and reads its headings. A file that is no table is refused, and nothing of it kept. */
export async function receiveFile(
  db: Database,
  scope: Scope,
  file: NewFile,
  bytes: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<Received> {
  const within = <T>(work: (own: Database) => Promise<T>) => withinScope(db, scope, work)
  const id = randomUUID()
  const { organisation, person } = file
  await within(async (own) => {
    await sweepUploads(own, now)
    const given = { id, organisation, person, file_name: withoutNumbers(file.fileName.slice(0, 200)) || null }
    await own
      .insertInto('upload')
      .values({ ...given, state: 'receiving', seen_at: now })
      .execute()
  })
  const refuse = async (words: string): Promise<Received> => {
    await within(async (own) => {
      await clearStaged(own, id)
      await own.deleteFrom('upload').where('id', '=', id).execute()
    })
    return { outcome: 'refused', words }
  }
  try {
    const arrived = await keepPieces(within, { id, organisation }, bytes)
    if ('words' in arrived) return refuse(arrived.words)
    const read = await within((own) => headingsOf(own, id, arrived))
    if ('words' in read) return refuse(read.words)
    await within(async (own) => {
      const mapping: Mapping = guessMapping(read.header, await keptMapping(own, organisation))
      const facts = { bytes: arrived.bytes, encoding: arrived.encoding, note: arrived.note }
      const found = { columns: JSON.stringify(read.header), mapping: JSON.stringify(mapping) }
      await own
        .updateTable('upload')
        .set({ ...facts, ...found, state: 'received', seen_at: new Date() })
        .where('id', '=', id)
        .execute()
    })
    return { outcome: 'received', id }
  } catch (error) {
    // The sender went away in the middle, or the database did: nothing of the file stays.
    await refuse('').catch(() => undefined)
    throw error
  }
}

interface Arrived {
  readonly bytes: number
  readonly encoding: Encoding
  readonly note: string | null
  readonly isWorkbook: boolean
}

type Within = <T>(work: (own: Database) => Promise<T>) => Promise<T>

async function keepPieces(
  within: Within,
  upload: { readonly id: string; readonly organisation: string },
  source: AsyncIterable<Uint8Array>,
): Promise<Arrived | { readonly words: string }> {
  const validator = new TextDecoder('utf-8', { fatal: true })
  let [number, bytes, isUtf8] = [0, 0, true]
  let start: Buffer = Buffer.alloc(0)
  for await (const piece of inPieces(source)) {
    if (number === 0) start = piece
    bytes += piece.length
    if (bytes > largestUploadBytes)
      return {
        words: `The file is larger than ${largestUploadBytes / 2 ** 20} MB. Split it, by year for example`,
      }
    if (isWorkbook(start) && bytes > largestWorkbookBytes)
      return {
        words: `The workbook is larger than ${largestWorkbookBytes / 2 ** 20} MB. Save it as .csv, which can have ${largestUploadBytes / 2 ** 20} MB`,
      }
    isUtf8 &&= isValid(validator, piece)
    number += 1
    await within(async (own) => {
      await own
        .insertInto('upload_piece')
        .values({ upload: upload.id, organisation: upload.organisation, number, bytes: piece })
        .execute()
      await own
        .updateTable('upload')
        .set({ bytes, seen_at: new Date() })
        .where('id', '=', upload.id)
        .execute()
    })
  }
  if (bytes === 0) return { words: 'The file is empty' }
  if (isWorkbook(start)) return { bytes, isWorkbook: true, encoding: 'utf8', note: null }
  return { bytes, isWorkbook: false, ...encodingOf(start, isUtf8 && isValid(validator)) }
}

function isValid(validator: TextDecoder, piece?: Uint8Array): boolean {
  try {
    if (piece) validator.decode(piece, { stream: true })
    else validator.decode()
    return true
  } catch {
    return false
  }
}

/** By the mark or the zeros at the beginning; else by whether all of it is UTF-8. */
function encodingOf(start: Buffer, isUtf8: boolean): Pick<Arrived, 'encoding' | 'note'> {
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf16le', note: null }
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf16be', note: null }
  const look = start.subarray(0, 400)
  const zeros = look.filter((byte) => byte === 0).length
  if (look.length >= 4 && zeros > look.length * 0.3)
    return { encoding: look[0] === 0 ? 'utf16be' : 'utf16le', note: null }
  if (isUtf8) return { encoding: 'utf8', note: null }
  return { encoding: 'windows-1252', note: decode(Buffer.from([0xe9, 0x2c])).note }
}

const isWorkbook = (start: Buffer) =>
  start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4
const isOldWorkbook = (start: Buffer) => start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))

async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let [held, length] = [[] as Uint8Array[], 0]
  for await (const chunk of source) {
    held.push(chunk)
    length += chunk.length
    if (length < pieceBytes) continue
    yield Buffer.concat(held)
    ;[held, length] = [[], 0]
  }
  if (length > 0) yield Buffer.concat(held)
}

async function headingsOf(
  db: Database,
  id: string,
  { isWorkbook: asWorkbook, encoding }: Arrived,
): Promise<{ readonly header: readonly string[] } | { readonly words: string }> {
  if (asWorkbook) {
    const table = await readTable(await wholeOf(db, id), 'file.xlsx')
    return 'problem' in table ? { words: table.problem } : withHeadings(table.header)
  }
  try {
    for await (const { cells } of streamTable(checked(pieces(db, id)), encoding)) return withHeadings(cells)
    return { words: 'The file has no rows' }
  } catch (error) {
    if (error instanceof UnreadableFile) return { words: error.message }
    throw error
  }
}

async function* checked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    if (isOldWorkbook(piece))
      throw new UnreadableFile(
        'This is a workbook of an old kind, or one with a password. Save it as .xlsx or .csv',
      )
    yield piece
  }
}

function withHeadings(cells: readonly string[]) {
  const header = cells.map((cell) => cell.trim())
  while (header.at(-1) === '') header.pop()
  if (header.length === 0) return { words: 'The file has no headings' }
  if (header.some((heading) => heading.length > longestHeading))
    return { words: 'The first row holds no headings: one is longer than 200 characters' }
  if (!header.every(couldBeHeading))
    return {
      words:
        'The first row holds no headings: a number or a day is among them. Begin with the names of the columns',
    }
  return header.length > mostColumns
    ? { words: `The file has ${header.length} columns. The most that can be read is ${mostColumns}` }
    : { header }
}

/** All bytes of a file that is small enough. */
export async function wholeOf(db: Database, id: string): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces(db, id)) all.push(piece)
  return Buffer.concat(all)
}
