/** The picture of demand: for a wide page and for a phone, of which one is shown. */

import { procedureName } from '#core/catalogue/procedures.ts'
import type { BesideRow } from '#core/network/demand/beside.ts'
import { demandChart, demandLegend } from './demand-chart.ts'

interface DemandPictureProps {
  readonly rows: readonly BesideRow[]
  readonly procedure: string
}

export function DemandPicture({ rows, procedure }: DemandPictureProps) {
  const drawn = (['wide', 'narrow'] as const).flatMap((room) => {
    const svg = demandChart(rows, room)
    return svg === null ? [] : [{ room, svg }]
  })
  if (drawn.length === 0) return null
  const title = `${procedureName(procedure)}: expected beside observed`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page it scrolls, by keyboard too
    <figure className="fp-figure__chart" tabIndex={0} aria-label={title}>
      <ul className="fp-demand__legend">
        {demandLegend.map(({ words, colour, shape }) => (
          <li key={words}>
            <svg width="18" height="16" aria-hidden="true" focusable="false">
              {shape === 'bar' ? (
                <rect y="2" width="18" height="12" fill={colour} />
              ) : (
                <rect x="7" width="4" height="16" fill={colour} />
              )}
            </svg>
            {words}
          </li>
        ))}
      </ul>
      {drawn.map(({ room, svg }) => (
        <div key={room} className={`fp-registry-figure__drawing fp-registry-figure__drawing--${room}`}>
          <div
            role="img"
            aria-label={`${title}. The table below has the numbers.`}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: a chart that this server has just drawn
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        </div>
      ))}
    </figure>
  )
}
