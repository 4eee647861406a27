/** Sentences that state a nation's position, computed from the answers. */

import type { GroupResult, Tabulation } from '#core/census/tabulate.ts'
import { inSentence } from '#core/sentence.ts'

/** "144 of 179 organisations provide IO or have a formal way to refer; 35 have neither today." */
export function positionSentence({ all, asked, answered }: Tabulation): string {
  if (answered === 0) return `${asked} organisations could say what they provide. None has answered yet.`
  const { numerator, denominator } = all.providesOrPathway
  const neither = denominator - numerator
  const whole =
    answered < asked
      ? `${denominator} organisations that have answered so far`
      : `${denominator} organisations`
  const rest =
    neither === 0 ? 'none has neither' : `${neither} ${neither === 1 ? 'has' : 'have'} neither today`
  return `${numerator} of ${whole} provide interventional oncology or have a formal way to refer; ${rest}.`
}

/** "22 of 120 organisations that have answered so far offer TACE here; 60 more by referral pathway." */
export function procedureSentence(name: string, counts: ReadonlyMap<string, number>, asked: number): string {
  const [here, referred] = [counts.get('here') ?? 0, counts.get('by-referral-pathway') ?? 0]
  const silent = counts.get('no-answer') ?? 0
  if (silent === asked) return `${name}: none of ${asked} organisations has answered yet.`
  const whole = silent > 0 ? `${asked - silent} organisations that said` : `${asked} organisations`
  const more =
    referred > 0
      ? `; ${referred} more ${referred === 1 ? 'has' : 'have'} a referral pathway to one that does`
      : ''
  return `${here} of ${whole} ${here === 1 ? 'offers' : 'offer'} ${inSentence(name)} here${more}.`
}

/** The nations in the order of the tables, England first. */
export function byNation(nations: readonly GroupResult[]): readonly GroupResult[] {
  const order = ['England', 'Scotland', 'Wales', 'Northern Ireland']
  return [...nations].sort(
    (one, other) => order.indexOf(one.nation ?? '') - order.indexOf(other.nation ?? ''),
  )
}
