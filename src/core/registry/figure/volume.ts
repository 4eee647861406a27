/**
 * Treatments a year for each million people, by region and intent, with exact Poisson intervals.
 *
 * @see the German registry's table of interventions per million inhabitants (DeGIR, 2019)
 */

import type { FigureSpec } from '../figure-spec.ts'
import { choicesOf, numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { comparatorsOf } from './comparators.ts'
import type { Figure, Sum } from './figure.ts'
import { dayNumber } from './shares.ts'
import { countsOf, intents, others } from './volume-counts.ts'
import { showVolume } from './volume-picture.ts'

type Spec = Extract<FigureSpec, { kind: 'volume' }>

export function volumeFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const counted = countsOf(vectors, around)
  const years = yearsOf(spec, vectors, around)
  const takesPart = new Set(choicesOf(vectors, 'region').values)
  const valuesOf = (column: string) =>
    spec.cohort.conditions.flatMap((condition) =>
      condition.column === column && condition.is === 'one-of' ? [...condition.values] : [],
    )
  const [region] = valuesOf('region')
  const [nation] = valuesOf('nation')
  const asked = region ? { region } : nation ? { nation } : null
  const organisations = valuesOf('organisation')
  return {
    spec,
    asOf: around.asOf,
    extent:
      organisations.length > 0
        ? { of: 'organisations', nations: [] }
        : {
            of: 'areas',
            areas: around.population.map(({ region, nation }) => ({ name: region, nation })),
            lone: around.lone,
          },
    counts: counted,
    sums: [{ whole: 'all', parts: [...intents.map(({ id }) => id), others] } satisfies Sum],
    definition: [
      'Counted per treatment: one or more sessions of one procedure that belong together.',
      'By the region of the service that treated, not of where the patient lives.',
      'Per million residents of that region, a year.',
    ],
    comparators: comparatorsOf(spec),
    individual: false,
    show: (gate) => showVolume({ asked, years, takesPart }, around, gate),
  }
}

/** From the first treatment, or the cohort's first year, to the snapshot. */
function yearsOf(spec: Spec, vectors: Vectors, around: Around): number {
  const year = spec.cohort.conditions.find(
    (condition) => condition.column === 'year' && condition.is === 'between',
  )
  if (year?.is === 'between' && year.from !== undefined && year.to !== undefined) {
    const end = Math.min(dayNumber(`${year.to + 1}-01-01`), dayNumber(around.asOf) + 1)
    return Math.max(1 / 12, (end - dayNumber(`${year.from}-01-01`)) / 365.25)
  }
  let first = Number.POSITIVE_INFINITY
  for (const day of numbersOf(vectors, 'startedOn')) if (day < first) first = day
  return Number.isFinite(first) ? Math.max(1 / 12, (dayNumber(around.asOf) - first) / 365.25) : 1
}
