/** Random bytes for salts and ids, drawn many at a time, for each call of the generator is dear. */

import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafeSlow(4096)
let used = pool.length

/** So many bytes, at most 64, that nobody else has or had. */
export function freshRandom(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const fresh = Buffer.from(pool.subarray(used, used + bytes))
  used += bytes
  return fresh
}
