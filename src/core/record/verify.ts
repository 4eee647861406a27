/** Verification: whether every chain, body and seal holds, and which is the first that does not. */

import { bodyDigest, canonical, entryDigest, nothingBefore } from './digest.ts'
import type { Entry } from './entry.ts'
import { type Seal, sealDigest } from './seal.ts'

/** What does not hold, and why. */
export interface Fault {
  readonly code:
    | 'entry-missing'
    | 'entry-changed'
    | 'chain-broken'
    | 'time-reversed'
    | 'body-changed'
    | 'body-missing'
    | 'body-kept'
    | 'body-stray'
    | 'sealed-otherwise'
    | 'seal-missing'
    | 'seal-changed'
    | 'signature-refused'
    | 'key-unknown'
  readonly subject: string | null
  readonly position: number | null
  /** The entry's id, where there is such an entry. */
  readonly entry: string | null
  readonly seal: number | null
  readonly words: string
}

/** An entry as it is kept, with its salt and what the seals say of its place. */
export interface ChainRow extends Entry {
  /** Null when salt and body are gone. */
  readonly salt: Uint8Array | null
  /** The seal that holds this entry as a head, and the digest that it holds. */
  readonly sealed: { readonly seal: number; readonly digest: string } | null
}

/** How far one chain has been read. */
export interface Chain {
  readonly subject: string
  readonly position: number
  readonly digest: string
  readonly recordedAt: string
  /** Entries without a body, which an erasure further on has to name: id to position. */
  readonly bare: ReadonlyMap<string, number>
  /** Entries with a body, and the erasures that claim that they have none. */
  readonly erasures: ReadonlyMap<string, string>
}

/** A chain of which nothing has been read. */
export function beginChain(subject: string): Chain {
  return { subject, position: 0, digest: nothingBefore, recordedAt: '', bare: new Map(), erasures: new Map() }
}

/** Reads the next row of a chain: the chain so far, or what is wrong with this row. */
export function readRow(chain: Chain, row: ChainRow): Chain | Fault {
  const fault = (code: Fault['code'], words: string): Fault => faultOf(row, code, words)
  const place = chain.position + 1
  if (row.position !== place) {
    return {
      ...faultOf(row, 'entry-missing', `entry ${place} of ${chain.subject} is missing`),
      position: place,
      entry: null,
    }
  }
  if (row.previous !== chain.digest) return fault('chain-broken', 'it does not continue the entry before it')
  if (entryDigest(row) !== row.digest) return fault('entry-changed', 'its fields do not come to its digest')
  if (row.recordedAt < chain.recordedAt)
    return fault('time-reversed', 'it was recorded before the entry before it')
  if (row.salt && bodyDigest(row.salt, canonical(row.body)) !== row.bodyDigest) {
    return fault('body-changed', 'its body does not come to its digest')
  }
  if (row.sealed && row.sealed.digest !== row.digest) {
    return {
      ...fault(
        'sealed-otherwise',
        `seal ${row.sealed.seal} holds another entry here: the chain was written anew`,
      ),
      seal: row.sealed.seal,
    }
  }
  const { position, digest, recordedAt, subject } = row
  return { subject, position, digest, recordedAt, ...readErasure(chain, row) }
}

function readErasure(chain: Chain, row: ChainRow): Pick<Chain, 'bare' | 'erasures'> {
  const named = row.kind === 'erasure' ? entryNamedBy(row.body) : null
  return {
    bare: row.salt ? chain.bare : new Map(chain.bare).set(row.id, row.position),
    erasures: named ? new Map(chain.erasures).set(named, row.id) : chain.erasures,
  }
}

/** At a chain's end: is every missing body named by an erasure? */
export function endChain(chain: Chain): Fault | null {
  for (const [entry, position] of chain.bare) {
    if (chain.erasures.has(entry)) continue
    const words = 'its body is gone and no erasure names it'
    return { code: 'body-missing', subject: chain.subject, position, entry, seal: null, words }
  }
  for (const [entry, by] of chain.erasures) {
    if (chain.bare.has(entry)) continue
    const words = `its body is there, though entry ${by} erased it`
    return { code: 'body-kept', subject: chain.subject, position: null, entry, seal: null, words }
  }
  return null
}

/** Is a seal whole, and does it continue the one before? Its signature is the caller's to check. */
export function checkSeal(
  seal: Seal,
  before: Seal | null,
  digestOfHeads: string,
  heads: number,
): Fault | null {
  const place = (before?.number ?? 0) + 1
  if (seal.number !== place) return sealFault(place, 'seal-missing', `seal ${place} is missing`)
  if (seal.previous !== (before?.digest ?? nothingBefore)) {
    return sealFault(place, 'seal-changed', `seal ${place} does not continue the seal before it`)
  }
  if (seal.heads !== heads || sealDigest(seal, digestOfHeads) !== seal.digest) {
    return sealFault(place, 'seal-changed', `seal ${place} does not come to its digest`)
  }
  return null
}

/** A fault of a seal itself. */
export function sealFault(seal: number, code: Fault['code'], words: string): Fault {
  return { code, subject: null, position: null, entry: null, seal, words }
}

/** Tells the answer of `readRow` apart. */
export function isFault(answer: Chain | Fault): answer is Fault {
  return 'code' in answer
}

/** One line for whoever runs `verify`. */
export function faultLine(fault: Fault): string {
  if (fault.subject === null) return `${fault.words}.`
  const place = fault.position === null ? '' : `, place ${fault.position}`
  const entry = fault.entry === null ? '' : `, entry ${fault.entry}`
  return `${fault.subject}${place}${entry}: ${fault.words}.`
}

function faultOf(row: ChainRow, code: Fault['code'], words: string): Fault {
  return { code, subject: row.subject, position: row.position, entry: row.id, seal: null, words }
}

function entryNamedBy(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'entry' in body && typeof body.entry === 'string'
    ? body.entry
    : null
}
