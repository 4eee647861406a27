/** The shapes of the map's marks, drawn about the origin, for the map, its legend and its table. */
import { INK, type Mark, type Shape } from './marks.ts'

/** The radius within which each shape lies, in units. */
export const SYMBOL_RADIUS = 6.6

interface Drawing {
  readonly path: string
  /** Filled with the mark's colour, or white within a line of it. */
  readonly hollow?: boolean
}

const DRAWINGS: Readonly<Record<Shape, Drawing>> = {
  disc: { path: circle(5.8) },
  ring: { path: circle(4.5), hollow: true },
  diamond: { path: 'M0,-6.9L6.6,0L0,6.9L-6.6,0z' },
  triangle: { path: 'M0,-6.4L6.6,5.2H-6.6z' },
  cross: { path: 'M-5.4,-3L-3,-5.4L0,-2.4L3,-5.4L5.4,-3L2.4,0L5.4,3L3,5.4L0,2.4L-3,5.4L-5.4,3L-2.4,0z' },
  dot: { path: circle(3.4) },
}

function circle(radius: number): string {
  return `M${-radius},0a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0z`
}

/** One mark about the origin, with a white edge that keeps it apart from what lies below. */
export function MarkShape({ mark }: { mark: Pick<Mark, 'shape' | 'colour'> }) {
  const { path, hollow } = DRAWINGS[mark.shape]
  if (hollow) {
    return (
      <>
        <path d={path} fill={INK.white} stroke={INK.white} strokeWidth="5.4" />
        <path d={path} fill={INK.white} stroke={mark.colour} strokeWidth="3" />
      </>
    )
  }
  return <path d={path} fill={mark.colour} stroke={INK.white} strokeWidth="2.2" paintOrder="stroke" />
}

/** A mark as a small picture beside words that say the same, so it is hidden from screen readers. */
export function MarkIcon({ mark, size = 18 }: { mark: Pick<Mark, 'shape' | 'colour'>; size?: number }) {
  return (
    <svg
      className="fp-mark"
      width={size}
      height={size}
      viewBox="-8 -8 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <MarkShape mark={mark} />
    </svg>
  )
}
