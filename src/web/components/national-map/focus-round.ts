/** A closer look at the services of one nation or region: their land, and the insets that show mostly theirs. */
import type { Place } from './areas.ts'
import type { Focus } from './focus.ts'
import { ground } from './ground.ts'
import { INSETS, type Inset, insetOf } from './insets.ts'
import {
  boundsOf,
  contains,
  insideRing,
  overlaps,
  PICTURE,
  type Point,
  project,
  type Rectangle,
} from './plane.ts'

export interface OwnPlace extends Place {
  /** Of the nation or region that is looked at. */
  readonly own: boolean
}

/** Sea about the land, and room for the title above an inset's frame. */
const MARGIN = 14
const TITLE = 26
const LEAST_WIDTH = 70

/** Symbols grow with the land to this, then stay. */
const MOST_ZOOM = 3

/**
 * Round the land that is nearest to the own services; null: the whole picture, because all are own, or none.
 * An inset is drawn where it shows own land that is not on the picture (Shetland, for Scotland) or not large
 * enough there (London, for England). A closer look enlarges enough by itself: London and the regions beside it
 * need no inset.
 */
export function focusRound(places: readonly OwnPlace[]): Focus | null {
  const own = new Set(places.filter((place) => place.own).map(({ code }) => code))
  if (own.size === places.length || own.size === 0) return null
  const { land, beyond } = landOf(own, places)
  const points = [...places.filter(isOnPicture).map(at), ...land]
  const closest = widened(boundsOf(points), MARGIN, MARGIN)
  const insets = INSETS.filter((inset) =>
    inset.enlarges
      ? PICTURE.width / closest.width < inset.scale / 2 &&
        places.some((place) => place.own && contains(inset.source, at(place)))
      : beyond.has(inset),
  )
  const boxes = [closest, ...insets.map(({ target }) => widened(target, MARGIN, TITLE))]
  const viewBox = proportioned(boundsOf(boxes.flatMap(cornersOf)))
  return { viewBox, zoom: Math.max(1, Math.min(MOST_ZOOM, PICTURE.width / viewBox.width)), pin: null, insets }
}

const at = ({ longitude, latitude }: Place): Point => project(longitude, latitude)

const isOnPicture = (place: OwnPlace): boolean => place.own && insetOf(at(place), BEYOND) === null

/** The insets of what is not on the picture. */
const BEYOND = INSETS.filter(({ enlarges }) => !enlarges)

/** The coast and the inner corners of the land nearest to these; and the insets that alone show some of it. */
function landOf(own: ReadonlySet<string>, places: readonly Place[]) {
  const beyond = new Set<Inset>()
  const land = ground(places).areas.flatMap(({ landmass, clip, areas }) =>
    areas
      .filter(({ code }) => own.has(code))
      .flatMap(({ ring }): readonly Point[] => {
        const alone = BEYOND.find(({ source }) => overlaps(source, landmass.bounds))
        if (alone) beyond.add(alone)
        if (alone || !clip) return alone ? [] : landmass.ring
        const bounds = boundsOf(ring)
        const coast = landmass.ring.filter((point) => contains(bounds, point) && insideRing(point, ring))
        return [...coast, ...ring.filter((point) => insideRing(point, landmass.ring))]
      }),
  )
  return { land, beyond }
}

const widened = ({ x, y, width, height }: Rectangle, by: number, above: number): Rectangle => ({
  ...{ x: x - by, y: y - above },
  ...{ width: width + 2 * by, height: height + by + above },
})

const cornersOf = ({ x, y, width, height }: Rectangle): readonly Point[] => [
  [x, y],
  [x + width, y + height],
]

/** Neither narrower nor flatter than a page bears, and on the picture. */
function proportioned(box: Rectangle): Rectangle {
  const needed = Math.max(box.width, (box.height * PICTURE.width) / PICTURE.height, LEAST_WIDTH)
  const width = Math.min(PICTURE.width, needed)
  const height = Math.min(PICTURE.height, Math.max(box.height, width * 0.8))
  const within = (start: number, length: number, all: number) => Math.max(0, Math.min(start, all - length))
  return {
    x: within(box.x + (box.width - width) / 2, width, PICTURE.width),
    y: within(box.y + (box.height - height) / 2, height, PICTURE.height),
    ...{ width, height },
  }
}
