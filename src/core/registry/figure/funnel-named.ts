/** Results of a funnel by name: of one's own service, or of all for those of the nation who may know them. */

import { poissonRate } from '../../statistics/rate.ts'
import type { Gate, Table, TableCell } from './figure.ts'
import { type Drawn, type Unit, zoneOf, zoneWords } from './funnel-points.ts'
import { countOf, drawnLimits, type Scale, shareOf } from './funnel-scale.ts'
import { percentWords } from './words.ts'

interface Named extends Scale {
  readonly units: readonly Unit[]
}

export function namedTables(computed: Named, drawn: readonly Drawn[], gate: Gate): readonly Table[] {
  const { units, isAdjusted } = computed
  const named = units.filter(({ code }) => gate.names(code))
  if (named.length === 0) return []
  const own = gate.audience.who === 'service'
  if (own && isAdjusted) return named.map((unit) => ownTable(unit, computed))
  const shownOf = new Map(drawn.map((each) => [each.unit.code, each]))
  const cells = ({ code, known, events }: Unit): TableCell[] => {
    if (own) return [known, events]
    const found = shownOf.get(code)
    if (!found) return ['*', '*', ...(isAdjusted ? ['*', '*'] : [])]
    const { low, high, size } = found.point
    const share = low === high ? percentWords(low, 1) : '*'
    return [found.shown.known, found.shown.events, ...(isAdjusted ? [size.toFixed(1), share] : [])]
  }
  return [
    {
      caption: own ? 'Your service' : 'Organisations by name',
      columns: [
        { heading: 'Organisation' },
        { heading: 'Known', number: true },
        { heading: 'Counted', number: true },
        ...(isAdjusted
          ? [
              { heading: computed.countsAbsence ? 'Expected without' : 'Expected', number: true },
              { heading: 'Adjusted', number: true },
            ]
          : []),
        { heading: 'Where' },
      ],
      rows: named.map((unit): TableCell[] => [unit.name, ...cells(unit), zoneWords[zoneOf(unit)]]),
    },
  ]
}

/** Observed beside expected, and what follows: the ratio with its exact interval, the share as it is and adjusted. */
function ownTable(unit: Unit, scale: Scale): Table {
  const { known, events, expected } = unit
  const which = scale.countsAbsence ? ' without it' : ' with it'
  const { estimate, lower, upper } = poissonRate(countOf(scale, known, events), expected)
  const percent = (ratio: number) => percentWords(shareOf(scale, ratio), 1)
  const [low, high] = scale.countsAbsence ? [upper, lower] : [lower, upper]
  const limits = drawnLimits(scale, expected)
  const range = (from: number, to: number) => `${percentWords(from, 1)} to ${percentWords(to, 1)}`
  return {
    caption: `${unit.name}: observed beside expected`,
    columns: [{ heading: 'What' }, { heading: 'Number', number: true }],
    rows: [
      ['Known', known],
      [`Observed${which}`, countOf(scale, known, events)],
      [`Expected${which}, of its case mix`, expected.toFixed(1)],
      [
        'Observed to expected (95% interval)',
        `${(estimate ?? 0).toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)})`,
      ],
      ['As it is', percentWords(events / known, 1)],
      [
        'Adjusted for case mix (95% interval)',
        `${percent(estimate ?? 0)} (${percent(low)} to ${percent(high)})`,
      ],
      ['All services', percentWords(scale.centre, 1)],
      ['95% limits of chance at its size', range(limits.low95, limits.high95)],
      ['99.8% limits of chance at its size', range(limits.low998, limits.high998)],
      ['Where', zoneWords[zoneOf(unit)]],
    ],
  }
}
