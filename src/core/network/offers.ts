/**
 * Who takes a patient for a procedure: one's own service first, then by one's referral pathways, then whoever
 * says in the census that they offer it, then whoever answers referrals here and has not answered the census;
 * the nearest first.
 */

import { availabilityOf } from '../census/availability.ts'
import type { Provision } from '../census/provision.ts'
import { distanceKm } from './travel/distance.ts'

export interface Place {
  readonly code: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}

/** A current referral pathway of the referring service. */
export interface OpenPathway {
  /** The entry that stated it first. */
  readonly entry: string
  readonly to: string
  readonly procedures: readonly string[]
  readonly through: string
}

export interface Offer {
  readonly code: string
  readonly name: string
  readonly by: 'own-service' | 'referral-pathway' | 'census' | 'answers-here'
  /** Of a referral pathway: its entry, and the MDT or network that it goes through. */
  readonly pathway: string | null
  readonly through: string | null
  /** Whether the census says that they offer it there; null: it does not say. */
  readonly offers: boolean | null
  /** In a straight line; kilometres. */
  readonly distanceKm: number
}

interface Known {
  readonly own: string
  readonly procedure: string
  readonly places: readonly Place[]
  readonly pathways: readonly OpenPathway[]
  readonly provisions: ReadonlyMap<string, Provision>
  /** Organisations at which someone answers referrals. */
  readonly answering: ReadonlySet<string>
}

/** Every service that a referral for a procedure can go to, in the order in which to offer them. */
export function offersFor({
  own,
  procedure,
  places,
  pathways,
  provisions,
  answering,
}: Known): readonly Offer[] {
  const here = places.find(({ code }) => code === own)
  const offer = (place: Place, by: Offer['by'], pathway: OpenPathway | null): Offer => {
    const { availability } = availabilityOf(procedure, place.code, provisions)
    return {
      code: place.code,
      name: place.name,
      by,
      pathway: pathway?.entry ?? null,
      through: pathway?.through ?? null,
      offers: availability === 'no-answer' ? null : availability === 'here',
      distanceKm: here ? distanceKm(here, place) : 0,
    }
  }
  const usable = pathways.filter(({ procedures }) => procedures.includes(procedure))
  const byPathway = new Map(usable.map((pathway) => [pathway.to, pathway]))
  const nearestFirst = (one: Offer, other: Offer) => one.distanceKm - other.distanceKm
  const others = places.filter(({ code }) => code !== own)
  return [
    ...(here ? [offer(here, 'own-service', null)] : []),
    ...others
      .filter(({ code }) => byPathway.has(code))
      .map((place) => offer(place, 'referral-pathway', byPathway.get(place.code) ?? null))
      .sort(nearestFirst),
    ...others
      .filter(({ code }) => !byPathway.has(code))
      .map((place) => offer(place, 'census', null))
      .filter(({ offers }) => offers === true)
      .sort(nearestFirst),
    ...others
      .filter(({ code }) => !byPathway.has(code) && answering.has(code))
      .map((place) => offer(place, 'answers-here', null))
      .filter(({ offers }) => offers === null)
      .sort(nearestFirst),
  ]
}
