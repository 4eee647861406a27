/** The gazetteer of an installation: outward codes and districts from data/, services from the directory. */

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Point } from '#core/network/network.ts'
import { districtPlaces, type Gazetteer, gazetteerOf, type NamedOrganisation } from '#core/place/gazetteer.ts'
import type { NamedPlace } from '#core/place/place.ts'
import { areas } from '../network/areas.ts'

const rowSchema = z.object({
  outcode: z.string().regex(/^[A-Z]{1,2}[0-9][A-Z0-9]?$/),
  latitude: z.coerce.number(),
  longitude: z.coerce.number(),
})

let read: ReadonlyMap<string, Point> | undefined

/**
 * The middle of every outward code, read once. Whole postcodes are not shipped.
 *
 * @see data/README.md for the source, the licence and the error
 */
export function outcodes(): ReadonlyMap<string, Point> {
  read ??= new Map(
    z
      .array(rowSchema)
      .parse(parse(readFileSync(new URL('../../../data/outcodes.csv', import.meta.url)), { columns: true }))
      .map(({ outcode, latitude, longitude }) => [outcode, { latitude, longitude }]),
  )
  return read
}

let districts: readonly NamedPlace[] | undefined
const kept = new WeakMap<object, Gazetteer>()

/**
 * The gazetteer of some organisations, made once for each state of the directory.
 *
 * @param state what is the same for as long as the organisations are, such as what `loadRegister` keeps
 * @param organisations of the demonstration, or the real ones: never both
 */
export function gazetteer(state: object, organisations: () => readonly NamedOrganisation[]): Gazetteer {
  const known = kept.get(state)
  if (known) return known
  districts ??= districtPlaces(areas())
  const made = gazetteerOf(outcodes(), districts, organisations())
  kept.set(state, made)
  return made
}
