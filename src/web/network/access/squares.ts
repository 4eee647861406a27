/**
 * Small areas as squares on the national map's plane, so that a map of 15,090 of them is light: each square takes the
 * mean of those who live in it, and where no area has its middle in it, what holds of the nearest on the same land.
 * Neighbours of one band are drawn as one.
 */

import { Delaunay } from 'd3-delaunay'
import type { Area } from '#core/network/network.ts'
import { landmassOf } from '../../components/national-map/areas.ts'
import { coast, type Landmass } from '../../components/national-map/coast.ts'
import { LONDON, shownOnlyInInset } from '../../components/national-map/insets.ts'
import {
  overlaps,
  type Point,
  project,
  type Rectangle,
  type Ring,
  short,
} from '../../components/national-map/plane.ts'

/** Units, which are kilometres: of the whole picture, and of London's inset. */
const SIZE = 5
const FINE = 1.25

/** One row of the grid is one run of squares after another. */
interface Square {
  readonly column: number
  readonly row: number
  /** Places among the areas; one of the nearest where none is in it. */
  readonly areas: readonly number[]
}

interface SquaredLand {
  readonly landmass: Landmass
  readonly size: number
  readonly squares: readonly Square[]
}

/** A landmass with the path of each band on it. */
export interface BandedLand {
  readonly landmass: Landmass
  /** By band; empty where none is of it. `whole`: all of it is of one band, which the coast itself fills. */
  readonly paths: readonly string[]
  readonly whole: number | null
}

export interface BandedMap {
  readonly main: readonly BandedLand[]
  /** What lies outside the picture and is shown in Shetland's inset alone. */
  readonly shetland: readonly BandedLand[]
  readonly london: readonly BandedLand[]
}

/** The band of a value, from 0 to 5: its place in the colours. */
type BandOf = (value: number) => number

/** The bands of all squares, by what holds of each area: minutes, or supply; not finite is none. */
export function bandedMap(areas: readonly Area[], values: ArrayLike<number>, bandOf: BandOf): BandedMap {
  const { main, london } = gridOf(areas)
  const banded = (lands: readonly SquaredLand[]) => lands.map((land) => bandsOf(land, areas, values, bandOf))
  const isOutside = ({ landmass }: SquaredLand) => shownOnlyInInset(landmass.bounds)
  return {
    main: banded(main.filter((land) => !isOutside(land))),
    shetland: banded(main.filter(isOutside)),
    london: banded(london),
  }
}

let made:
  | {
      readonly areas: readonly Area[]
      readonly main: readonly SquaredLand[]
      readonly london: readonly SquaredLand[]
    }
  | undefined

/** Which areas each square has: made once, for areas do not move. */
function gridOf(areas: readonly Area[]) {
  if (made?.areas === areas) return made
  const points = areas.map(({ longitude, latitude }) => project(longitude, latitude))
  const { landmasses } = coast()
  const onLand = new Map<Landmass, number[]>(landmasses.map((landmass) => [landmass, []]))
  points.forEach((point, at) => {
    const landmass = landmassOf(point, landmasses)
    if (landmass) onLand.get(landmass)?.push(at)
  })
  const everywhere = points.map((_, at) => at)
  const squared = (landmass: Landmass, size: number, within: Rectangle): SquaredLand => {
    const own = onLand.get(landmass) ?? []
    return {
      landmass,
      size,
      squares: squaresOf(landmass, own.length > 0 ? own : everywhere, points, size, within),
    }
  }
  made = {
    areas,
    main: landmasses.map((landmass) => squared(landmass, SIZE, landmass.bounds)),
    london: landmasses
      .filter((landmass) => overlaps(landmass.bounds, LONDON.source))
      .slice(0, 1)
      .map((landmass) => squared(landmass, FINE, LONDON.source)),
  }
  return made
}

