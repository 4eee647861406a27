/** The answer of a query as typed arrays, copied column by column out of DuckDB's own chunks. */

import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import type { Vector } from '#core/registry/vectors.ts'

/** How a column of the answer is to be read. */
export type Reading =
  /** A double; what is not known is NaN already. */
  | { readonly as: 'number' }
  /** A number that counts from 1 into these values; 0 is not known. */
  | { readonly as: 'choice'; readonly values: readonly string[] }
  /** Texts; null is not known. */
  | { readonly as: 'text' }

/** The columns of a query's answer in order. All of it stands in memory, eight bytes a number. */
export async function readColumns(
  connection: DuckDBConnection,
  sql: string,
  values: readonly (string | number | boolean)[],
  readings: readonly Reading[],
): Promise<{ readonly length: number; readonly vectors: Vector[] }> {
  const result = await connection.run(sql, [...values])
  const chunks = await result.fetchAllChunks()
  const length = chunks.reduce((total, { rowCount }) => total + rowCount, 0)
  return { length, vectors: readings.map((reading, at) => vectorOf(chunks, at, length, reading)) }
}

function vectorOf(chunks: readonly DuckDBDataChunk[], at: number, length: number, reading: Reading): Vector {
  if (reading.as === 'number') {
    const values = new Float64Array(length)
    copy(chunks, at, values)
    return { type: 'number', values }
  }
  const codes = new Uint32Array(length)
  if (reading.as === 'choice') {
    copy(chunks, at, codes)
    return { type: 'choice', codes, values: reading.values }
  }
  return { type: 'choice', codes, values: numbered(chunks, at, codes) }
}

/** The chunk's numbers lie side by side in memory: one copy a chunk. */
function copy(chunks: readonly DuckDBDataChunk[], at: number, into: Float64Array | Uint32Array): void {
  let row = 0
  for (const chunk of chunks) {
    const { items } = chunk.getColumnVector(at) as unknown as { items: ArrayLike<number> }
    into.set(items, row)
    row += chunk.rowCount
  }
}

/** Numbers texts by first appearance. */
function numbered(chunks: readonly DuckDBDataChunk[], at: number, codes: Uint32Array): string[] {
  const known = new Map<string, number>()
  let row = 0
  for (const chunk of chunks) {
    for (const text of chunk.getColumnValues(at) as (string | null)[]) {
      if (text !== null) {
        const code = known.get(text) ?? known.size + 1
        if (code > known.size) known.set(text, code)
        codes[row] = code
      }
      row++
    }
  }
  return [...known.keys()]
}
