/** Pseudonyms: the first 60 bits of a keyed digest as twelve letters and digits. */

/** Without 0, 1 and l, which are misread, and without e, which makes a spreadsheet read 12e345 as a number. */
export const pseudonymAlphabet = 'abcdfghijkmnopqrstuvwxyz23456789'

/** What a pseudonym looks like. */
export const keyPattern = /^[a-df-km-z2-9]{12}$/

/**
 * Sixty bits: among a million subjects two share a pseudonym once in two million snapshots, and then the
 * snapshot is refused rather than wrong (`store/snapshot/parquet.ts` looks).
 *
 * @param digest eight bytes or more of HMAC-SHA256
 */
export function pseudonym(digest: Uint8Array): string {
  let [key, bits, held] = ['', 0, 0]
  for (let at = 0; key.length < 12; at++) {
    held = ((held << 8) | (digest[at] ?? 0)) & 0xffff
    bits += 8
    while (bits >= 5 && key.length < 12) {
      bits -= 5
      key += pseudonymAlphabet[(held >> bits) & 31]
    }
  }
  return key
}
