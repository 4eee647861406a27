/** Cuts a ring to a rectangle, by Sutherland and Hodgman: what lies outside is left out. */
import type { Point, Rectangle, Ring } from './plane.ts'

/** The part of a ring inside a rectangle; exact for convex rings, and for filling others. Empty: none of it. */
export function cutTo(ring: Ring, { x, y, width, height }: Rectangle): Ring {
  const sides: readonly ((point: Point) => number)[] = [
    (point) => point[0] - x,
    (point) => x + width - point[0],
    (point) => point[1] - y,
    (point) => y + height - point[1],
  ]
  return sides.reduce<Ring>(cutBySide, ring)
}

/** Keeps what is on the side where `inside` is not negative. */
function cutBySide(ring: Ring, inside: (point: Point) => number): Ring {
  return ring.flatMap((point, index): Point[] => {
    const previous = ring[index - 1] ?? ring.at(-1) ?? point
    const [here, before] = [inside(point), inside(previous)]
    const crossing = here < 0 !== before < 0 ? [between(previous, point, before / (before - here))] : []
    return here < 0 ? crossing : [...crossing, point]
  })
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
