/** A region's name in a table: of England alone, of another nation with it. */

import type { Cover } from '#core/plain/cover.ts'

export const regionWords = ({ nation, region }: Pick<Cover, 'nation' | 'region'>): string =>
  nation === null
    ? 'United Kingdom'
    : region === null || region === nation
      ? nation
      : nation === 'England'
        ? region
        : `${region}, ${nation}`
