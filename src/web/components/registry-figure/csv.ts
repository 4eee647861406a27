/** A figure's tables as CSV: every row says what it is of, and no cell can act as a formula. */

import { csvOf } from '#core/census/csv.ts'
import type { FigureData } from '#core/registry/figure/figure.ts'

export function registryFigureCsv(
  figure: FigureData,
  {
    snapshot,
    digest,
    fictional,
    withdrawn = null,
  }: {
    readonly snapshot: string
    readonly digest: string
    readonly fictional: boolean
    /** Why it was withdrawn, where it was. */
    readonly withdrawn?: string | null
  },
): string {
  const about = [
    `${withdrawn === null ? '' : `Withdrawn: ${withdrawn}. `}${fictional ? 'Fictional demonstration data' : 'Registry'}`,
    snapshot,
    digest,
    figure.policy.id,
    figure.finding,
  ]
  const tables = [figure.table, ...figure.further]
  const { inCohort, applies, due, known, missing } = figure.denominators
  const long = [
    ...tables.flatMap(({ caption, columns, rows }) =>
      rows.flatMap((row) =>
        row
          .slice(1)
          .map((cell, at) => [
            ...about,
            caption,
            row[0] ?? '',
            columns[at + 1]?.heading ?? '',
            cell ?? 'not recorded',
          ]),
      ),
    ),
    ...Object.entries({
      'In the cohort': inCohort,
      Applies: applies,
      Due: due,
      Known: known,
      Missing: missing,
    }).map(([name, value]) => [...about, 'Denominators', 'All', name, value]),
  ]
  return csvOf([
    ['data', 'snapshot', 'digest', 'disclosure', 'figure', 'table', 'row', 'column', 'value'],
    ...long,
  ])
}
