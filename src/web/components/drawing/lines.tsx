/** Lines of text on a sheet that is drawn as a picture, from its margin on. */

import { INK } from '../national-map/marks.ts'

/** Around everything on a sheet. */
export const MARGIN = 24

interface LinesProps {
  readonly words: readonly string[]
  readonly y: number
  readonly size: number
  readonly step: number
  readonly bold?: boolean
}

export function Lines({ words, y, size, step, bold }: LinesProps) {
  return (
    <g fontSize={size} fontWeight={bold ? 700 : 400} fill={INK.text}>
      {words.map((line, index) => (
        <text key={`${index}`} x={MARGIN} y={y + index * step}>
          {line}
        </text>
      ))}
    </g>
  )
}
