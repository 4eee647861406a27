/** What if a service opened or closed: who gains and who loses, in minutes and people. Arithmetic over travel times. */

import type { Nation } from '../../catalogue/organisations.ts'
import type { Area, TravelTimes } from '../network.ts'
import { BANDS, bandOf, type Reach } from './reach.ts'

/** People whose way to the nearest service becomes shorter or longer, and by how much together. */
export interface Change {
  readonly people: number
  /** Of those with a way before and after: minutes on average, one way; null where there are none. */
  readonly meanMinutes: number | null
  /** Who had no way by road and has one now, or had one and has none now. */
  readonly waysChanged: number
}

/** People of one nation, district or home service, before and after. */
export interface PlaceChange {
  readonly name: string
  readonly nation: Nation
  readonly before: Reach
  readonly after: Reach
  readonly gain: Change
  readonly lose: Change
}

export interface WhatIf {
  readonly before: Reach
  readonly after: Reach
  readonly gain: Change
  readonly lose: Change
  /** In the order of the nations' first areas; those without an area are not in it. */
  readonly nations: readonly PlaceChange[]
  /** Districts in which anybody gains or loses, those with most people times minutes first. */
  readonly districts: readonly PlaceChange[]
}

/** Less than this is no change: travel times are no truer than a second. */
const leastMinutes = 1 / 60

/**
 * Minutes to the nearest of some services by area: the smallest of their rows, Infinity where none has a way by
 * road. Codes that are not among the sites of the times are passed over.
 */
export function nearestMinutes(times: TravelTimes, codes: Iterable<string>): Float32Array {
  const rows = new Map(times.sites.map((code, row) => [code, row]))
  const width = times.areas.length
  const nearest = new Float32Array(width).fill(Number.POSITIVE_INFINITY)
  for (const code of new Set(codes)) {
    const row = rows.get(code)
    if (row === undefined) continue
    const start = row * width
    for (let area = 0; area < width; area++) {
      const minutes = times.minutes[start + area] as number
      if (minutes < (nearest[area] as number)) nearest[area] = minutes
    }
  }
  return nearest
}

/**
 * Who gains and who loses when the services that offer a procedure change: everybody is taken to go to the nearest
 * one. A gain is a shorter way, or one where there was none.
 *
 * @param times minutes by car, a row a site; its areas in the order of `areas`
 * @param areas with their people; an area without people counts for nothing
 * @param before codes of those that offer it now
 * @param after codes of those that would
 * @throws RangeError where the times are of other areas
 */
export function whatIf(
  times: TravelTimes,
  areas: readonly Area[],
  before: Iterable<string>,
  after: Iterable<string>,
): WhatIf {
  return compareMinutes(areas, nearestMinutes(times, before), nearestMinutes(times, after))
}

/**
 * The same of any two ways to be treated: minutes by area before and after, in the order of the areas.
 *
 * @throws RangeError where the lengths differ
 */
export function compareMinutes(
  areas: readonly Area[],
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): WhatIf {
  if (before.length !== areas.length || after.length !== areas.length)
    throw new RangeError('minutes before and after have to be of the same areas')
  const { people, nations, districts } = placesOf(areas)
  const all = tallies(1)
  const [byNation, byDistrict] = [tallies(nations.names.length), tallies(districts.names.length)]
  for (let area = 0; area < areas.length; area++) {
    const population = people[area] as number
    if (population === 0) continue
    const [was, is] = [before[area] as number, after[area] as number]
    const change = changeBetween(was, is)
    add(all, 0, population, was, is, change)
    add(byNation, nations.of[area] as number, population, was, is, change)
    add(byDistrict, districts.of[area] as number, population, was, is, change)
  }
  const listed = (places: Places, own: Float64Array): PlaceChange[] =>
    places.names.map((name, at) => ({ name, nation: places.nations[at] as Nation, ...changesOf(own, at) }))
  return {
    ...changesOf(all, 0),
    nations: listed(nations, byNation),
    districts: listed(districts, byDistrict)
      .filter(({ gain, lose }) => gain.people + lose.people > 0)
      .sort((one, other) => weightOf(other) - weightOf(one) || one.name.localeCompare(other.name, 'en-GB')),
  }
}

/** Minus one: shorter. One: longer. */
function changeBetween(was: number, is: number): -1 | 0 | 1 {
  if (was === is || Math.abs(was - is) < leastMinutes) return 0
  return is < was ? -1 : 1
}

/** People times minutes. */
function weightOf({ gain, lose }: PlaceChange): number {
  const of = ({ people, meanMinutes, waysChanged }: Change) =>
    (people - waysChanged) * (meanMinutes ?? 0) + waysChanged * newWayMinutes
  return of(gain) + of(lose)
}

/** The nations or districts of some areas: their names, and by area which it is in. */
interface Places {
  readonly names: readonly string[]
  readonly nations: readonly Nation[]
  readonly of: Int32Array
}

interface Laid {
  readonly people: Float64Array
  readonly nations: Places
  readonly districts: Places
}

const laidByAreas = new WeakMap<readonly Area[], Laid>()

