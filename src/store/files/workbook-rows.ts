/** How many rows a workbook has, found without reading it whole: a small file can unfold to a very large one. */
import { createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const DEFLATED = 8
const MOST_INFLATED_BYTES = 200 * 2 ** 20

/**
 * Counts the rows of the worksheet with most, up to `limit` and one more. Null: this is no workbook that
 * can be read. A sheet that unfolds beyond 200 MB counts as over the limit.
 *
 * @see PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; ECMA-376 part 1, 18.3.1.73 (`row`)
 */
export async function countWorkbookRows(bytes: Uint8Array, limit: number): Promise<number | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sheets = sheetsOf(file)
  if (sheets === null || sheets.length === 0) return null
  let most = 0
  for (const sheet of sheets) most = Math.max(most, await countRows(sheet, limit))
  return most
}

interface Packed {
  readonly data: Buffer
  readonly deflated: boolean
}

function sheetsOf(file: Buffer): readonly Packed[] | null {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END_OF_DIRECTORY) return null
  const sheets: Packed[] = []
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return null
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      const sheet = packed(file, at)
      if (sheet === null) return null
      sheets.push(sheet)
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return sheets
}

function packed(file: Buffer, at: number): Packed | null {
  const [size, local] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
  if (local + 30 > file.length) return null
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  if (start + size > file.length) return null
  return { data: file.subarray(start, start + size), deflated: file.readUInt16LE(at + 10) === DEFLATED }
}

async function countRows({ data, deflated }: Packed, limit: number): Promise<number> {
  if (!deflated) return rowsIn(data.toString('latin1'))
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(data)
  let [rows, inflated, tail] = [0, 0, '']
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    inflated += chunk.length
    const text = tail + chunk.toString('latin1')
    rows += rowsIn(text)
    // The start of a tag that the next chunk may complete; four characters are less than a whole one.
    tail = text.slice(-4)
    if (rows > limit || inflated > MOST_INFLATED_BYTES) return limit + 1
  }
  return rows
}

function rowsIn(text: string): number {
  let [rows, at] = [0, text.indexOf('<row')]
  while (at >= 0) {
    const next = text.charCodeAt(at + 4)
    // A space, `>`, `/` or a line end: not `<rowBreaks>`.
    if (next === 32 || next === 62 || next === 47 || next === 10 || next === 13) rows += 1
    at = text.indexOf('<row', at + 4)
  }
  return rows
}
