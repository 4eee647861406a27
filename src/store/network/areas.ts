/** Where people live: the small areas of the national statistics, from data/population.csv. */

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { nationSchema } from '#core/catalogue/organisations.ts'
import type { Area } from '#core/network/network.ts'

const rowSchema = z.object({
  area_code: z.string().min(1),
  area_name: z.string().min(1),
  nation: nationSchema,
  latitude: z.coerce.number().min(49).max(61),
  longitude: z.coerce.number().min(-9).max(2.5),
  population: z.coerce.number().int().min(0),
})

let read: readonly Area[] | undefined

/**
 * Every small area of the United Kingdom with its residents, in the file's order; read once.
 *
 * @see data/README.md for the census counts and what of them is doubtful
 */
export function areas(): readonly Area[] {
  read ??= z
    .array(rowSchema)
    .parse(parse(readFileSync(new URL('../../../data/population.csv', import.meta.url)), { columns: true }))
    .map((row) => ({
      code: row.area_code,
      name: row.area_name,
      district: districtOf(row.area_name),
      nation: row.nation,
      latitude: row.latitude,
      longitude: row.longitude,
      population: row.population,
    }))
  return read
}

/** `Barnet 001` lies in Barnet; `Dunsilly_A (Antrim and Newtownabbey)` in what the brackets say. */
function districtOf(areaName: string): string {
  return /\((.+)\)$/.exec(areaName)?.[1] ?? areaName.replace(/\s\d+$/, '')
}
