/** A figure's sheet, one SVG that stands alone: strips of warning, the finding, the picture, what is to be known of it. */

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { INK } from '../national-map/marks.ts'
import { wrapped } from './letters.ts'
import { Lines, MARGIN } from './lines.tsx'

/** A picture and the room that it takes, in the sheet's units. */
export interface Block {
  readonly width: number
  readonly height: number
  readonly node: ReactNode
}

interface Sheet {
  /** Above everything, in yellow: fictional, withdrawn. */
  readonly strips: readonly string[]
  readonly finding: string
  readonly block: Block
  readonly about: readonly string[]
  readonly leastWidth: number
}

const STRIP = 30

/** Its width and height are those of its own units. */
export function drawSheet({ strips, finding, block, about, leastWidth }: Sheet): string {
  const width = Math.max(block.width, leastWidth) + 2 * MARGIN
  const title = wrapped(finding, width - 2 * MARGIN, 22, true)
  const lines = about.flatMap((words) => wrapped(words, width - 2 * MARGIN, 13))
  const top = MARGIN + strips.length * STRIP + title.length * 29 + 8
  const height = top + block.height + lines.length * 19 + 2 * MARGIN
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="Arial, Arimo, sans-serif"
    >
      <title>{finding}</title>
      <rect width={width} height={height} fill={INK.white} />
      {strips.map((words, at) => (
        <g key={words} transform={`translate(0 ${at * STRIP})`}>
          <rect width={width} height={STRIP} fill="#FFEB3B" />
          <text x={MARGIN} y={20} fontSize="14" fontWeight="700" fill={INK.text}>
            {words}
          </text>
        </g>
      ))}
      <Lines words={title} y={MARGIN + strips.length * STRIP + 16} size={22} step={29} bold />
      <g transform={`translate(${MARGIN} ${top})`}>{block.node}</g>
      <Lines words={lines} y={top + block.height + MARGIN} size={13} step={19} />
    </svg>,
  )
}
