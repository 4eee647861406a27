/** Access: how long the way is to the nearest service that offers a procedure, for everybody, by place. */

import type { Nation } from '../catalogue/organisations.ts'
import type { Area, TravelTimes } from './network.ts'
import { BANDS, type Reach, reachOf } from './siting/reach.ts'

/** Of each area, in the order of the travel times' areas. */
export interface Access {
  /** Minutes by car to the nearest service that offers it; Infinity: no way by road. */
  readonly minutes: Float32Array
  /** Its place among the travel times' sites; -1: none. */
  readonly nearest: Int16Array
}

/**
 * The nearest of some services to each area. Codes that are not among the sites are passed over; of two that are
 * alike near, the one that comes first among the sites.
 *
 * @throws RangeError where the areas are not those of the travel times, in their order
 */
export function accessTo(codes: Iterable<string>, times: TravelTimes, areas: readonly Area[]): Access {
  const width = times.areas.length
  if (
    areas.length !== width ||
    areas[0]?.code !== times.areas[0] ||
    areas.at(-1)?.code !== times.areas.at(-1)
  )
    throw new RangeError('the areas are not those of the travel times')
  const wanted = new Set(codes)
  const minutes = new Float32Array(width).fill(Number.POSITIVE_INFINITY)
  const nearest = new Int16Array(width).fill(-1)
  times.sites.forEach((code, site) => {
    if (!wanted.has(code)) return
    for (let area = 0; area < width; area++) {
      const way = times.minutes[site * width + area] ?? Number.POSITIVE_INFINITY
      if (way >= (minutes[area] ?? 0)) continue
      minutes[area] = way
      nearest[area] = site
    }
  })
  return { minutes, nearest }
}

/** The same with every way so many times as long, to see how much rests on the travel times. */
export function scaled({ minutes, nearest }: Access, factor: number): Access {
  return { minutes: minutes.map((way) => way * factor), nearest }
}

/** The people of one place by the length of their way. */
export interface PlaceReach {
  readonly name: string
  readonly nation: Nation | null
  readonly reach: Reach
}

/** People by minutes in the whole of the areas, then in each nation, in the order of their first areas. */
export function reachByNation(
  { minutes }: Pick<Access, 'minutes'>,
  areas: readonly Area[],
): readonly PlaceReach[] {
  const whole = { name: 'United Kingdom', nation: null, reach: reachOf(minutes, areas) }
  return [
    whole,
    ...reachBy(
      minutes,
      areas,
      areas.map(({ nation }) => nation),
    ),
  ]
}

/**
 * People by minutes in each region, by nation and name.
 *
 * @param regions of each area, as `regionsOf` gives them; areas of none are left out
 */
export function reachByRegion(
  { minutes }: Pick<Access, 'minutes'>,
  areas: readonly Area[],
  regions: readonly (string | null)[],
): readonly PlaceReach[] {
  return [...reachBy(minutes, areas, regions)].sort(byNationAndName)
}

function reachBy(
  minutes: ArrayLike<number>,
  areas: readonly Area[],
  names: readonly (string | null)[],
): readonly PlaceReach[] {
  const groups = new Map<string, { name: string; nation: Nation; own: number[] }>()
  areas.forEach(({ nation }, at) => {
    const name = names[at] ?? null
    if (name === null) return
    const held = groups.get(`${nation}|${name}`)
    if (held) held.own.push(at)
    else groups.set(`${nation}|${name}`, { name, nation, own: [at] })
  })
  return [...groups.values()].map(({ name, nation, own }) => ({
    name,
    nation,
    reach: reachOf(minutes, areas, own),
  }))
}

const byNationAndName = (one: PlaceReach, other: PlaceReach): number =>
  (one.nation ?? '').localeCompare(other.nation ?? '', 'en') || one.name.localeCompare(other.name, 'en')

/** The share of people with a way of at most so many minutes, from 0 to 1; null where nobody lives. */
export function shareWithin({ people, bands }: Reach, minutes: (typeof BANDS)[number]): number | null {
  if (people === 0) return null
  return bands.slice(0, BANDS.indexOf(minutes) + 1).reduce((sum, each) => sum + each, 0) / people
}

/** A local authority district with the way of those who live there. */
export interface DistrictAccess extends PlaceReach {
  readonly nation: Nation
  /** The longest way of anybody in it; Infinity: somebody has none by road. */
  readonly longestMinutes: number
  /** Places of its areas among all, the longest way first; those where nobody lives are last. */
  readonly own: readonly number[]
}

/**
 * Every district, the worst served first: those in which nobody has a way by road, then by the mean minutes of their
 * people. A district in which nobody lives comes last: it is served neither well nor badly.
 */
export function districtsOf(
  { minutes }: Pick<Access, 'minutes'>,
  areas: readonly Area[],
): readonly DistrictAccess[] {
  const groups = new Map<string, number[]>()
  areas.forEach(({ nation, district }, at) => {
    const key = `${nation}|${district}`
    const held = groups.get(key)
    if (held) held.push(at)
    else groups.set(key, [at])
  })
  const population = (at: number) => areas[at]?.population ?? 0
  const way = (at: number) => minutes[at] ?? Number.POSITIVE_INFINITY
  return [...groups.values()]
    .map((group): DistrictAccess => {
      const own = group.sort(
        (one, other) =>
          Number(population(one) === 0) - Number(population(other) === 0) || longer(way(one), way(other)),
      )
      const { district, nation } = areas[own[0] ?? 0] as Area
      const peopled = own.filter((at) => population(at) > 0)
      const longestMinutes = peopled.length === 0 ? 0 : way(peopled[0] as number)
      return { name: district, nation, reach: reachOf(minutes, areas, own), longestMinutes, own }
    })
    .sort((one, other) => worse(one.reach, other.reach) || byNationAndName(one, other))
}

/** The districts in which the way is longest, the worst first; none in which nobody lives. */
export function worstServed(
  access: Pick<Access, 'minutes'>,
  areas: readonly Area[],
  most: number,
): readonly DistrictAccess[] {
  return districtsOf(access, areas)
    .filter(({ reach }) => reach.people > 0)
    .slice(0, most)
}

function worse(one: Reach, other: Reach): number {
  const empty = Number(one.people === 0) - Number(other.people === 0)
  if (empty !== 0) return empty
  const mean = (reach: Reach) => reach.meanMinutes ?? Number.POSITIVE_INFINITY
  return longer(mean(one), mean(other))
}

/** Longest first, without taking infinity from infinity. */
const longer = (one: number, other: number): number => (one === other ? 0 : other > one ? 1 : -1)