function placesOf(areas: readonly Area[]): Laid {
  const known = laidByAreas.get(areas)
  if (known) return known
  const made: Laid = {
    people: Float64Array.from(areas, ({ population }) => population),
    nations: placesBy(areas, ({ nation }) => nation),
    districts: placesBy(areas, ({ district }) => district),
  }
  laidByAreas.set(areas, made)
  return made
}

function placesBy(areas: readonly Area[], nameOf: (area: Area) => string): Places {
  const found = new Map<string, number>()
  const names: string[] = []
  const nations: Nation[] = []
  const of = Int32Array.from(areas, (area) => {
    const key = `${area.nation} ${nameOf(area)}`
    const at = found.get(key) ?? names.length
    if (at === names.length) {
      found.set(key, at)
      names.push(nameOf(area))
      nations.push(area.nation)
    }
    return at
  })
  return { names, nations, of }
}

/** Of one place: two reaches (bands, known, minutes), then gain and lose (people, known, minutes, ways changed). */
const bandCount = BANDS.length + 2
const reachSize = bandCount + 2
const changeSize = 4
const tallySize = 2 * reachSize + 2 * changeSize

const tallies = (places: number): Float64Array => new Float64Array(places * tallySize)

function add(
  into: Float64Array,
  place: number,
  population: number,
  was: number,
  is: number,
  change: -1 | 0 | 1,
): void {
  const start = place * tallySize
  addReach(into, start, population, was)
  addReach(into, start + reachSize, population, is)
  if (change === 0) return
  const at = start + 2 * reachSize + (change < 0 ? 0 : changeSize)
  into[at] = (into[at] as number) + population
  const minutes = Math.abs(is - was)
  if (minutes < Number.POSITIVE_INFINITY) {
    into[at + 1] = (into[at + 1] as number) + population
    into[at + 2] = (into[at + 2] as number) + population * minutes
  } else into[at + 3] = (into[at + 3] as number) + population
}

function addReach(into: Float64Array, start: number, population: number, minutes: number): void {
  const band = start + bandOf(minutes)
  into[band] = (into[band] as number) + population
  if (minutes === Number.POSITIVE_INFINITY) return
  const known = start + bandCount
  into[known] = (into[known] as number) + population
  into[known + 1] = (into[known + 1] as number) + population * minutes
}

function changesOf(
  own: Float64Array,
  place: number,
): Pick<PlaceChange, 'before' | 'after' | 'gain' | 'lose'> {
  const start = place * tallySize
  const reachAt = (at: number): Reach => {
    const bands = [...own.subarray(at, at + bandCount)]
    const [known, minutes] = [own[at + bandCount] as number, own[at + bandCount + 1] as number]
    const people = bands.reduce((sum, one) => sum + one, 0)
    return { people, bands, meanMinutes: known > 0 ? minutes / known : null }
  }
  const changeAt = (at: number): Change => {
    const [people = 0, known = 0, minutes = 0, waysChanged = 0] = own.subarray(at, at + changeSize)
    return { people, meanMinutes: known > 0 ? minutes / known : null, waysChanged }
  }
  return {
    before: reachAt(start),
    after: reachAt(start + reachSize),
    gain: changeAt(start + 2 * reachSize),
    lose: changeAt(start + 2 * reachSize + changeSize),
  }
}

/**
 * Each area's home service: the place among the sites of the one that is nearest by minutes, be it open for the
 * procedure or not; -1 where no site can be reached by road. Of two alike the earlier.
 */
export function homesOf(times: TravelTimes): Int16Array {
  const known = homesByTimes.get(times)
  if (known) return known
  const width = times.areas.length
  const least = new Float32Array(width).fill(Number.POSITIVE_INFINITY)
  const homes = new Int16Array(width).fill(-1)
  for (let site = 0; site < times.sites.length; site++)
    for (let area = 0; area < width; area++) {
      const minutes = times.minutes[site * width + area] as number
      if (minutes < (least[area] as number)) {
        least[area] = minutes
        homes[area] = site
      }
    }
  homesByTimes.set(times, homes)
  return homes
}

const homesByTimes = new WeakMap<TravelTimes, Int16Array>()

/**
 * What the people about each site save on average, in minutes: below 0 they lose. To have a way where there was none
 * counts as an hour saved. Sites about which nobody lives are not in it.
 */
export function savedByHome(
  { areas, times }: { readonly areas: readonly Area[]; readonly times: TravelTimes },
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): ReadonlyMap<string, number> {
  const homes = homesOf(times)
  const people = new Float64Array(times.sites.length)
  const saved = new Float64Array(times.sites.length)
  for (let area = 0; area < areas.length; area++) {
    const home = homes[area] as number
    const { population } = areas[area] as Area
    if (home < 0 || population === 0) continue
    people[home] = (people[home] as number) + population
    const change = changeBetween(before[area] as number, after[area] as number)
    if (change === 0) continue
    const minutes = Math.abs((before[area] as number) - (after[area] as number))
    const own = Number.isFinite(minutes) ? minutes : newWayMinutes
    saved[home] = (saved[home] as number) - change * population * own
  }
  return new Map(
    times.sites.flatMap((code, site): [string, number][] =>
      (people[site] as number) > 0 ? [[code, (saved[site] as number) / (people[site] as number)]] : [],
    ),
  )
}

/** What having a way at all is counted as, in minutes saved. */
const newWayMinutes = 60
