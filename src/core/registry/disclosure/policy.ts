/**
 * Disclosure policies as data, one for each nation: how small a count is withheld, and to what others are rounded.
 * The nation whose registry this is may put other numbers here; nothing else decides.
 */

import type { Nation } from '../../catalogue/organisations.ts'

export interface DisclosurePolicy {
  readonly nation: Nation
  /** Counts from 1 to this are withheld below national level. */
  readonly largestWithheld: number
  /** Other counts below national level go to the nearest multiple of this. */
  readonly rounding: number
  readonly source: string
  /** False: nobody could read the rule in its source; England's stands in for it. */
  readonly verified: boolean
}

/**
 * @see NHS England, disclosure control of HES and ECDS since September 2018: 1 to 7 withheld below national level,
 *   none at national level (domain-facts i)
 * @unverified the rounding of counts to the nearest 5 is confirmed in part; NHS Education Scotland reviews counts
 *   from 1 to 9, which need not hold for this registry; no rule of Wales or Northern Ireland was found
 */
export const policies: readonly DisclosurePolicy[] = [
  {
    nation: 'England',
    largestWithheld: 7,
    rounding: 5,
    source: 'NHS England, disclosure control of HES and ECDS since September 2018',
    verified: true,
  },
  {
    nation: 'Scotland',
    largestWithheld: 9,
    rounding: 5,
    source: 'NHS Education Scotland, risk assessment of counts from 1 to 9; not confirmed for this registry',
    verified: false,
  },
  {
    nation: 'Wales',
    largestWithheld: 7,
    rounding: 5,
    source: 'No rule of Wales was found; England’s stands in for it',
    verified: false,
  },
  {
    nation: 'Northern Ireland',
    largestWithheld: 7,
    rounding: 5,
    source: 'No rule of Northern Ireland was found; England’s stands in for it',
    verified: false,
  },
]

export interface Rule {
  readonly largestWithheld: number
  readonly rounding: number
}

/** One rule for a figure that several nations are in: the strictest of theirs. */
export function ruleOf(nations: readonly string[], all: readonly DisclosurePolicy[] = policies): Rule {
  const own = all.filter(({ nation }) => nations.includes(nation))
  const heeded = own.length === 0 ? all : own
  return {
    largestWithheld: Math.max(...heeded.map(({ largestWithheld }) => largestWithheld)),
    rounding: Math.max(...heeded.map(({ rounding }) => rounding)),
  }
}
