/** Fans out symbols that would cover one another, each as near to its true place as the others let it be. */
import type { Point, Rectangle } from './plane.ts'

export interface FanOut {
  /** The least distance between the centres of two symbols, in units. */
  readonly apart: number
  /** The symbols' centres stay inside this. */
  readonly within: Rectangle
  /** The symbols' centres stay outside these. */
  readonly outside: readonly Rectangle[]
}

const PULLED_STEPS = 240
const FREE_STEPS = 900
const PULL = 0.03
/** A turn of the golden angle a symbol: coincident points part in different directions, always the same. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Places near the given ones, every two at least `apart` from each other. The same places give the same
 * answer: nothing is left to chance.
 */
export function fanOut(places: readonly Point[], { apart, within, outside }: FanOut): Point[] {
  const xs = places.map(([x], index) => x + 0.01 * Math.cos(index * GOLDEN_ANGLE))
  const ys = places.map(([, y], index) => y + 0.01 * Math.sin(index * GOLDEN_ANGLE))
  for (let step = 0; step < PULLED_STEPS + FREE_STEPS; step++) {
    if (step < PULLED_STEPS) pull(places, xs, ys)
    const moved = push(xs, ys, apart)
    const kept = keep(xs, ys, within, outside)
    if (step >= PULLED_STEPS && !moved && !kept) break
  }
  return places.map((_, index) => [xs[index] ?? 0, ys[index] ?? 0])
}

function pull(places: readonly Point[], xs: number[], ys: number[]): void {
  places.forEach(([x, y], index) => {
    xs[index] = (xs[index] ?? x) + PULL * (x - (xs[index] ?? x))
    ys[index] = (ys[index] ?? y) + PULL * (y - (ys[index] ?? y))
  })
}

/** Moves each pair that is too close apart, half each; says whether any was. */
function push(xs: number[], ys: number[], apart: number): boolean {
  let moved = false
  for (let one = 0; one < xs.length; one++) {
    for (let other = one + 1; other < xs.length; other++) {
      const dx = (xs[other] ?? 0) - (xs[one] ?? 0)
      const dy = (ys[other] ?? 0) - (ys[one] ?? 0)
      if (Math.abs(dx) >= apart || Math.abs(dy) >= apart) continue
      const distance = Math.hypot(dx, dy)
      if (distance >= apart) continue
      const share = (apart * 1.0005 - distance) / 2 / (distance || 1)
      xs[one] = (xs[one] ?? 0) - dx * share
      ys[one] = (ys[one] ?? 0) - dy * share
      xs[other] = (xs[other] ?? 0) + dx * share
      ys[other] = (ys[other] ?? 0) + dy * share
      moved = true
    }
  }
  return moved
}

function keep(xs: number[], ys: number[], within: Rectangle, outside: readonly Rectangle[]): boolean {
  let moved = false
  for (let index = 0; index < xs.length; index++) {
    const [x, y] = [xs[index] ?? 0, ys[index] ?? 0]
    let next: Point = [
      Math.min(Math.max(x, within.x), within.x + within.width),
      Math.min(Math.max(y, within.y), within.y + within.height),
    ]
    for (const rectangle of outside) next = pushedOut(next, rectangle)
    if (next[0] === x && next[1] === y) continue
    xs[index] = next[0]
    ys[index] = next[1]
    moved = true
  }
  return moved
}

/** The nearest point on a rectangle's edge, for a point inside it. */
function pushedOut(point: Point, { x, y, width, height }: Rectangle): Point {
  const [left, top] = [point[0] - x, point[1] - y]
  const [right, bottom] = [width - left, height - top]
  const least = Math.min(left, top, right, bottom)
  if (least <= 0) return point
  if (least === left) return [x, point[1]]
  if (least === right) return [x + width, point[1]]
  return least === top ? [point[0], y] : [point[0], y + height]
}
