/** A closer look: the part of the picture about a place. */
import { type Inset, insetOf, shownIn } from './insets.ts'
import { PICTURE, type Point, project, type Rectangle } from './plane.ts'

/** A part of the picture to show instead of the whole, and a place to point at. */
export interface Focus {
  readonly viewBox: Rectangle
  readonly zoom: number
  readonly pin: Point | null
  /** Those to draw; without it all of them. */
  readonly insets?: readonly Inset[]
}

/**
 * The part of the picture about a place, `zoom` times as large; in London's inset for a place in London.
 * In a small window symbols show better when they shrink less: `symbolZoom`.
 */
export function focusOn(longitude: number, latitude: number, zoom: number, symbolZoom = zoom): Focus {
  const plane = project(longitude, latitude)
  const inset = insetOf(plane)
  if (inset) {
    const { target } = inset
    const padded = { x: target.x - 8, y: target.y - 8, width: target.width + 16, height: target.height + 16 }
    return { viewBox: padded, zoom: 1.6, pin: shownIn(inset, plane) }
  }
  const [width, height] = [PICTURE.width / zoom, PICTURE.width / zoom]
  const x = Math.min(Math.max(plane[0] - width / 2, -20), PICTURE.width - width + 20)
  const y = Math.min(Math.max(plane[1] - height / 2, -20), PICTURE.height - height + 20)
  return { viewBox: { x, y, width, height }, zoom: symbolZoom, pin: plane }
}
