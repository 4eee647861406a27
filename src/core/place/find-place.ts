/** What place somebody means who typed some words: a place, several to choose from, or what is spelt alike. */

import { distanceKm } from '../network/travel/distance.ts'
import { type Gazetteer, placeAt, postcodeArea } from './gazetteer.ts'
import type { NamedPlace, Place } from './place.ts'
import { type Elsewhere, readPostcode } from './postcode.ts'
import { misspelling, plainWords } from './spelling.ts'

export type PlaceFound =
  /** `asTyped` false: it was put right, which is to be said. */
  | { readonly kind: 'place'; readonly place: Place; readonly asTyped: boolean }
  /** `more`: how many there are beside those listed. */
  | { readonly kind: 'choose'; readonly places: readonly Place[]; readonly more: number }
  /** Nothing by these words; these are spelt like it, or lie next to it. May be none. */
  | { readonly kind: 'none'; readonly as: 'postcode' | 'name'; readonly alike: readonly Place[] }
  /** A place whose health service is not in the directory. `outcode` is empty for a name. */
  | { readonly kind: 'elsewhere'; readonly where: Elsewhere; readonly outcode: string }

const LISTED_AT_MOST = 12
const ALIKE_AT_MOST = 6
/** Two places of one name this close together are one place. */
const SAME_PLACE_KM = 20

const ISLANDS: Readonly<Record<string, Elsewhere>> = {
  ...{ jersey: 'JE', guernsey: 'GY', alderney: 'GY', sark: 'GY', herm: 'GY', 'channel islands': 'JE' },
  ...{ 'isle of man': 'IM', gibraltar: 'GX', bfpo: 'BF', ireland: 'IE', 'republic of ireland': 'IE' },
}

/** What the key of a place stands for, or else what words lead to. */
export function placeAsked(asked: string, gazetteer: Gazetteer): PlaceFound {
  const place = placeAt(asked, gazetteer)
  return place ? { kind: 'place', place, asTyped: true } : findPlace(asked, gazetteer)
}

/**
 * What may stand in an address for words that somebody typed: the key of the place that they mean, the
 * outward part of a postcode, or words without a digit. Null: there may be a postcode in them.
 */
export function addressable(words: string, found: PlaceFound): string | null {
  if (found.kind === 'place') return found.place.key
  if (found.kind === 'elsewhere' && found.outcode) return found.outcode
  return /\d/.test(words) ? null : words
}

/** Finds a postcode, a place by its name, or a service by words of its name. */
export function findPlace(words: string, gazetteer: Gazetteer): PlaceFound {
  const { outcodes, codes } = gazetteer
  const read = readPostcode(words, codes)
  const area = (outcode: string): readonly Place[] => {
    const point = outcodes.get(outcode)
    return point ? [postcodeArea(outcode, point)] : []
  }
  if (read.kind === 'outcode') {
    const [place] = area(read.outcode)
    if (place) return { kind: 'place', place, asTyped: read.asTyped }
  }
  if (read.kind === 'outcodes') {
    const places = read.outcodes.flatMap(area)
    return {
      kind: 'choose',
      places: places.slice(0, LISTED_AT_MOST),
      more: Math.max(0, places.length - LISTED_AT_MOST),
    }
  }
  if (read.kind === 'elsewhere') return { kind: 'elsewhere', where: read.where, outcode: read.outcode }
  const named = findNamed(plainWords(words), gazetteer)
  if (named.kind !== 'none' || read.kind !== 'unknown') return named
  return { kind: 'none', as: 'postcode', alike: read.near.flatMap(area) }
}

function findNamed(said: string, { named }: Gazetteer): PlaceFound {
  const island = Object.hasOwn(ISLANDS, said) ? ISLANDS[said] : undefined
  if (island) return { kind: 'elsewhere', where: island, outcode: '' }
  if (said.length < 2) return { kind: 'none', as: 'name', alike: [] }
  const whole = named.filter(({ names }) => names.includes(said))
  // A hospital that bears its town's name is in it: who says the town means the town.
  const places = whole.filter(({ kind }) => kind !== 'service')
  const exact = places.length > 0 ? places : whole
  if (exact.length > 0) return oneOf(exact)
  const begin = holding(said, named, ' ')
  if (begin.length > 0) return oneOf(begin)
  const contained = said.length < 4 ? [] : holding(said, named, '')
  if (contained.length > 0) return oneOf(contained)
  return { kind: 'none', as: 'name', alike: alikeTo(said, named) }
}

/** Places in one of whose names or words every word that was said begins one, or lies within one. */
function holding(said: string, named: readonly NamedPlace[], before: ' ' | ''): readonly NamedPlace[] {
  const sought = said.split(' ').map((word) => before + word)
  return named.filter(({ names, words }) => {
    const text = ` ${names.join(' ')} ${words}`
    return sought.every((word) => text.includes(word))
  })
}

function oneOf(found: readonly NamedPlace[]): PlaceFound {
  const apart = found.filter((place, at) => !found.slice(0, at).some((before) => isSame(before, place)))
  const [only] = apart
  if (only && apart.length === 1) return { kind: 'place', place: only, asTyped: true }
  return {
    kind: 'choose',
    places: apart.slice(0, LISTED_AT_MOST),
    more: Math.max(0, apart.length - LISTED_AT_MOST),
  }
}

function isSame(one: NamedPlace, other: NamedPlace): boolean {
  if (one.kind === 'service' || other.kind === 'service' || !one.point || !other.point) return false
  const shared = one.names.some((name) => other.names.includes(name))
  return shared && distanceKm(one.point, other.point) < SAME_PLACE_KM
}

/** One slip in four letters, two in eight; of names that begin alike, the nearest first. */
function alikeTo(said: string, named: readonly NamedPlace[]): readonly Place[] {
  const most = said.length < 4 ? 0 : said.length < 8 ? 1 : 2
  if (most === 0) return []
  return named
    .map((place) => {
      const tries = place.names.flatMap((name) => [
        name,
        ...name.split(' ').filter((word) => word.length > 4),
      ])
      return { place, slips: Math.min(...tries.map((name) => misspelling(said, name, most))) }
    })
    .filter(({ slips }) => slips <= most)
    .sort(
      (a, b) => a.slips - b.slips || Number(a.place.kind === 'service') - Number(b.place.kind === 'service'),
    )
    .slice(0, ALIKE_AT_MOST)
    .map(({ place }) => place)
}
