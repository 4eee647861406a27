/** The marks of maps on which something changes: a symbol for what a service is, a tint for what those about it gain. */

import type { SiteRole } from '#core/network/proposal/answer.ts'
import { CLASS_MARKS, INK, type Mark } from '../components/national-map/marks.ts'

type Symbol = Pick<Mark, 'shape' | 'colour' | 'words'>

const { both, planned, none } = CLASS_MARKS

const symbols: Readonly<Record<SiteRole, Symbol>> = {
  offers: { shape: 'disc', colour: both.colour, words: 'Offers it today' },
  new: { shape: 'triangle', colour: planned.colour, words: 'Would offer it' },
  'left-out': { shape: 'cross', colour: none.colour, words: 'Would offer it no more' },
  'by-pathway': { shape: 'diamond', colour: '#78BE20', words: 'Refers by a pathway today' },
  'by-new-pathway': { shape: 'diamond', colour: '#330072', words: 'Would refer by a new pathway' },
  gap: { shape: 'cross', colour: '#4C6272', words: 'Has no way to it' },
  other: { shape: 'dot', colour: '#768692', words: 'Does not offer it' },
}

/** How the way of those who live nearest to a service changes. */
export const tints = {
  'much-shorter': { tint: '#7FC49B', words: 'Shorter by 10 minutes or more on average' },
  shorter: { tint: '#CDEAD7', words: 'Shorter by 1 to 10 minutes' },
  same: { tint: INK.land, words: 'Less than a minute’s change' },
  longer: { tint: '#F8D5D1', words: 'Longer by 1 to 10 minutes' },
  'much-longer': { tint: '#E59A92', words: 'Longer by 10 minutes or more on average' },
} as const
export type Tint = keyof typeof tints

export function tintOf(saves: number | null | undefined): Tint {
  if (saves === null || saves === undefined || Math.abs(saves) < 1) return 'same'
  if (saves > 0) return saves >= 10 ? 'much-shorter' : 'shorter'
  return saves <= -10 ? 'much-longer' : 'longer'
}

/** The key of a mark on the map: a role with a tint. */
export const markOf = (role: SiteRole, tint: Tint): string => `${role} ${tint}`

/** Every role with every tint. */
export const changeMarks: Readonly<Record<string, Mark>> = Object.fromEntries(
  (Object.keys(symbols) as SiteRole[]).flatMap((role) =>
    (Object.keys(tints) as Tint[]).map((tint) => [
      markOf(role, tint),
      { ...symbols[role], tint: tints[tint].tint },
    ]),
  ),
)

export const symbolOf = (role: SiteRole): Symbol => symbols[role]
