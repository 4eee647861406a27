/** Answers of an endpoint that is a share, row by row, and which rows are old enough to have one. */

import type { Proportion } from '../endpoint.ts'
import { numbersOf, type Vectors } from '../vectors.ts'
import { startDayOf } from './columns.ts'

export interface Outcomes {
  /** 1: counts; 0: does not; NaN: not known. Also of rows that are not due. */
  readonly value: Float64Array
  /** 1: so long ago that it should be known. Rows that are not due are neither counted nor missing. */
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
  const due = new Uint8Array(vectors.length)
  for (let row = 0; row < vectors.length; row++)
    due[row] = (from[row] ?? Number.NaN) + dueAfterDays <= asOf ? 1 : 0
  return { value, due }
}
