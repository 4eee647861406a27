/** The plane that the national map is drawn on: one unit is about one kilometre, y grows to the south. */
import { geoConicConformal } from 'd3-geo'

export type Point = readonly [x: number, y: number]
export type Ring = readonly Point[]

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The picture's size in its own units; every national map has this viewBox. */
export const PICTURE = { width: 696, height: 1084 } as const

const EARTH_RADIUS_KM = 6371

/** Lambert's conformal conic with the parallels that suit the United Kingdom: angles are true, areas nearly so. */
export const projection = geoConicConformal()
  .parallels([51, 58])
  .rotate([3.2, 0])
  .center([0, 54.65])
  .scale(EARTH_RADIUS_KM)
  .translate([338, 546])
  .precision(0.2)

/** Where a place lies on the picture, in its units. */
export function project(longitude: number, latitude: number): Point {
  const point = projection([longitude, latitude])
  if (!point) throw new Error(`No place on the map for ${longitude}, ${latitude}`)
  return point
}

/** The smallest rectangle round some points. */
export function boundsOf(points: readonly Point[]): Rectangle {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

export function contains(rectangle: Rectangle, [x, y]: Point, margin = 0): boolean {
  return (
    x >= rectangle.x - margin &&
    x <= rectangle.x + rectangle.width + margin &&
    y >= rectangle.y - margin &&
    y <= rectangle.y + rectangle.height + margin
  )
}

/** Whether two rectangles have any part in common. */
export function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

/** Whether a point is inside a closed ring, by the even-odd rule. */
export function insideRing([x, y]: Point, ring: Ring): boolean {
  let inside = false
  let previous = ring.at(-1)
  for (const point of ring) {
    if (previous && point[1] > y !== previous[1] > y) {
      const crossing = ((previous[0] - point[0]) * (y - point[1])) / (previous[1] - point[1]) + point[0]
      if (x < crossing) inside = !inside
    }
    previous = point
  }
  return inside
}

/** The distance from a point to the nearest part of a ring, in units. */
export function distanceToRing(point: Point, ring: Ring): number {
  let nearest = Number.POSITIVE_INFINITY
  let previous = ring.at(-1)
  for (const next of ring) {
    if (previous) nearest = Math.min(nearest, distanceToSegment(point, previous, next))
    previous = next
  }
  return nearest
}

/** The distance from a point to the straight line between two others, in units. */
export function distanceToSegment([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length))
  return Math.hypot(px - ax - along * dx, py - ay - along * dy)
}

/** A coordinate as short as the picture can show it: tenths of a unit, or finer where it will be enlarged. */
export function short(value: number, decimals = 1): string {
  return String(Number(value.toFixed(decimals)))
}

/** A ring as SVG path data with relative steps, which are shorter than absolute ones. */
export function pathOf(ring: Ring, decimals = 1): string {
  const unit = 10 ** decimals
  const whole = ring.map(([x, y]) => [Math.round(x * unit), Math.round(y * unit)] as const)
  let data = ''
  let last: readonly [number, number] | undefined
  for (const point of whole) {
    if (!last) data = `M${point[0] / unit},${point[1] / unit}l`
    else if (point[0] !== last[0] || point[1] !== last[1]) {
      const [dx, dy] = [(point[0] - last[0]) / unit, (point[1] - last[1]) / unit]
      data += `${data.endsWith('l') || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ','}${dy}`
    }
    last = point
  }
  return data.endsWith('l') ? '' : `${data}z`
}