function squaresOf(
  landmass: Landmass,
  own: readonly number[],
  points: readonly Point[],
  size: number,
  within: Rectangle,
): readonly Square[] {
  const [first, last] = [Math.floor(within.x / size), Math.floor((within.x + within.width) / size)]
  const [top, bottom] = [Math.floor(within.y / size), Math.floor((within.y + within.height) / size)]
  const inside = new Map<number, number[]>()
  const width = last - first + 1
  for (const at of own) {
    const [x, y] = points[at] as Point
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)]
    if (column < first || column > last || row < top || row > bottom) continue
    const key = (row - top) * width + column - first
    const held = inside.get(key)
    if (held) held.push(at)
    else inside.set(key, [at])
  }
  const nearest = Delaunay.from(own.map((at) => points[at] as Point) as [number, number][])
  const shore = shoreSquares(landmass.ring, size)
  const squares: Square[] = []
  for (let row = top; row <= bottom; row++) {
    const crossings = crossingsAt((row + 0.5) * size, landmass.ring)
    for (let column = first; column <= last; column++) {
      const areas = inside.get((row - top) * width + column - first)
      const [x, y] = [(column + 0.5) * size, (row + 0.5) * size]
      const isInland = crossings.filter((crossing) => crossing < x).length % 2 === 1
      if (!areas && !isInland && !shore.has(`${column} ${row}`)) continue
      squares.push({ column, row, areas: areas ?? [own[nearest.find(x, y)] as number] })
    }
  }
  return squares
}

/** Where a line from west to east meets a ring. */
function crossingsAt(y: number, ring: Ring): readonly number[] {
  const found: number[] = []
  let before = ring.at(-1) as Point
  for (const point of ring) {
    if (point[1] > y !== before[1] > y)
      found.push(before[0] + ((point[0] - before[0]) * (y - before[1])) / (point[1] - before[1]))
    before = point
  }
  return found
}

/** The squares through which a coast runs. */
function shoreSquares(ring: Ring, size: number): ReadonlySet<string> {
  const found = new Set<string>()
  let before = ring.at(-1) as Point
  for (const point of ring) {
    const [dx, dy] = [point[0] - before[0], point[1] - before[1]]
    const steps = Math.ceil((4 * Math.hypot(dx, dy)) / size) || 1
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [before[0] + (dx * step) / steps, before[1] + (dy * step) / steps]
      found.add(`${Math.floor(x / size)} ${Math.floor(y / size)}`)
    }
    before = point
  }
  return found
}

function bandsOf(
  { landmass, size, squares }: SquaredLand,
  areas: readonly Area[],
  values: ArrayLike<number>,
  bandOf: BandOf,
): BandedLand {
  const bands = squares.map(({ areas: own }) => bandOf(meanOf(own, areas, values)))
  const [first] = bands
  const whole = first !== undefined && bands.every((band) => band === first) ? first : null
  const paths = ['', '', '', '', '', '']
  if (whole !== null) return { landmass, paths, whole }
  for (let at = 0; at < squares.length; ) {
    const { column, row } = squares[at] as Square
    const band = bands[at] ?? 0
    let run = 1
    while (isNext(squares[at + run], row, column + run) && bands[at + run] === band) run++
    paths[band] +=
      `M${short(column * size, 2)} ${short(row * size, 2)}h${short(run * size, 2)}v${size}h${short(-run * size, 2)}z`
    at += run
  }
  return { landmass, paths, whole }
}

const isNext = (square: Square | undefined, row: number, column: number): boolean =>
  square !== undefined && square.row === row && square.column === column

/** Of those who live there; of the areas where nobody does. None at all only where nobody has one. */
function meanOf(own: readonly number[], areas: readonly Area[], values: ArrayLike<number>): number {
  const lived = own.filter((at) => (areas[at]?.population ?? 0) > 0)
  let [weight, sum] = [0, 0]
  for (const at of lived.length > 0 ? lived : own) {
    const value = values[at] ?? Number.POSITIVE_INFINITY
    const count = lived.length > 0 ? (areas[at]?.population ?? 0) : 1
    if (!Number.isFinite(value)) continue
    weight += count
    sum += count * value
  }
  return weight > 0 ? sum / weight : Number.POSITIVE_INFINITY
}
