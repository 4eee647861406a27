/** The text of a file, whatever wrote it: UTF-8 with or without its mark, UTF-16, else Windows-1252. */
import iconv from 'iconv-lite'

export interface Decoded {
  readonly text: string
  /** What had to be assumed; null: nothing. */
  readonly note: string | null
}

/**
 * Decodes a file. A byte order mark decides and is dropped; without one, bytes that are UTF-8 are UTF-8,
 * every other byte a zero is UTF-16, and what is left is read as Windows-1252, with a note that says so.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return plain(bytes.subarray(3), 'utf8')
  if (first === 0xff && second === 0xfe) return plain(bytes.subarray(2), 'utf16le')
  if (first === 0xfe && second === 0xff) return plain(bytes.subarray(2), 'utf16be')
  const zeros = zeroPlaces(bytes.subarray(0, 400))
  if (zeros !== null) return plain(bytes, zeros)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null }
  } catch {
    return {
      text: iconv.decode(Buffer.from(bytes), 'win1252'),
      note: 'The file is not in UTF-8. It was read as Windows-1252: check that names with accents are right',
    }
  }
}

function plain(bytes: Uint8Array, encoding: 'utf8' | 'utf16le' | 'utf16be'): Decoded {
  return { text: iconv.decode(Buffer.from(bytes), encoding), note: null }
}

/** Plain letters in UTF-16 have a zero in every other byte: after each, or before each. */
function zeroPlaces(bytes: Uint8Array): 'utf16le' | 'utf16be' | null {
  if (bytes.length < 4) return null
  let [even, odd] = [0, 0]
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const most = bytes.length / 2
  if (odd > most * 0.6 && even < most * 0.2) return 'utf16le'
  return even > most * 0.6 && odd < most * 0.2 ? 'utf16be' : null
}
