/** The insets: Shetland, which lies too far north for the picture, and London, too dense for its scale. */
import { contains, overlaps, type Point, project, type Rectangle } from './plane.ts'

/** A part of the plane shown again elsewhere on the picture, enlarged but not turned. */
export interface Inset {
  readonly id: 'london' | 'shetland'
  readonly title: string
  readonly source: Rectangle
  readonly target: Rectangle
  readonly scale: number
  /** Whether the source itself is on the picture, and is marked there. */
  readonly enlarges: boolean
}

function inset(
  id: Inset['id'],
  title: string,
  centre: Point,
  target: Rectangle,
  scale: number,
  enlarges: boolean,
): Inset {
  const [width, height] = [target.width / scale, target.height / scale]
  const source = { x: centre[0] - width / 2, y: centre[1] - height / 2, width, height }
  return { id, title, source, target, scale, enlarges }
}

export const LONDON = inset(
  'london',
  'London',
  project(-0.118, 51.488),
  { x: 450, y: 296, width: 238, height: 206 },
  3.9,
  true,
)

export const SHETLAND = inset(
  'shetland',
  'Shetland',
  project(-1.26, 60.2),
  { x: 592, y: 32, width: 96, height: 166 },
  1.05,
  false,
)

export const INSETS: readonly Inset[] = [LONDON, SHETLAND]

/** Whether land is shown in an inset alone, because the picture ends before it. */
export function shownOnlyInInset(bounds: Rectangle): boolean {
  return INSETS.some(({ enlarges, source }) => !enlarges && overlaps(bounds, source))
}

/** Where a point of the plane is shown inside an inset. */
export function shownIn({ source, target, scale }: Inset, [x, y]: Point): Point {
  return [target.x + (x - source.x) * scale, target.y + (y - source.y) * scale]
}

/** The inset that shows a point, or null where the point is shown at its own place. */
export function insetOf(point: Point, insets: readonly Inset[] = INSETS): Inset | null {
  return insets.find((candidate) => contains(candidate.source, point)) ?? null
}

/** The SVG transform that draws the plane inside an inset. */
export function transformOf({ source, target, scale }: Inset): string {
  const [dx, dy] = [target.x - source.x * scale, target.y - source.y * scale]
  return `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale})`
}
