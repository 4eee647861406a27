/** What a search for a place on the map leads to: the place with its nearest services, services, or places to choose. */

import { distanceKm } from '#core/network/travel/distance.ts'
import { type PlaceFound, placeAsked } from '#core/place/find-place.ts'
import type { Gazetteer } from '#core/place/gazetteer.ts'
import type { Place } from '#core/place/place.ts'
import type { MappedService } from '../components/map-model.ts'

export interface FoundPlace {
  /** What was understood: an outcode, a place, or a service's name. */
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}

export type PlaceAnswer =
  | { readonly kind: 'place'; readonly place: FoundPlace; readonly nearest: readonly Near[] }
  | { readonly kind: 'services'; readonly services: readonly MappedService[] }
  /** Several places of one name, or, when `alike`, places spelt or numbered like the words. */
  | { readonly kind: 'places'; readonly places: readonly Place[]; readonly alike: boolean }
  | Extract<PlaceFound, { kind: 'elsewhere' }>
  | { readonly kind: 'not-found' }

export interface Near {
  readonly service: MappedService
  /** In a straight line. */
  readonly distanceKm: number
}

const NEAREST = 6
const IN_REGION_AT_MOST = 12

/** What words or the key of a place lead to among the services that the map shows. */
export function findPlace(
  words: string,
  services: readonly MappedService[],
  gazetteer: Gazetteer,
): PlaceAnswer {
  const found = placeAsked(words, gazetteer)
  if (found.kind === 'elsewhere') return found
  if (found.kind === 'choose') return { kind: 'places', places: found.places, alike: false }
  if (found.kind === 'none')
    return found.alike.length > 0
      ? { kind: 'places', places: found.alike, alike: true }
      : { kind: 'not-found' }
  const { name, point } = found.place
  if (point) return { kind: 'place', place: { name, ...point }, nearest: nearestTo(point, services) }
  const within = services.filter((service) => service.region === name || service.nation === name)
  return { kind: 'services', services: within.slice(0, IN_REGION_AT_MOST) }
}

function nearestTo(point: Omit<FoundPlace, 'name'>, services: readonly MappedService[]): readonly Near[] {
  return services
    .map((service) => ({ service, distanceKm: distanceKm(point, service) }))
    .sort((one, other) => one.distanceKm - other.distanceKm)
    .slice(0, NEAREST)
}
