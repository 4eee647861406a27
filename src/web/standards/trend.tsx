/** A clause month by month: a small line in its row, and on its own page the same larger, with its table. */

import { monthWords } from '#core/calendar/uk-time.ts'
import { DataTable } from '../components/table.tsx'
import type { Month } from './tally.ts'

interface Box {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const small: Box = { width: 120, height: 32, left: 2, right: 4, top: 4, bottom: 4 }
const large: Box = { width: 640, height: 240, left: 44, right: 16, top: 16, bottom: 32 }

/** The line alone, for a row: what it shows is in its words, and as a table on the clause's page. */
export function TrendLine({ months }: { readonly months: readonly Month[] }) {
  if (months.every(({ judged }) => judged === 0)) return <span className="fp-quiet">No months yet</span>
  return (
    <svg
      className="fp-trend-small"
      viewBox={`0 0 ${small.width} ${small.height}`}
      role="img"
      aria-label={trendWords(months)}
    >
      <line className="fp-trend__rule" x1={0} x2={small.width} y1={y(small, 100)} y2={y(small, 100)} />
      <Lines box={small} months={months} />
    </svg>
  )
}

export function TrendFigure({ months }: { readonly months: readonly Month[] }) {
  return (
    <div className="fp-trend">
      <svg
        className="fp-trend__picture"
        viewBox={`0 0 ${large.width} ${large.height}`}
        role="img"
        aria-label={trendWords(months)}
      >
        {[0, 50, 100].map((level) => (
          <g key={level}>
            <line
              className="fp-trend__rule"
              x1={large.left}
              x2={large.width - large.right}
              y1={y(large, level)}
              y2={y(large, level)}
            />
            <text className="fp-trend__tick fp-trend__tick--end" x={large.left - 8} y={y(large, level) + 5}>
              {level}%
            </text>
          </g>
        ))}
        {months.map(({ month }, index) =>
          index % 12 === 0 || index === months.length - 1 ? (
            <text
              key={month}
              className={`fp-trend__tick${index === 0 ? '' : index === months.length - 1 ? ' fp-trend__tick--end' : ' fp-trend__tick--middle'}`}
              x={x(large, index, months.length)}
              y={large.height - 8}
            >
              {shortMonth(month)}
            </text>
          ) : null,
        )}
        <Lines box={large} months={months} />
      </svg>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The same as a table</span>
        </summary>
        <div className="nhsuk-details__text">
          <TrendTable months={months} />
        </div>
      </details>
    </div>
  )
}

function TrendTable({ months }: { readonly months: readonly Month[] }) {
  return (
    <DataTable
      caption="Met, by month of the treatment or referral; months without any are left out"
      rows={months.filter(({ judged }) => judged > 0).toReversed()}
      keyOf={({ month }) => month}
      empty="No month has any that is met or not met."
      columns={[
        { heading: 'Month', names: true, cell: ({ month }) => monthWords(month) },
        { heading: 'Met', number: true, cell: ({ met }) => met },
        { heading: 'Of', number: true, cell: ({ judged }) => judged },
        { heading: 'Share', number: true, cell: ({ percent }) => `${percent}%` },
      ]}
    />
  )
}

/** A line through the months that follow one another; a month without any leaves a gap, one alone is a dot. */
function Lines({ box, months }: { readonly box: Box; readonly months: readonly Month[] }) {
  const points = months.map(({ percent }, index) =>
    percent === null ? null : { x: x(box, index, months.length), y: y(box, percent) },
  )
  const path = points
    .map((point, index) => (point ? `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
    .join(' ')
  const alone = points.filter((point, index) => point && !points[index - 1] && !points[index + 1])
  const last = points.findLast((point) => point !== null)
  return (
    <g>
      <path className="fp-trend__line" d={path} />
      {[...alone, last].map((point, index) =>
        point ? (
          <circle
            key={`${index}`}
            className="fp-trend__dot"
            cx={point.x}
            cy={point.y}
            r={box === small ? 2.5 : 3.5}
          />
        ) : null,
      )}
    </g>
  )
}

const x = ({ left, right, width }: Box, index: number, count: number) =>
  round(left + (index / Math.max(count - 1, 1)) * (width - left - right))
const y = ({ top, bottom, height }: Box, percent: number) =>
  round(height - bottom - (percent / 100) * (height - bottom - top))
const round = (value: number) => Math.round(value * 10) / 10

function shortMonth(month: string): string {
  const [name = '', year] = monthWords(month).split(' ')
  return `${name.slice(0, 3)} ${year}`
}

function trendWords(months: readonly Month[]): string {
  const judged = months.filter(({ judged }) => judged > 0)
  const [first, last] = [judged[0], judged.at(-1)]
  if (!first || !last) return 'No month has any that is met or not met'
  return `Met by month: ${first.percent}% in ${monthWords(first.month)}, ${last.percent}% in ${monthWords(last.month)}`
}
