/** A referral pathway's arrow: a curve that bends to its right, so that two opposite ones stay apart. */
import type { Point } from './plane.ts'

/** How far the curve bows out, as a share of its length. */
const BOW = 0.16

/**
 * Path data of the arrow from one symbol to another, ending `clear` units short of both; null where they
 * are so near that no arrow could be seen.
 */
export function pathwayCurve(from: Point, to: Point, clear: number): string | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy)
  if (length < clear * 2 + 2) return null
  const control: Point = [(from[0] + to[0]) / 2 - dy * BOW, (from[1] + to[1]) / 2 + dx * BOW]
  const start = towards(from, control, clear)
  const end = towards(to, control, clear + 1)
  return `M${round(start)}Q${round(control)} ${round(end)}`
}

function towards(from: Point, to: Point, distance: number): Point {
  const share = distance / Math.hypot(to[0] - from[0], to[1] - from[1])
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

function round([x, y]: Point): string {
  return `${Number(x.toFixed(1))},${Number(y.toFixed(1))}`
}
