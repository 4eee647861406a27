/** The seal: one signed digest over the heads of all chains that changed since the seal before. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical, chained } from './digest.ts'
import type { Head } from './entry.ts'

export interface Seal {
  /** From 1, without gaps. */
  readonly number: number
  /** ISO 8601, UTC, milliseconds. */
  readonly sealedAt: string
  /** How many heads it holds. */
  readonly heads: number
  /** The digest of the seal before; zeros for the first. */
  readonly previous: string
  readonly digest: string
  /** SHA-256 of the raw public key, hex: which key signed. */
  readonly key: string
  /** Ed25519 over `sealPayload`, hex. */
  readonly signature: string
}

/** Takes heads one by one, in the byte order of their subjects; a day's heads need not fit in memory. */
export interface HeadsDigest {
  add(head: Head): void
  /** How many were added. */
  count(): number
  /** Ends it: the digest, hex. */
  end(): string
}

/** SHA-256 over one line a head: the canonical form of `[subject, position, digest]`. */
export function headsDigest(): HeadsDigest {
  const hash = sha256.create()
  let count = 0
  return {
    add({ subject, position, digest }) {
      hash.update(utf8ToBytes(`${canonical([subject, position, digest])}\n`))
      count++
    },
    count: () => count,
    end: () => bytesToHex(hash.digest()),
  }
}

/** SHA-256 over the previous seal's digest and the canonical form of this one's fields, as hex. */
export function sealDigest(
  seal: Pick<Seal, 'number' | 'sealedAt' | 'heads' | 'previous'>,
  digestOfHeads: string,
): string {
  const { number, sealedAt, heads, previous } = seal
  return chained(previous, canonical({ number, sealedAt, heads, headsDigest: digestOfHeads }))
}

/** The bytes that the seal's key signs: they name what they are, so that no other text passes for one. */
export function sealPayload(seal: Pick<Seal, 'number' | 'digest'>): Uint8Array {
  return utf8ToBytes(`fourth-pillar seal ${seal.number} ${seal.digest}`)
}
