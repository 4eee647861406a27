/** Rows as columns of typed arrays: what statistics and figures compute from, at any number of rows. */

/** A number, or day, yes (1) and no (0). NaN: not known. Days are whole days since 1970-01-01. */
export interface NumberVector {
  readonly type: 'number'
  readonly values: Float64Array
}

/** One of some values. `codes` count from 1 into `values`; 0: not known. */
export interface ChoiceVector {
  readonly type: 'choice'
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

export type Vector = NumberVector | ChoiceVector

/** Columns of the same rows, by name. */
export interface Vectors {
  readonly length: number
  readonly columns: Readonly<Record<string, Vector>>
}

/** @throws RangeError where that column was not read, or is none of numbers */
export function numbersOf(vectors: Vectors, name: string): Float64Array {
  const vector = vectors.columns[name]
  if (vector?.type !== 'number') throw new RangeError(`no numbers ${name} among the columns`)
  return vector.values
}

/** @throws RangeError where that column was not read, or is one of numbers */
export function choicesOf(vectors: Vectors, name: string): ChoiceVector {
  const vector = vectors.columns[name]
  if (vector?.type !== 'choice') throw new RangeError(`no choice ${name} among the columns`)
  return vector
}
