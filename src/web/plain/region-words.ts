/** A region's name as a table and a picture show it. */

import type { Cover } from '#core/plain/cover.ts'

/** With its nation only where the region's own name does not say it already, and it is not England. */
export function regionWords({ nation, region }: Pick<Cover, 'nation' | 'region'>): string {
  if (nation === null) return 'United Kingdom'
  if (region === null) return nation
  return nation === 'England' || region.includes(nation) ? region : `${region}, ${nation}`
}
