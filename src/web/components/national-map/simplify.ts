/** Line simplification by Douglas and Peucker: the fewest points that stay within a tolerance of the line. */
import { distanceToSegment, type Ring } from './plane.ts'

/** The ring with every point left out that lies within `tolerance` units of the line without it. */
export function simplify(ring: Ring, tolerance: number): Ring {
  const last = ring.length - 1
  if (last < 4) return ring
  const keep = new Set<number>([0, last])
  const farthest = farthestFromFirst(ring)
  keep.add(farthest)
  const open: [number, number][] = [
    [0, farthest],
    [farthest, last],
  ]
  for (let span = open.pop(); span; span = open.pop()) {
    const [start, end] = span
    const [first, final] = [ring[start], ring[end]]
    if (!first || !final) continue
    let [worst, distance] = [-1, tolerance]
    for (let index = start + 1; index < end; index++) {
      const point = ring[index]
      const away = point ? distanceToSegment(point, first, final) : 0
      if (away > distance) [worst, distance] = [index, away]
    }
    if (worst < 0) continue
    keep.add(worst)
    open.push([start, worst], [worst, end])
  }
  return ring.filter((_, index) => keep.has(index))
}

/** A ring ends where it begins, so its first cut is at the point farthest from there. */
function farthestFromFirst(ring: Ring): number {
  const [x, y] = ring[0] ?? [0, 0]
  let [farthest, distance] = [0, -1]
  ring.forEach((point, index) => {
    const away = Math.hypot(point[0] - x, point[1] - y)
    if (away > distance) [farthest, distance] = [index, away]
  })
  return farthest
}
