/** Expected procedures: residents x new cases of a cancer x the share of them that would have the procedure. */

import type { Nation } from '../catalogue/organisations.ts'
import type { Cell } from './demand/people.ts'
import { CANCER_IDS, type Cancer, keyOf, type StatedLine, valueFor } from './demand/statement.ts'

export type DemandBy = 'nation' | 'region' | 'district'

/** What one cancer adds to the expectation of a place. */
export interface OfCancer {
  readonly cancer: Cancer
  /** New cases a year among those residents for whom an incidence is stated. */
  readonly newCases: number
  /** Patients a year who would have the procedure. */
  readonly treated: number
  /** Residents for whom a share is stated and no incidence: the expectation leaves them out. */
  readonly peopleWithoutIncidence: number
}

export interface Expected {
  /** Null: the whole United Kingdom. */
  readonly nation: Nation | null
  readonly region: string | null
  readonly district: string | null
  readonly people: number
  /** Patients a year. Null: no share is stated for anyone who lives here, so that nothing is expected or ruled out. */
  readonly treated: number | null
  /** A year for each million residents; null as above, or where nobody lives. */
  readonly perMillion: number | null
  readonly ofCancers: readonly OfCancer[]
  /** Residents for whom no share is stated of any cancer. */
  readonly peopleWithoutShare: number
}

/**
 * How many patients a year would have a procedure, by place, then of the United Kingdom (the last row).
 *
 * For each district: residents x incidence / 100,000 x share / 100, summed over the cancers for which a share of this
 * procedure is stated. Values are taken from the closest place for which one is stated (`valueFor`). Crude rates: the
 * age of residents is not weighed. One patient counts once, however many sessions the treatment has.
 *
 * @param lines those in force; none for the procedure: every expectation is null
 */
export function expectedProcedures(
  cells: readonly Cell[],
  lines: readonly StatedLine[],
  procedure: string,
  by: DemandBy,
): readonly Expected[] {
  const byKey = new Map(lines.map((line) => [keyOf(line), line]))
  const cancers = CANCER_IDS.filter((cancer) =>
    lines.some((line) => line.what === 'share' && line.cancer === cancer && line.procedure === procedure),
  )
  const groups = Map.groupBy(cells, ({ nation, region, district }) =>
    by === 'nation' ? nation : by === 'region' ? `${nation}|${region}` : `${nation}|${district}`,
  )
  const rows = [...groups.values()].map((group) => {
    const [first] = group as [Cell, ...Cell[]]
    return {
      nation: first.nation,
      region: by === 'nation' ? null : (largest(group)?.region ?? null),
      district: by === 'district' ? first.district : null,
      ...expectedOf(group, byKey, cancers, procedure),
    }
  })
  const whole = { nation: null, region: null, district: null }
  return [...rows, { ...whole, ...expectedOf(cells, byKey, cancers, procedure) }]
}

/** Of a district that two regions share, the part in which most live. */
const largest = (group: readonly Cell[]): Cell | undefined =>
  group.reduce<Cell | undefined>(
    (most, cell) => (most && most.people >= cell.people ? most : cell),
    undefined,
  )

function expectedOf(
  cells: readonly Cell[],
  byKey: ReadonlyMap<string, StatedLine>,
  cancers: readonly Cancer[],
  procedure: string,
): Omit<Expected, 'nation' | 'region' | 'district'> {
  const sums = new Map(
    cancers.map((cancer) => [cancer, { cancer, newCases: 0, treated: 0, peopleWithoutIncidence: 0 }]),
  )
  let people = 0
  let peopleWithoutShare = 0
  let isKnown = false
  for (const cell of cells) {
    people += cell.people
    let hasShare = false
    for (const sum of sums.values()) {
      const { cancer } = sum
      const share = valueFor(byKey, { what: 'share', cancer, procedure }, cell)?.value ?? null
      if (share === null) continue
      hasShare = true
      const rate = valueFor(byKey, { what: 'incidence', cancer, procedure: null }, cell)?.value ?? null
      if (rate === null) {
        sum.peopleWithoutIncidence += cell.people
        continue
      }
      isKnown = true
      const newCases = (cell.people * rate) / 100_000
      sum.newCases += newCases
      sum.treated += (newCases * share) / 100
    }
    if (!hasShare) peopleWithoutShare += cell.people
  }
  const treated = isKnown ? [...sums.values()].reduce((sum, each) => sum + each.treated, 0) : null
  return {
    people,
    treated,
    perMillion: treated === null || people === 0 ? null : (treated / people) * 1_000_000,
    ofCancers: [...sums.values()],
    peopleWithoutShare,
  }
}
