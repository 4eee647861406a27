/** A workbook's parts, unpacked within limits: a small file can unfold to a very large one. */

import { crc32, createInflateRaw } from 'node:zlib'

export interface Part {
  /** Such as `xl/worksheets/sheet1.xml`. */
  readonly name: string
  readonly data: Buffer
}

export type Unpacked = { readonly parts: readonly Part[] } | { readonly refused: 'no-archive' | 'too-large' }

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const DEFLATED = 8
const MOST_PARTS = 5000
const MOST_BYTES = 100 * 2 ** 20

/**
 * Unpacks what its directory lists and a reader of tables needs: the XML. More than 100 MB of it is too large.
 *
 * @see PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Unpacked> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = directoryOf(file)
  if (listed === null) return { refused: 'no-archive' }
  const parts: Part[] = []
  let left = MOST_BYTES
  for (const { name, data, deflated } of listed) {
    const unpacked = deflated ? await inflated(data, left) : data
    if (unpacked === null) return { refused: 'no-archive' }
    left -= unpacked.length
    if (left < 0) return { refused: 'too-large' }
    parts.push({ name, data: unpacked })
  }
  return { parts }
}

interface Listed {
  readonly name: string
  readonly data: Buffer
  readonly deflated: boolean
}

function directoryOf(file: Buffer): readonly Listed[] | null {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END_OF_DIRECTORY) return null
  const listed = new Map<string, Listed>()
  let at = file.readUInt32LE(end + 16)
  const entries = file.readUInt16LE(end + 10)
  if (entries > MOST_PARTS) return null
  for (let left = entries; left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return null
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      file.readUInt16LE(at + offset),
    )
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    if (/\.xml(\.rels)?$/.test(name)) {
      const part = listedAt(file, at, name)
      if (part === null) return null
      listed.set(name, part)
    }
    at += 46 + nameLength + extra + comment
  }
  return [...listed.values()]
}

function listedAt(file: Buffer, at: number, name: string): Listed | null {
  const [size, local] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
  if (local + 30 > file.length) return null
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  if (start + size > file.length) return null
  return { name, data: file.subarray(start, start + size), deflated: file.readUInt16LE(at + 10) === DEFLATED }
}

/** Stops one byte after the limit, so that whoever counts sees that there is more. Null: it is damaged. */
async function inflated(data: Buffer, most: number): Promise<Buffer | null> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(data)
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length > most) break
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}

/**
 * Parts as an archive again, nothing compressed and every header true: a reader that believes headers, or
 * reads what no directory lists, finds the same as was counted.
 */
export function packParts(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data } of parts) {
    const path = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0) // version needed
    facts.writeUInt16LE(0x0800, 2) // names in UTF-8
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(path.length, 22)
    bodies.push(word(LOCAL_HEADER), facts, path, data)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(word(DIRECTORY_ENTRY), Buffer.from([20, 0]), facts, rest, path)
    offset += 30 + path.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listed, word(END_OF_DIRECTORY), end])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
