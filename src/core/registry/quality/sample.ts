/** A random sample that anybody can draw again: the same seed and the same cases give the same sample. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Draws `size` of some ids without repetition: those whose SHA-256 of `seed:id` comes first. Each subset of that size
 * is as likely as any other, for a seed that nobody chose.
 *
 * @param seed made by chance by whoever draws, and kept with the sample
 * @returns at most as many as there are, in the order in which they were drawn
 */
export function drawSample(ids: readonly string[], size: number, seed: string): readonly string[] {
  return [...new Set(ids)]
    .map((id) => ({ id, place: bytesToHex(sha256(utf8ToBytes(`${seed}:${id}`))) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}
