/** Whether a version of a leaflet may be signed off and published, and what it is called. */

import { changesBetween } from './compare.ts'
import type { Reasons } from './kinds.ts'
import { isApproved, type LeafletBody } from './leaflet.ts'
import { differenceFrom } from './variant.ts'
import { missingWords } from './words/words.ts'

export type NotPublishable =
  /** A clinician stood for the version in use; what changes clinically needs one as well. */
  | 'needs-sign-off'
  /** A variant differs from the master in a clinical part without a reason. */
  | 'needs-reason'
  /** A machine's translation that nobody checked. */
  | 'machine-translation'
  /** The words around it are not all in its language. */
  | 'words-missing'

/**
 * What keeps a version from being published; null: nothing does. The master's first versions may be published
 * before a clinician has signed them, and say so on every page; nothing signed is ever replaced by clinical
 * words that nobody signed, and no service changes clinical words without a signature.
 */
export function whyNotPublishable(
  next: { readonly leaflet: LeafletBody; readonly isSigned: boolean; readonly reasons: Reasons },
  inUse: LeafletBody | null,
  master: LeafletBody | null,
): NotPublishable | null {
  if (next.leaflet.translation?.state === 'machine') return 'machine-translation'
  if (missingWords(next.leaflet.language).length > 0) return 'words-missing'
  if (master) {
    const difference = differenceFrom(master, next.leaflet, next.reasons)
    if (difference.withoutReason.length > 0) return 'needs-reason'
    if (difference.clinical.length > 0 && !next.isSigned) return 'needs-sign-off'
    return null
  }
  if (!inUse || !isApproved(inUse) || next.isSigned) return null
  const isClinical = changesBetween(inUse, next.leaflet).some(({ kind }) => kind === 'clinical')
  return isClinical ? 'needs-sign-off' : null
}

/** The version after another: `2.0` where it says something clinical otherwise, else `1.1`. */
export function nextVersion(latest: string | null, isClinical: boolean): string {
  if (latest === null) return '1.0'
  const [whole = 0, part = 0] = latest.split('.').map(Number)
  return isClinical ? `${whole + 1}.0` : `${whole}.${part + 1}`
}
