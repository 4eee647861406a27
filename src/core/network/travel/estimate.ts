/** Travel times where no routing engine measured them: an estimate from the distance, by land and listed crossings. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Point, TravelTimes } from '../network.ts'
import { distanceKm, distancesKm, placed } from './distance.ts'
import type { Land } from './land.ts'

/** What an estimate assumes beyond the land. */
export interface Assumptions {
  /** Kilometres by road for one in a straight line; more winding roads take more minutes too. */
  readonly circuity: number
  /** What minutes within Greater London are multiplied by; 1.2 to 1.3 is for its traffic and peak hours. */
  readonly urbanFactor: number
}

export const USUAL_ASSUMPTIONS: Assumptions = { circuity: 1.4, urbanFactor: 1 }

/**
 * The estimate's mean absolute error on the routes that it was fitted on, as shares of the measured minutes, by
 * straight-line distance: 19 % from 5 to 30 km, 15 % to 60 km, 16 % to 200 km.
 */
export const ESTIMATE_ERRORS = [
  { fromKm: 5, toKm: 30, share: 0.19 },
  { fromKm: 30, toKm: 60, share: 0.15 },
  { fromKm: 60, toKm: 200, share: 0.16 },
] as const

const MINUTES_AT_ONE_KM = 3.3
const EXPONENT = 0.774

/**
 * Minutes by car for a straight-line distance over land: 3.3 x km^0.774, so 10 km are 20 minutes, 50 km 68, 100 km
 * 117. Estuaries are where it errs most: a straight line over the Severn, the Humber or the Clyde takes no bridge.
 *
 * @see D. Olner, How wiggly is Britain? (2015): 5,434 driving routes in Great Britain, to whose routes under 250 km
 *   the coefficients were fitted; docs/sources.md
 */
export function roadMinutes(
  km: number,
  { circuity }: Pick<Assumptions, 'circuity'> = USUAL_ASSUMPTIONS,
): number {
  return MINUTES_AT_ONE_KM * (km * (circuity / USUAL_ASSUMPTIONS.circuity)) ** EXPONENT
}

/** Kilometres by road for a straight-line distance. */
export function roadKm(km: number, { circuity }: Pick<Assumptions, 'circuity'> = USUAL_ASSUMPTIONS): number {
  return km * circuity
}

/** Minutes from one point to another by an estimate that has thought of its ports already: for many pairs. */
export type Estimator = (from: Point, to: Point) => number

/**
 * Minutes by car between two points; Infinity where no bridge or listed crossing leads from one landmass to the
 * other. A fair copy of `estimatorOf` for a single pair.
 */
export function estimatedMinutes(
  from: Point,
  to: Point,
  land: Land,
  assumptions: Assumptions = USUAL_ASSUMPTIONS,
): number {
  const known = assumptions === USUAL_ASSUMPTIONS ? usual.get(land) : undefined
  const estimator = known ?? estimatorOf(land, assumptions)
  if (!known && assumptions === USUAL_ASSUMPTIONS) usual.set(land, estimator)
  return estimator(from, to)
}

/** The usual estimator of each land, made once: what it is made of never changes. */
const usual = new WeakMap<Land, Estimator>()

/** Makes the estimator of a land: on one landmass the road, else by the quickest listed crossings. */
export function estimatorOf(land: Land, assumptions: Assumptions = USUAL_ASSUMPTIONS): Estimator {
  const ports = portsOf(land, assumptions)
  return (from, to) => {
    const [home, there] = [land.landmassOf(from), land.landmassOf(to)]
    if (home === there) return byRoad(from, to, assumptions)
    const reached = minutesToPorts(from, home, ports, assumptions)
    let least = Number.POSITIVE_INFINITY
    ports.at.forEach((port, index) => {
      const sofar = reached[index] ?? Number.POSITIVE_INFINITY
      if (port.landmass !== there || sofar >= least) return
      least = Math.min(least, sofar + byRoad(port, to, assumptions))
    })
    return least
  }
}

type Coded = Point & { readonly code: string }

