/** The digest of a closed edition: what anyone can recompute from the record to see that nothing changed. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** What an edition's digest covers. */
export interface DigestedEdition {
  readonly edition: string
  readonly questionnaire: { readonly id: string; readonly version: number }
  /** Each member, and the digests of the census-answer entries that stand for it, first wave before follow-up. */
  readonly members: readonly { readonly organisation: string; readonly entries: readonly string[] }[]
}

/**
 * SHA-256, in hex, over the RFC 8785 canonical form of the edition: its questionnaire and, by organisation
 * code, the digests of the entries that hold its answers. The order in which members are given is no matter.
 *
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function editionDigest({ edition, questionnaire, members }: DigestedEdition): string {
  const sorted = members
    .map(({ organisation, entries }) => ({ organisation, entries: [...entries] }))
    .toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1))
  const { id, version } = questionnaire
  const canonical = canonicalize({ edition, questionnaire: { id, version }, members: sorted })
  if (canonical === undefined) throw new Error('an edition always has a canonical form')
  return bytesToHex(sha256(utf8ToBytes(canonical)))
}
