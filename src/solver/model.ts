/** What is left of a siting problem as a mixed-integer program for HiGHS. */

import type { ModelData } from 'highs'
import type { Facility } from '#core/network/siting/facility.ts'

/** Costs are scaled so that what is at stake is this much: HiGHS's tolerances are absolute. */
const stake = 1e5

export interface Program {
  readonly data: ModelData
  /** What an objective of HiGHS is in costs: `objective * scale + constant`. */
  readonly scale: number
  readonly constant: number
  /** By column beyond the candidates: the first and last arc of its level. */
  readonly levels: readonly { readonly area: number; readonly last: number }[]
}

/**
 * The columns are the candidates (1: open), then for each area and each of its levels of cost a u that is 1 while
 * nothing as cheap is open. An area pays its least cost, and for each u the step to the next cost. That is far fewer
 * coefficients than a column for each area and site, and as tight.
 *
 * @see Elloumi, A tighter formulation of the p-median problem, Journal of Combinatorial Optimization 19 (2010) 69-83
 */
export function programOf(facility: Facility, infinity: number): Program {
  const { p, candidates, weights, base, first, to, cost } = facility
  const colCost: number[] = Array.from({ length: candidates }, () => 0)
  const levels: { area: number; last: number }[] = []
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const rowLower: number[] = []
  let constant = facility.constant
  let atStake = 0
  weights.forEach((weight, area) => {
    const begin = first[area] as number
    const end = first[area + 1] as number
    const pays = base[area] as number
    constant += weight * (cost[begin] as number)
    atStake += weight * (pays - (cost[begin] as number))
    let arc = begin
    while (arc < end) {
      const level = cost[arc] as number
      if (arc > begin) {
        indices.push(colCost.length - 1)
        values.push(-1)
      }
      rowLower.push(arc > begin ? 0 : 1)
      indices.push(colCost.length)
      values.push(1)
      for (; arc < end && cost[arc] === level; arc += 1) {
        indices.push(to[arc] as number)
        values.push(1)
      }
      starts.push(indices.length)
      colCost.push(weight * ((arc < end ? (cost[arc] as number) : pays) - level))
      levels.push({ area, last: arc - 1 })
    }
  })
  // and no more open than may
  for (let j = 0; j < candidates; j += 1) {
    indices.push(j)
    values.push(1)
  }
  starts.push(indices.length)
  const numCols = colCost.length
  const numRows = rowLower.length + 1
  const scale = atStake > 0 ? atStake / stake : 1
  return {
    data: {
      numCols,
      numRows,
      colCost: colCost.map((each) => each / scale),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: [...rowLower, -infinity],
      rowUpper: [...rowLower.map(() => infinity), p],
      integrality: Int32Array.from({ length: numCols }, (_, column) => (column < candidates ? 1 : 0)),
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    },
    scale,
    constant,
    levels,
  }
}

/** The values of the columns with these candidates open: HiGHS begins from the best that is known. */
export function columnsOf(
  facility: Facility,
  { data, levels }: Program,
  open: readonly number[],
): Float64Array {
  const columns = new Float64Array(data.numCols)
  for (const j of open) columns[j] = 1
  levels.forEach(({ area, last }, level) => {
    let served = false
    for (let arc = facility.first[area] as number; arc <= last && !served; arc += 1)
      served = columns[facility.to[arc] as number] === 1
    columns[facility.candidates + level] = served ? 0 : 1
  })
  return columns
}
