/** The ground of a national map: where each service's symbol stands and which land is nearest to it. */
import { type LandmassAreas, nearestServiceAreas, type Place } from './areas.ts'
import { coast } from './coast.ts'
import { fanOut } from './fan-out.ts'
import { INSETS, type Inset, insetOf, shownIn } from './insets.ts'
import { PICTURE, type Point, project, type Rectangle } from './plane.ts'

/** The least distance between two symbols' centres, in units: a symbol's width and a little air. */
export const APART = 15.5

/** Where one service stands on the picture. */
export interface Stand {
  readonly code: string
  /** On the plane, before insets: where its land and its referral pathways are. */
  readonly plane: Point
  /** Its true place as shown, in its inset where it has one. */
  readonly place: Point
  /** Its symbol, fanned out from the true place where others are near. */
  readonly symbol: Point
  readonly inset: Inset | null
}

export interface Ground {
  readonly stands: ReadonlyMap<string, Stand>
  readonly areas: readonly LandmassAreas[]
  /** Those that are drawn. */
  readonly insets: readonly Inset[]
}

const KEPT_AT_MOST = 8

/** The ground for these services on the whole picture; computed once for each directory and kept. */
export function ground(places: readonly Place[]): Ground {
  const areas = areasOf(places)
  return keptStands(keyOf(places), () => ({ areas, insets: INSETS, stands: standsOf(places, INSETS) }))
}

/** The ground for one closer look: only `standing` have symbols, fanned out no wider than they are at that zoom. */
export function groundCloser(
  places: readonly Place[],
  standing: readonly Place[],
  { insets, zoom }: { readonly insets: readonly Inset[]; readonly zoom: number },
): Ground {
  return { areas: areasOf(places), insets, stands: standsOf(standing, insets, zoom) }
}

const keptStands = keptFew<Ground>()
const keptAreas = keptFew<readonly LandmassAreas[]>()

const areasOf = (places: readonly Place[]) =>
  keptAreas(keyOf(places), () => nearestServiceAreas(places, coast()))

const keyOf = (places: readonly Place[]): string =>
  places.map(({ code, longitude, latitude }) => `${code} ${longitude} ${latitude}`).join('|')

/** Makes what is not kept yet, and keeps the last few. */
function keptFew<Made>(): (key: string, make: () => Made) => Made {
  const kept = new Map<string, Made>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= KEPT_AT_MOST) kept.clear()
    const made = make()
    kept.set(key, made)
    return made
  }
}

function standsOf(places: readonly Place[], insets: readonly Inset[], zoom = 1): ReadonlyMap<string, Stand> {
  const unfanned = places.map(({ code, longitude, latitude }) => {
    const plane = project(longitude, latitude)
    const inset = insetOf(plane, insets)
    return { code, plane, inset, place: inset ? shownIn(inset, plane) : plane }
  })
  const groups = [null, ...insets].map((inset) => unfanned.filter((stand) => stand.inset === inset))
  const stands = groups.flatMap((group) => {
    const inset = group[0]?.inset ?? null
    const symbols = fanOut(
      group.map(({ place }) => place),
      {
        apart: APART / zoom,
        within: shrunk(inset ? inset.target : WHOLE, APART / 2 / zoom),
        outside: inset ? [] : keptClear(insets),
      },
    )
    return group.map((stand, index): Stand => {
      const [x, y] = symbols[index] ?? stand.place
      const [atX, atY] = stand.place
      // As on the whole picture, from where `unfanned` draws it in.
      return { ...stand, symbol: [atX + (x - atX) * zoom, atY + (y - atY) * zoom] }
    })
  })
  return new Map(stands.map((stand) => [stand.code, stand]))
}

const WHOLE: Rectangle = { x: 0, y: 0, ...PICTURE }

/** Symbols on the main picture keep out of the insets and of the land that an inset shows instead. */
function keptClear(insets: readonly Inset[]): readonly Rectangle[] {
  const enlarged = insets.filter(({ enlarges }) => enlarges)
  return [...insets.map(({ target }) => target), ...enlarged.map(({ source }) => source)].map((rectangle) =>
    shrunk(rectangle, -APART / 2),
  )
}

function shrunk({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}

/** Fanned-out symbols draw in to their true places as the picture is enlarged. */
export function unfanned({ place, symbol }: Stand, zoom: number): Point {
  return [place[0] + (symbol[0] - place[0]) / zoom, place[1] + (symbol[1] - place[1]) / zoom]
}
