/** What a funnel says to those who know no organisation by name: how many lie where, and how many cannot be placed. */

import type { FunnelPoint, Zone } from './chart.ts'
import type { Gate } from './figure.ts'
import type { Drawn } from './funnel-points.ts'

const lie = (count: number) => (count === 1 ? 'lies' : 'lie')

/** "… 4 of 12 organisations lie inside the limits of chance; 1 lies outside the 95% limits; 7 cannot be placed: …". */
export function publicFinding(title: string, all: number, drawn: readonly Drawn[]): string {
  if (drawn.length === 0) return `${title}: every organisation has too few to be shown`
  const of = (zone: Zone) => drawn.filter(({ point }) => point.zone === zone).length
  const [inside, near, far] = [of('inside'), of('outside-95'), of('outside-99.8')]
  const unplaced = all - inside - near - far
  if (unplaced === all)
    return `${title}: no organisation can be placed, because the counts that may be published are too small`
  const outside = near + far
  const parts = [
    unplaced === 0 && outside === 0
      ? `all ${all} organisations lie inside the limits of chance`
      : `${inside} of ${all} organisations ${lie(inside)} inside the limits of chance`,
    ...(outside === 0
      ? unplaced === 0
        ? []
        : ['none is known to lie outside']
      : [
          `${outside} ${lie(outside)} outside the 95% limits${far === 0 ? '' : `, ${far === outside ? 'and' : `${far} of them`} outside the 99.8% limits`}`,
        ]),
    ...(unplaced === 0 ? [] : [`${unplaced} cannot be placed by the counts that may be published`]),
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
          `${bars === 1 ? 'One of them is a bar' : `${bars} of them are bars`}: a count between 1 and ${largestWithheld} that is withheld, so that the result is somewhere along the bar.`,
        ]),
    ...(points.some(({ zone }) => zone === 'not-told')
      ? ['Grey: on which side of a limit it lies would give its count away.']
      : []),
    ...(hasSame(points) ? ['A number beside a mark: so many organisations lie on one another there.'] : []),
  ]
}

const placeOf = ({ size, low, high }: FunnelPoint) => `${size}/${low}/${high}`
const hasSame = (points: readonly FunnelPoint[]) => new Set(points.map(placeOf)).size < points.length
