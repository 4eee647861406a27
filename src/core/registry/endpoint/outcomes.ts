/** Answers of an endpoint that is a share, row by row, and to which rows it applies, and which are old enough to have one. */

import type { Proportion } from '../endpoint.ts'
import { numbersOf, type Vectors } from '../vectors.ts'
import { appliesTo } from './applies.ts'
import { startDayOf } from './columns.ts'

export interface Outcomes {
  /** 1: counts; 0: does not; NaN: not known. Also of rows that are not due. */
  readonly value: Float64Array
  /** 1: the endpoint can be had by the row. The others are neither due nor missing. */
  readonly applies: Uint8Array
  /** 1: it applies, and so long ago that it should be known. Rows that are not due are neither counted nor missing. */
  readonly due: Uint8Array
}

/**
 * Whether each row has the endpoint, and whether it is due on a day. A row that is not due is left out even where
 * it says something already: the bad news that comes early would else weigh too much.
 *
 * @param asOf whole days since 1970-01-01
 * @throws RangeError where a column of `endpointColumns` was not read
 */
export function outcomesOf(proportion: Proportion, vectors: Vectors, asOf: number): Outcomes {
  const { unit, column, counted, dueAfterDays } = proportion
  const said = numbersOf(vectors, column)
  const from = numbersOf(vectors, startDayOf(unit))
  const value = counted === 'yes' ? Float64Array.from(said) : said.map((each) => 1 - each)
  const applies = appliesTo(proportion, vectors)
  const due = applies.map((is, row) => ((from[row] ?? Number.NaN) + dueAfterDays <= asOf ? is : 0))
  return { value, applies, due }
}
