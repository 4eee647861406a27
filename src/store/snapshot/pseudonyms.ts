/** Makes pseudonyms: HMAC-SHA256 with a secret that never leaves the registry. */

import { createHmac } from 'node:crypto'
import type { KeyOf } from '#core/registry/patient-for-registry.ts'
import { pseudonym } from '#core/registry/snapshot/pseudonym.ts'

/** The same subject has the same pseudonym in every snapshot that one secret makes. */
export function keyMaker(secret: string): KeyOf {
  return (level, id) => pseudonym(createHmac('sha256', secret).update(`${level}\n${id}`).digest())
}

/** Under what a number of the opt-out list is kept. */
export function optOutDigest(secret: string, system: string, value: string): Buffer {
  return createHmac('sha256', secret).update(`opt-out\n${system}:${value}`).digest()
}
