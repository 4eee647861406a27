/** The cancer alliance or cancer network of each organisation: data/alliances.csv, read once. */

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Organisation } from '#core/catalogue/organisations.ts'
import { nearestOf } from '#core/network/offering.ts'
import { organisationsOf2017 } from '../catalogue/directory-file.ts'

const rowSchema = z.object({
  ods_code: z.string(),
  alliance_code: z.string(),
  alliance: z.string(),
  source: z.string(),
})

let read: ReadonlyMap<string, string> | null = null

function shippedAlliances(): ReadonlyMap<string, string> {
  if (!read) {
    const file = new URL('../../../data/alliances.csv', import.meta.url)
    const rows: unknown = parse(readFileSync(file), { columns: true, bom: true })
    read = new Map(
      z
        .array(rowSchema)
        .parse(rows)
        .map((row) => [row.ods_code, row.alliance]),
    )
  }
  return read
}

/**
 * Whose alliance is known, by code; null where none is. A fictional organisation belongs to a fictional
 * alliance: those that are nearest to real organisations of one alliance are together in one.
 */
export function alliancesOf(organisations: readonly Organisation[]): (code: string) => string | null {
  const known = shippedAlliances()
  const invented = inventedAlliances(organisations.filter(({ fictional }) => fictional))
  return (code) => invented.get(code) ?? known.get(code) ?? null
}

/** Named by region and number, as `North West alliance 2 (fictional)`, in the order of the real ones behind them. */
function inventedAlliances(organisations: readonly Organisation[]): ReadonlyMap<string, string> {
  if (organisations.length === 0) return new Map()
  const alliances = shippedAlliances()
  const real = organisationsOf2017().map((each) => ({
    ...each,
    alliance: alliances.get(each.code) ?? null,
  }))
  const inRegion = (region: string) => real.filter((each) => each.region === region && each.alliance !== null)
  const numbers = new Map(
    [...new Set(organisations.map(({ region }) => region))].map((region) => [
      region,
      [...new Set(inRegion(region).map(({ alliance }) => alliance))].sort(),
    ]),
  )
  return new Map(
    organisations.flatMap((each): readonly [string, string][] => {
      const of = numbers.get(each.region) ?? []
      const nearest = nearestOf(each, inRegion(each.region))
      if (!nearest) return []
      const number = of.length > 1 ? ` ${of.indexOf(nearest.site.alliance) + 1}` : ''
      return [[each.code, `${each.region} alliance${number} (fictional)`]]
    }),
  )
}
