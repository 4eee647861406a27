/** SHA-256 by the platform, for the write path; tests hold it to the core's own. */

import { hash } from 'node:crypto'
import type { Hash } from '#core/record/digest.ts'

export const nativeHash: Hash = (bytes) => hash('sha256', bytes, 'hex')
