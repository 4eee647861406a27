/** The digests that chain a record: SHA-256 over the canonical form of RFC 8785. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Entry } from './entry.ts'

/** What the first entry of a chain, and the first seal, hold as their `previous`. */
export const nothingBefore = '0'.repeat(64)

/**
 * The canonical form of a JSON value: one text for each value, whoever writes it.
 *
 * @throws on NaN, infinities, lone surrogates and circles, which JSON cannot say
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function canonical(value: unknown): string {
  return canonicalize(value) ?? 'null'
}

/** SHA-256 of some bytes, as hex. */
export type Hash = (bytes: Uint8Array) => string

/** The one that runs everywhere; where many entries pass, a platform's own is several times as fast. */
export const portableHash: Hash = (bytes) => bytesToHex(sha256(bytes))

/** SHA-256 over the entry's salt (32 random bytes) and the canonical form of its body, as hex. */
export function bodyDigest(salt: Uint8Array, canonicalBody: string, hash: Hash = portableHash): string {
  return hash(concatBytes(salt, utf8ToBytes(canonicalBody)))
}

/** The fields under an entry's digest: all of it, its body by the body's digest. */
export type Signed = Omit<Entry, 'body' | 'digest'>

/** SHA-256 over the previous digest's 32 bytes and the canonical form of the entry's fields, as hex. */
export function entryDigest(entry: Signed, hash: Hash = portableHash): string {
  const { before, between, after } = signedText(entry)
  return chained(entry.previous, before + entry.position + between + entry.recordedAt + after, hash)
}

/** An entry's canonical form but for its position and time, which stand side by side in it. */
export interface SignedText {
  /** Up to the position. */
  readonly before: string
  /** From the position to the time. */
  readonly between: string
  readonly after: string
}

/**
 * The text under an entry's digest, open at the two fields that only the database can fill: so the
 * whole of an append is one statement, which reads the head and the clock, completes the text and
 * hashes it.
 */
export function signedText(entry: Omit<Signed, 'position' | 'recordedAt' | 'previous'>): SignedText {
  const { author, bodyDigest, corrects, id, kind, occurredAt, organisation, role, subject, version } = entry
  const first = canonical({ author, bodyDigest, corrects, id, kind, occurredAt, organisation })
  const last = canonical({ role, subject, version })
  return {
    before: `${first.slice(0, -1)},"position":`,
    between: ',"recordedAt":"',
    after: `",${last.slice(1)}`,
  }
}

/** SHA-256 over a previous digest and a text, as hex. */
export function chained(previous: string, text: string, hash: Hash = portableHash): string {
  return hash(concatBytes(hexToBytes(previous), utf8ToBytes(text)))
}