/** Minutes outward from each site to each area, all by the estimate. */
export function travelTimesOf(
  sites: readonly Coded[],
  areas: readonly Coded[],
  land: Land,
  assumptions: Assumptions = USUAL_ASSUMPTIONS,
): TravelTimes {
  const steps = travelTimesBySite(sites, areas, land, assumptions)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same with a pause after each site, for whoever has others to serve meanwhile. */
export function* travelTimesBySite(
  sites: readonly Coded[],
  areas: readonly Coded[],
  land: Land,
  assumptions: Assumptions = USUAL_ASSUMPTIONS,
): Generator<void, TravelTimes> {
  const ports = portsOf(land, assumptions)
  const all = placed(areas)
  const landmasses = areas.map((area) => land.landmassOf(area))
  const urban = areas.map((area) => assumptions.urbanFactor !== 1 && isUrban(area))
  const minutes = new Float32Array(sites.length * areas.length)
  const roadFrom = (from: Point): Float32Array => {
    const away = distancesKm(from, all)
    const road = new Float32Array(away.length)
    const slow = assumptions.urbanFactor !== 1 && isUrban(from) ? assumptions.urbanFactor : 1
    for (let at = 0; at < road.length; at++)
      road[at] = roadMinutes(away[at] as number, assumptions) * (urban[at] ? slow : 1)
    return road
  }
  const portRoads = new Map<number, Float32Array>()
  const portRoad = (index: number, port: Point) => {
    const road = portRoads.get(index) ?? roadFrom(port)
    portRoads.set(index, road)
    return road
  }
  for (const [row, site] of sites.entries()) {
    const home = land.landmassOf(site)
    const reached = minutesToPorts(site, home, ports, assumptions)
    const arrivals = ports.at.flatMap((port, index) => {
      const sofar = reached[index] ?? Number.POSITIVE_INFINITY
      if (port.landmass === home || sofar === Number.POSITIVE_INFINITY) return []
      return [{ ...port, index, sofar }]
    })
    const overseas = Map.groupBy(arrivals, ({ landmass }) => landmass)
    const road = roadFrom(site)
    for (let at = 0; at < areas.length; at++) {
      const there = landmasses[at] ?? home
      let least = there === home ? (road[at] ?? 0) : Number.POSITIVE_INFINITY
      if (there !== home) {
        for (const port of overseas.get(there) ?? []) {
          if (port.sofar < least) least = Math.min(least, port.sofar + (portRoad(port.index, port)[at] ?? 0))
        }
      }
      minutes[row * areas.length + at] = least
    }
    yield
  }
  return {
    sites: sites.map(({ code }) => code),
    areas: areas.map(({ code }) => code),
    minutes,
    basis: 'estimate',
    key: keyOf(sites, areas, land, assumptions),
  }
}

/** Within this of Charing Cross is Greater London, nearly: a circle of its area would reach 22 km. */
const LONDON = { latitude: 51.5073, longitude: -0.1276, radiusKm: 24 }

function isUrban(point: Point): boolean {
  return distanceKm(point, LONDON) <= LONDON.radiusKm
}

function byRoad(from: Point, to: Point, assumptions: Assumptions): number {
  const minutes = roadMinutes(distanceKm(from, to), assumptions)
  const urban = assumptions.urbanFactor !== 1 && isUrban(from) && isUrban(to)
  return urban ? minutes * assumptions.urbanFactor : minutes
}

interface Ports {
  readonly at: readonly (Point & { readonly landmass: string })[]
  /** Least minutes from port to port by crossings and the roads between them, row by row. */
  readonly least: Float64Array
}

/** The ports of a land with the quickest way from each to each, by Floyd and Warshall. */
function portsOf(land: Land, assumptions: Assumptions): Ports {
  const at = land.crossings.flatMap(({ from, to }) =>
    [from, to].map((port) => ({ ...port, landmass: land.landmassOf(port) })),
  )
  const count = at.length
  const least = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
  at.forEach((from, row) => {
    at.forEach((to, column) => {
      if (from.landmass === to.landmass) least[row * count + column] = byRoad(from, to, assumptions)
    })
  })
  land.crossings.forEach(({ minutes }, index) => {
    const [one, other] = [2 * index, 2 * index + 1]
    for (const cell of [one * count + other, other * count + one]) {
      least[cell] = Math.min(least[cell] ?? minutes, minutes)
    }
  })
  for (let by = 0; by < count; by++) {
    for (let from = 0; from < count; from++) {
      const first = least[from * count + by] ?? 0
      if (first === Number.POSITIVE_INFINITY) continue
      for (let to = 0; to < count; to++) {
        const cell = from * count + to
        least[cell] = Math.min(least[cell] ?? 0, first + (least[by * count + to] ?? 0))
      }
    }
  }
  return { at, least }
}

/** Least minutes from a point to each port, wherever it is. */
function minutesToPorts(from: Point, home: string, ports: Ports, assumptions: Assumptions): Float64Array {
  const count = ports.at.length
  const reached = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  ports.at.forEach((port, row) => {
    if (port.landmass !== home) return
    const road = byRoad(from, port, assumptions)
    for (let to = 0; to < count; to++) {
      reached[to] = Math.min(reached[to] ?? 0, road + (ports.least[row * count + to] ?? 0))
    }
  })
  return reached
}

/** The formula, the assumptions, and a digest of every point and crossing that went in. */
function keyOf(
  sites: readonly (Point & { readonly code: string })[],
  areas: readonly (Point & { readonly code: string })[],
  land: Land,
  { circuity, urbanFactor }: Assumptions,
): string {
  const points = [...sites, ...areas].map(
    ({ code, latitude, longitude }) => `${code},${latitude},${longitude}`,
  )
  const crossings = land.crossings.map(({ from, to, minutes }) => `${from.name},${to.name},${minutes}`)
  const digest = bytesToHex(sha256(utf8ToBytes([...points, ...crossings].join('\n')))).slice(0, 16)
  return `estimate:${MINUTES_AT_ONE_KM}*km^${EXPONENT}:circuity=${circuity}:urban=${urbanFactor}:${digest}`
}
