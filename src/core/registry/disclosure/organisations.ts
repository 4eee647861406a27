/**
 * What may be drawn of organisations side by side, none of them named: how many outcomes are known of each, and how
 * many are events. They come to exact national counts, so that one organisation may have to be left out, or be drawn
 * as a bar, for the sake of another; those without an event are counted by nobody, and follow from the two.
 */

import type { Shown } from '../figure/figure.ts'
import type { Rule } from './policy.ts'
import { protect } from './protect.ts'

export interface OrganisationCounts {
  readonly code: string
  readonly known: number
  readonly events: number
}

/** `events` '*': between one and the largest count that is withheld. */
export interface ShownCounts {
  readonly known: number
  readonly events: Shown
}

/** By code; an organisation of which nothing may be drawn is not in it. */
export function protectOrganisations(
  all: readonly OrganisationCounts[],
  rule: Rule,
): ReadonlyMap<string, ShownCounts> {
  const shown = protect(
    all.flatMap(({ code, known, events }) =>
      Object.entries({ known, events, without: known - events }).map(([what, value]) => ({
        ...{ key: `${code}|${what}`, what, value, area: code },
      })),
    ),
    [{ whole: 'known', parts: ['events', 'without'] }],
    rule,
    { toldApart: true, unshown: ['without'] },
  )
  return new Map(
    all.flatMap((each): [string, ShownCounts][] => {
      const known = shown.get(`${each.code}|known`) ?? '*'
      const events = shown.get(`${each.code}|events`) ?? '*'
      // A bar says of its organisation that the count is small; of one that is withheld for others nothing is said.
      const isSmall = each.events >= 1 && each.events <= rule.largestWithheld
      if (known === '*' || known === 0 || (events === '*' && !isSmall)) return []
      return [[each.code, { known, events }]]
    }),
  )
}
