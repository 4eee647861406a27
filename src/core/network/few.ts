/** Referrals between two services as others than those two may see them: never a small number, never an exact one. */

import type { Nation } from '../catalogue/organisations.ts'
import { policies } from '../registry/disclosure/policy.ts'

/**
 * A count in words by the stricter of the policies of the nations that it concerns: none, `fewer than 8`, or the
 * nearest multiple to which counts are rounded. Of no nation: by the strictest of all.
 *
 * @see core/registry/disclosure/policy.ts
 */
export function fewest(count: number, nations: readonly Nation[]): string {
  const those = policies.filter(({ nation }) => nations.includes(nation))
  const rules = those.length > 0 ? those : policies
  const largest = Math.max(...rules.map(({ largestWithheld }) => largestWithheld))
  const step = Math.max(...rules.map(({ rounding }) => rounding))
  if (count === 0) return '0'
  if (count <= largest) return `fewer than ${largest + 1}`
  return `about ${Math.round(count / step) * step}`
}
