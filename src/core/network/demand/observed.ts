/** What the registry holds of a procedure by region, as the gate lets it out: read from the released figure of volume. */

import type { ReleasedFigure, Shown } from '../../registry/figure/figure.ts'
import type { FigureSpec } from '../../registry/figure-spec.ts'

/** The figure that observed numbers are read from: treatments of a procedure that began in a year, by region. */
export function observedSpec(procedure: string, year: number): FigureSpec {
  return {
    kind: 'volume',
    cohort: {
      conditions: [
        { column: 'procedure', is: 'one-of', values: [procedure] },
        { column: 'year', is: 'between', from: year, to: year },
      ],
    },
  }
}

export interface Observed {
  readonly year: number
  /** How much of the year the registry covers; below 1 in the year that goes on. */
  readonly yearsCovered: number
  /** Treatments by region, `*` where the number is withheld; regions without a service in the registry are not there. */
  readonly byRegion: ReadonlyMap<string, Shown>
  readonly whole: Shown
  readonly policy: string
}

const isWhole = 'United Kingdom'

/**
 * The counts of a volume figure of all intents.
 *
 * @throws where the figure is of another kind
 */
export function observedIn(released: ReleasedFigure, year: number): Observed {
  if (released.spec.kind !== 'volume') throw new Error(`observed numbers are read from a volume figure`)
  const byRegion = new Map<string, Shown>()
  let whole: Shown = 0
  for (const [region, intent, count] of released.table.rows) {
    if (intent !== 'All') continue
    const text = String(count).replaceAll(',', '')
    // A region in which no service takes part has words in place of a number: nobody counted there.
    if (text !== '*' && !/^\d+$/.test(text)) continue
    const shown = text === '*' ? '*' : Number(text)
    if (region === isWhole) whole = shown
    else byRegion.set(String(region), shown)
  }
  const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
  const covered = Math.min(days(released.asOf) + 1, days(`${year + 1}-01-01`)) - days(`${year}-01-01`)
  return {
    year,
    yearsCovered: Math.min(1, Math.max(0, covered / 365)),
    byRegion,
    whole,
    policy: released.policy.words,
  }
}
