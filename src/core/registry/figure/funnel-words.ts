/** What a funnel says to those who know no organisation by name: how many lie where, and how many cannot be placed. */

import type { FunnelPoint, Zone } from './chart.ts'
import type { Gate } from './figure.ts'
import type { Drawn } from './funnel-points.ts'
import { percentWords } from './words.ts'

/**
 * "… 2.2% in all; 1 of 12 organisations lies outside the 95% limits; 7 cannot be placed: …".
 *
 * @param centre the share of all
 */
export function publicFinding(title: string, all: number, drawn: readonly Drawn[], centre: number): string {
  if (drawn.length === 0) return `${title}: every organisation has too few to be shown`
  const of = (zone: Zone) => drawn.filter(({ point }) => point.zone === zone).length
  const [near, far] = [of('outside-95'), of('outside-99.8')]
  const outside = near + far
  const unplaced = all - of('inside') - outside
  const parts = [
    `${percentWords(centre, 1)} in all`,
    outside > 0
      ? `${outside} of ${all} organisations ${outside === 1 ? 'lies' : 'lie'} outside the 95% limits of chance${far === 0 ? '' : `, ${far === outside ? 'and' : `${far} of them`} outside the 99.8% limits`}`
      : unplaced === 0
        ? `all ${all} organisations lie inside the limits of chance`
        : `of ${all} organisations none is known to lie outside the limits of chance`,
    ...(unplaced === 0
      ? []
      : [
          `${unplaced} cannot be placed, because the counts that may be published ${outside > 0 ? 'of them ' : ''}are too small`,
        ]),
  ]
  return `${title}: ${parts.join('; ')}`
}

/** What is drawn how, and what is not drawn, and why. */
export function readingOf(
  all: number,
  points: readonly FunnelPoint[],
  unit: string,
  { largestWithheld }: Pick<Gate, 'largestWithheld'>,
): readonly string[] {
  const bars = points.filter(({ low, high }) => low !== high).length
  const undrawn = all - points.length
  return [
    undrawn === 0
      ? all === 1
        ? 'The only organisation with a known outcome is drawn.'
        : `All ${all} organisations with a known outcome are drawn.`
      : `${points.length} of ${all} organisations with a known outcome ${points.length === 1 ? 'is' : 'are'} drawn; ${undrawn} ${undrawn === 1 ? 'is' : 'are'} not: fewer than ${largestWithheld + 1} ${unit}s of it are known, or what is shown would give another’s small count away.`,
    ...(bars === 0
      ? []
      : [
          `${bars === 1 ? 'One of them is a bar' : `${bars === points.length ? 'All' : bars} of them are bars`}: a count between 1 and ${largestWithheld} that is withheld, so that the result is somewhere along the bar.`,
        ]),
    ...(points.some(({ zone }) => zone === 'not-told')
      ? ['Grey: on which side of a limit it lies would give its count away.']
      : []),
    ...(hasSame(points) ? ['A number beside a mark: so many organisations lie on one another there.'] : []),
  ]
}

const placeOf = ({ size, low, high }: FunnelPoint) => `${size}/${low}/${high}`
const hasSame = (points: readonly FunnelPoint[]) => new Set(points.map(placeOf)).size < points.length
