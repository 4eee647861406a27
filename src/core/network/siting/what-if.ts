/** What if a service opened or closed: who gains and who loses, in minutes and people. Arithmetic over travel times. */

import type { Nation } from '../../catalogue/organisations.ts'
import type { Area, TravelTimes } from '../network.ts'
import { type Reach, reachOf } from './reach.ts'

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
  const all: number[] = []
  const nations = new Map<Nation, number[]>()
  const districts = new Map<string, number[]>()
  for (let area = 0; area < areas.length; area++) {
    const { nation, district } = areas[area] as Area
    all.push(area)
    listIn(nations, nation).push(area)
    if (changeAt(before, after, area) !== 0) districts.set(`${nation} ${district}`, [])
  }
  if (districts.size > 0)
    for (let area = 0; area < areas.length; area++) {
      const { nation, district } = areas[area] as Area
      districts.get(`${nation} ${district}`)?.push(area)
    }
  const placeOf = (name: string, own: readonly number[]): PlaceChange => ({
    name,
    nation: (areas[own[0] as number] as Area).nation,
    ...changesOf(areas, before, after, own),
  })
  return {
    ...changesOf(areas, before, after, all),
    nations: [...nations].map(([nation, own]) => placeOf(nation, own)),
    districts: [...districts.values()]
      .map((own) => placeOf((areas[own[0] as number] as Area).district, own))
      .filter(({ gain, lose }) => gain.people + lose.people > 0)
      .sort((one, other) => weightOf(other) - weightOf(one) || one.name.localeCompare(other.name, 'en-GB')),
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
    const change = changeAt(before, after, area)
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

/** Minus one: shorter. One: longer. */
function changeAt(before: ArrayLike<number>, after: ArrayLike<number>, area: number): -1 | 0 | 1 {
  const [was, is] = [before[area] as number, after[area] as number]
  if (was === is) return 0
  if (Math.abs(was - is) < leastMinutes) return 0
  return is < was ? -1 : 1
}

/** People times minutes. */
function weightOf({ gain, lose }: PlaceChange): number {
  const of = ({ people, meanMinutes, waysChanged }: Change) =>
    (people - waysChanged) * (meanMinutes ?? 0) + waysChanged * newWayMinutes
  return of(gain) + of(lose)
}

function changesOf(
  areas: readonly Area[],
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  own: readonly number[],
): Pick<PlaceChange, 'before' | 'after' | 'gain' | 'lose'> {
  const tally = () => ({ people: 0, known: 0, minutes: 0, waysChanged: 0 })
  const [gain, lose] = [tally(), tally()]
  for (const area of own) {
    const change = changeAt(before, after, area)
    const { population } = areas[area] as Area
    if (change === 0 || population === 0) continue
    const into = change < 0 ? gain : lose
    const minutes = Math.abs((after[area] as number) - (before[area] as number))
    into.people += population
    if (Number.isFinite(minutes)) {
      into.known += population
      into.minutes += population * minutes
    } else into.waysChanged += population
  }
  const changeOf = ({ people, known, minutes, waysChanged }: ReturnType<typeof tally>): Change => ({
    people,
    meanMinutes: known > 0 ? minutes / known : null,
    waysChanged,
  })
  return {
    before: reachOf(before, areas, own),
    after: reachOf(after, areas, own),
    gain: changeOf(gain),
    lose: changeOf(lose),
  }
}

function listIn<Key>(map: Map<Key, number[]>, key: Key): number[] {
  const known = map.get(key)
  if (known) return known
  const made: number[] = []
  map.set(key, made)
  return made
}
