/** Each row's expected chance of an outcome, from a logistic regression on categories of some columns, and the model itself. */

import { type CalibrationGroup, calibration } from '../../statistics/calibration.ts'
import { cStatistic } from '../../statistics/discrimination.ts'
import { type LogisticCoefficient, type LogisticFit, logisticRegression } from '../../statistics/logistic.ts'
import type { Level } from '../levels.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { type CaseMixColumn, type Category, caseMixColumn, fewest } from './case-mix-columns.ts'
import { type Patterns, patternsOf } from './case-mix-patterns.ts'
import { noFitWords } from './hazard.ts'
import { grouped } from './words.ts'

export interface Expected {
  /** By row in the order of `rows`; of all, the common share where there is no model. */
  readonly chance: Float64Array
  /** Why there is no adjustment; null where there is. */
  readonly words: string | null
  /** Null where there is no adjustment. */
  readonly model: CaseMixModel | null
}

export interface CaseMixModel {
  readonly known: number
  readonly events: number
  /** Coefficients that are estimated beside the intercept. */
  readonly parameters: number
  readonly intercept: number
  readonly coefficients: readonly Coefficient[]
  /** Columns of which one category alone is left, or that say what others say. */
  readonly leftOut: readonly string[]
  readonly cStatistic: number | null
  readonly calibration: readonly CalibrationGroup[]
}

export interface Coefficient extends Category {
  readonly title: string
  readonly isReference: boolean
  /** Null of the reference, and of a category that says what others say. */
  readonly odds: Pick<LogisticCoefficient, 'estimate' | 'oddsRatio' | 'lower' | 'upper'> | null
}

/**
 * With fewer events for each parameter estimates are too far from what they would be in other patients.
 *
 * @see Peduzzi P, Concato J, Kemper E, et al. A simulation study of the number of events per variable in logistic
 *   regression analysis. J Clin Epidemiol 1996;49:1373-1379
 */
const eventsPerParameter = 10

/** 'Not known' is a category: a service that leaves a column empty is not left out of the comparison. */
export function expectedChances(
  level: Level,
  names: readonly string[],
  rows: Int32Array,
  event: Uint8Array,
  vectors: Vectors,
  around: Around,
): Expected {
  const events = rows.reduce((sum, row) => sum + (event[row] as number), 0)
  const known = rows.length
  const none = (words: string): Expected => ({
    chance: new Float64Array(known).fill(known === 0 ? 0 : events / known),
    words,
    model: null,
  })
  if (known === 0) return none(noFitWords('no-subjects', []))
  if (events === 0 || events === known) return none(noFitWords(events === 0 ? 'no-events' : 'all-events', []))
  const columns = names.map((name) => caseMixColumn(level, name, rows, event, vectors, around))
  const rarer = Math.min(events, known - events)
  const whom = `${grouped(rarer)} of ${grouped(known)} ${rarer === events ? 'had it' : 'did not have it'}`
  if (columns.every(({ categories }) => categories.length === 1))
    return none(`${whom}, too few to set two categories against each other, for which each needs ${fewest}`)
  const patterns = patternsOf(columns, rows, event)
  const { kept, result } = fitted(columns, patterns)
  const needed = eventsPerParameter * kept.length
  if (rarer < needed)
    return none(
      `${whom}, and ${grouped(needed)} are needed: ${eventsPerParameter} for each of the ${kept.length} categories that are set against another`,
    )
  if (result.outcome !== 'fitted')
    return none(
      noFitWords(
        result.outcome,
        result.covariates.map((at) => kept[Number(at)]?.name ?? ''),
      ),
    )
  const { probabilities } = result
  return {
    chance: Float64Array.from(patterns.of, (pattern) => probabilities[pattern] as number),
    words: null,
    model: {
      ...{ known, events, parameters: kept.length },
      intercept: result.coefficients[0]?.estimate ?? 0,
      coefficients: columns.flatMap((column) => coefficientsOf(column, kept, result)),
      leftOut: columns
        .filter((each) => !kept.some(({ column }) => column === each))
        .map(({ title }) => title),
      cStatistic: cStatistic(patterns.event, probabilities, patterns.weight),
      calibration: calibration(patterns.event, probabilities, { weight: patterns.weight }),
    },
  }
}

/** A category that is set against its column's reference. */
interface Parameter {
  readonly column: CaseMixColumn
  readonly category: number
  readonly name: string
}

/** A category that says what those before it say is left out, as R's glm does: what is expected stays the same. */
function fitted(columns: readonly CaseMixColumn[], patterns: Patterns) {
  let kept = columns.flatMap((column) =>
    column.categories.flatMap(({ name }, category): readonly Parameter[] =>
      category === column.reference ? [] : [{ column, category, name: `${column.title}: ${name}` }],
    ),
  )
  for (;;) {
    const covariates = kept.map(({ column, category }) => {
      const at = columns.indexOf(column)
      return Float64Array.from(patterns.event, (_, row) => (patterns.category(row, at) === category ? 1 : 0))
    })
    const { event, weight } = patterns
    const result = logisticRegression({ event, weight, covariates, names: kept.map((_, at) => String(at)) })
    if (result.outcome !== 'collinear' || result.covariates.length === 0) return { kept, result }
    const said = new Set(result.covariates)
    kept = kept.filter((_, at) => !said.has(String(at)))
  }
}

function coefficientsOf(
  column: CaseMixColumn,
  kept: readonly Parameter[],
  { coefficients }: LogisticFit,
): readonly Coefficient[] {
  if (!kept.some((each) => each.column === column)) return []
  return column.categories.map((category, at): Coefficient => {
    const place = kept.findIndex((each) => each.column === column && each.category === at)
    const found = coefficients[place + 1]
    const odds = place < 0 || !found ? null : found
    return { ...category, title: column.title, isReference: at === column.reference, odds }
  })
}
