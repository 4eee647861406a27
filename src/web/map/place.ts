/** Finds a place that someone typed: the outward part of a postcode, or words of a service's name or town. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { MappedService } from '../components/map-model.ts'

export interface FoundPlace {
  /** What was understood: an outcode, or a service's name. */
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}

export type PlaceAnswer =
  | { readonly kind: 'place'; readonly place: FoundPlace; readonly nearest: readonly Near[] }
  | { readonly kind: 'services'; readonly services: readonly MappedService[] }
  | { readonly kind: 'not-found' }

export interface Near {
  readonly service: MappedService
  /** Great-circle distance. */
  readonly distanceKm: number
}

const OUTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\s*[0-9][A-Z]{2})?$/
const NEAREST = 6
const MATCHES_AT_MOST = 12

/** What a search leads to: a place with its nearest services, several services that match, or nothing. */
export function findPlace(words: string, services: readonly MappedService[]): PlaceAnswer {
  const outcode = outcodeOf(words)
  const position = outcode && outcodes().get(outcode)
  if (position) return at({ name: outcode, ...position }, services)
  const matches = matching(words, services)
  const [only] = matches
  if (!only) return { kind: 'not-found' }
  if (matches.length > 1) return { kind: 'services', services: matches.slice(0, MATCHES_AT_MOST) }
  const { name, latitude, longitude } = only
  return at({ name, latitude, longitude }, services)
}

/** The outward part of a whole or half postcode, in capitals; null when the words are no postcode. */
export function outcodeOf(words: string): string | null {
  const compact = words.trim().toUpperCase()
  const spaced = OUTCODE.exec(compact)?.[1] ?? null
  if (spaced && outcodes().has(spaced)) return spaced
  // Without a space, "E11AA" is E1 1AA: the last three characters are the inward part.
  const joined = /^([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{2}$/.exec(compact.replace(/\s/g, ''))?.[1]
  return joined ?? spaced
}

function at(place: FoundPlace, services: readonly MappedService[]): PlaceAnswer {
  const nearest = services
    .map((service) => ({ service, distanceKm: distanceKm(place, service) }))
    .sort((one, other) => one.distanceKm - other.distanceKm)
    .slice(0, NEAREST)
  return { kind: 'place', place, nearest }
}

function matching(words: string, services: readonly MappedService[]): readonly MappedService[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  return services.filter(({ name, mainSite, code }) => {
    const text = `${name} ${mainSite} ${code}`.toLowerCase()
    return sought.every((word) => text.includes(word))
  })
}

const EARTH_RADIUS_KM = 6371

interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Great-circle distance in kilometres, by the haversine formula. */
export function distanceKm(one: Position, other: Position): number {
  const radians = Math.PI / 180
  const [north, south] = [one.latitude * radians, other.latitude * radians]
  const across = Math.sin(((other.longitude - one.longitude) * radians) / 2)
  const along = Math.sin((south - north) / 2)
  return (
    2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(along ** 2 + Math.cos(north) * Math.cos(south) * across ** 2))
  )
}

const rowSchema = z.object({
  outcode: z.string(),
  latitude: z.coerce.number(),
  longitude: z.coerce.number(),
})

let known: ReadonlyMap<string, Position> | undefined

/** The middle of each outward code of the United Kingdom; see data/README.md for the source. */
function outcodes(): ReadonlyMap<string, Position> {
  known ??= new Map(
    z
      .array(rowSchema)
      .parse(parse(readFileSync(join(import.meta.dirname, '../../../data/outcodes.csv')), { columns: true }))
      .map(({ outcode, latitude, longitude }) => [outcode, { latitude, longitude }]),
  )
  return known
}
