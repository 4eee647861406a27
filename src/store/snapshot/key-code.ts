/** Pseudonyms as numbers of sixty bits, in the order of their texts: less to stage, sort and join. */

import { pseudonymAlphabet } from '#core/registry/snapshot/pseudonym.ts'
import { textOf } from './engine.ts'

/** In the order in which texts are sorted. */
const inOrder = [...pseudonymAlphabet].sort().join('')
const length = 12

const places = new Int8Array(128).fill(-1)
for (let at = 0; at < inOrder.length; at++) places[inOrder.charCodeAt(at)] = at

/**
 * Puts a pseudonym into an array of 64-bit numbers, each as its low and its high half.
 *
 * @returns false where the text is no pseudonym: then nothing is put
 */
export function putKey(into: Int32Array, at: number, text: string): boolean {
  if (text.length !== length) return false
  const high = sixOf(text, 0)
  const low = sixOf(text, 6)
  if (high < 0 || low < 0) return false
  into[2 * at] = low | (high << 30)
  into[2 * at + 1] = high >>> 2
  return true
}

/** Thirty bits of six letters; below zero where one is none. */
function sixOf(text: string, from: number): number {
  let bits = 0
  for (let at = from; at < from + 6; at++) {
    const code = text.charCodeAt(at)
    const place = code < 128 ? (places[code] as number) : -1
    if (place < 0) return -1
    bits = (bits << 5) | place
  }
  return bits
}

const pairs = [...inOrder].flatMap((one) => [...inOrder].map((other) => one + other))
const shifts = [50, 40, 30, 20, 10, 0]

/** Run once on each connection before `keyTextSql` is used there: the list is read once, not with each query. */
export const declareKeyText = `set variable key_pairs = [${pairs.map(textOf).join(', ')}]`

/** SQL of the text of a number that `putKey` made. */
export function keyTextSql(at: string): string {
  const pair = (shift: number) => `getvariable('key_pairs')[((${at} >> ${shift}) & 1023) + 1]`
  return `concat(${shifts.map(pair).join(', ')})`
}
