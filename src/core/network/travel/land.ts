/** Which landmass a point is on: nobody drives from one to another, unless a bridge or a listed crossing joins them. */

import type { Point } from '../network.ts'
import { distanceKm } from './distance.ts'

/** A closed line of degrees, east and north, as GeoJSON has them. */
export type Outline = readonly (readonly [longitude: number, latitude: number])[]

/** What a landmass is called, and what a bridge, causeway or tunnel joins it to. */
export interface NamedLandmass extends Point {
  readonly name: string
  /** The name of the landmass that one can drive to from here; null: none. */
  readonly joinedTo: string | null
  /** Of an island that the outlines leave out: how far it reaches from its point; null: it has an outline. */
  readonly radiusKm: number | null
}

export interface Port extends Point {
  readonly name: string
}

/** A ferry for cars: the only way over water. */
export interface Crossing {
  readonly from: Port
  readonly to: Port
  /** Of the voyage, as timetabled; waiting and check-in are not counted. */
  readonly minutes: number
  /** Where the minutes are from; begins with `@unverified` where no source was read. */
  readonly source: string
}

/** The land, and the crossings between its parts. */
export interface Land {
  /** The name of the landmass that a point is on, or of the nearest; joined ones have one name. */
  landmassOf(point: Point): string
  readonly crossings: readonly Crossing[]
}

interface Mass {
  readonly name: string
  readonly outline: Outline
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** How far outside a box a point may be and still be of its landmass, degrees: a quay, a beach, a coarse coast. */
const MARGIN = 0.12

/**
 * Makes the land of outlines, of names for them and of crossings.
 *
 * A point off every outline belongs to the nearest: outlines are coarse, and people live on quays.
 */
export function landOf(
  outlines: readonly Outline[],
  named: readonly NamedLandmass[],
  crossings: readonly Crossing[],
): Land {
  const circles = named.filter(({ radiusKm }) => radiusKm !== null)
  const masses = outlines
    .map((outline, at) => massOf(outline, `landmass ${at + 1}`))
    .map((mass) => ({
      ...mass,
      name: named.find((one) => !one.radiusKm && isOn(one, mass))?.name ?? mass.name,
    }))
  // Areas and sites are asked for again and again, and do not move.
  const known = new WeakMap<Point, string>()
  const joined = new Map(named.map(({ name, joinedTo }) => [name, joinedTo]))
  return {
    crossings,
    landmassOf(point) {
      const told = known.get(point)
      if (told !== undefined) return told
      const circle = circles.find((one) => distanceKm(one, point) <= (one.radiusKm ?? 0))
      let name = circle?.name ?? massAt(point, masses).name
      for (let next = joined.get(name); next; next = joined.get(name)) name = next
      known.set(point, name)
      return name
    },
  }
}

function massOf(outline: Outline, name: string): Mass {
  const [east, north] = [outline.map(([x]) => x), outline.map(([, y]) => y)]
  return {
    name,
    outline,
    west: Math.min(...east),
    east: Math.max(...east),
    south: Math.min(...north),
    north: Math.max(...north),
  }
}

function massAt(point: Point, masses: readonly Mass[]): Mass {
  const near = masses.filter((mass) => isNear(point, mass))
  const [only] = near
  if (only && near.length === 1) return only
  const on = near.find((mass) => isOn(point, mass))
  if (on) return on
  const [nearest] = (near.length > 0 ? near : masses)
    .map((mass) => ({ mass, away: degreesTo(point, mass.outline) }))
    .sort((one, other) => one.away - other.away)
  if (!nearest) throw new Error('land needs at least one outline')
  return nearest.mass
}

function isNear({ longitude, latitude }: Point, { west, east, south, north }: Mass): boolean {
  const across = longitude >= west - MARGIN && longitude <= east + MARGIN
  return across && latitude >= south - MARGIN && latitude <= north + MARGIN
}

/** Whether a point is inside an outline: a line from it to the east crosses the outline an odd number of times. */
function isOn({ longitude, latitude }: Point, { outline }: Pick<Mass, 'outline'>): boolean {
  let inside = false
  let [beforeX, beforeY] = outline.at(-1) ?? [0, 0]
  for (const [x, y] of outline) {
    if (y > latitude !== beforeY > latitude) {
      if (longitude < x + ((beforeX - x) * (latitude - y)) / (beforeY - y)) inside = !inside
    }
    ;[beforeX, beforeY] = [x, y]
  }
  return inside
}

/** From a point to the nearest side of an outline, in degrees of latitude. */
function degreesTo({ longitude, latitude }: Point, outline: Outline): number {
  const narrow = Math.cos((latitude * Math.PI) / 180)
  let least = Number.POSITIVE_INFINITY
  let [beforeX, beforeY] = outline.at(-1) ?? [0, 0]
  for (const [x, y] of outline) {
    const [sideX, sideY] = [(x - beforeX) * narrow, y - beforeY]
    const [toX, toY] = [(longitude - beforeX) * narrow, latitude - beforeY]
    const length = sideX * sideX + sideY * sideY
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (toX * sideX + toY * sideY) / length))
    least = Math.min(least, Math.hypot(toX - along * sideX, toY - along * sideY))
    ;[beforeX, beforeY] = [x, y]
  }
  return least
}
