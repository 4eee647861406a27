/** Salts: 32 random bytes for each body, drawn many at a time, for each call of the generator is dear. */

import { randomFillSync } from 'node:crypto'

const saltBytes = 32
const pool = Buffer.allocUnsafeSlow(saltBytes * 128)
let used = pool.length

/** A salt that nobody else has or had. */
export function freshSalt(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const salt = Buffer.from(pool.subarray(used, used + saltBytes))
  used += saltBytes
  return salt
}
