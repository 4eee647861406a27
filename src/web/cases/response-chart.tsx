/** The sum of the lesions over time: one line a baseline, its smallest sum marked, each scan with its response. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { CRITERIA_WORDS } from '#core/response/lesion.ts'
import type { ResponseLine } from '#core/response/lines.ts'

const size = { width: 480, height: 170 }
const margin = { top: 30, right: 40, bottom: 34, left: 30 }

interface Plotted {
  readonly x: number
  readonly y: number
  readonly sum: number
  readonly on: string
  readonly label: string
  readonly isNadir: boolean
}

export function ResponseChart({ line }: { readonly line: ResponseLine }) {
  const plotted = plot(line)
  if (plotted.length < 2) return null
  const bottom = size.height - margin.bottom
  const words = `${CRITERIA_WORDS[line.criteria]}, sum of the targets: ${plotted
    .map(({ sum, on, label }) => `${mm(sum)} on ${dayWords(ukDay(on))} (${label})`)
    .join(', ')}`
  return (
    <>
      <p className="fp-case-panel__caption">Sum of the targets in mm, with the response of each scan</p>
      <svg
        className="fp-response"
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={words}
        focusable="false"
      >
        <line
          className="fp-response__axis"
          x1={margin.left}
          x2={size.width - margin.right}
          y1={bottom}
          y2={bottom}
        />
        <text className="fp-response__small" x={margin.left - 8} y={bottom} textAnchor="end">
          0
        </text>
        <polyline className="fp-response__line" points={plotted.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {plotted.map(({ x, y, sum, on, label, isNadir }) => (
          <g key={on + label}>
            <circle
              className={isNadir ? 'fp-response__nadir' : 'fp-response__point'}
              cx={x}
              cy={y}
              r={isNadir ? 6 : 4}
            />
            <text className="fp-response__value" x={x} y={y - 12} textAnchor="middle">
              {Math.round(sum)} {label}
            </text>
            <text className="fp-response__small" x={x} y={bottom + 16} textAnchor="middle">
              {shortDay(on)}
            </text>
            {isNadir ? (
              <text className="fp-response__small" x={x} y={bottom + 30} textAnchor="middle">
                smallest
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </>
  )
}

function plot(line: ResponseLine): readonly Plotted[] {
  const { baseline, points } = line.followed
  if (baseline.sum === null) return []
  const measured = [
    { on: line.baseline.on, sum: baseline.sum / 1000, label: 'baseline' },
    ...points.flatMap(({ on, sumMm, overall }) =>
      sumMm === null ? [] : [{ on, sum: sumMm, label: overall ?? '' }],
    ),
  ]
  const times = measured.map(({ on }) => Date.parse(on))
  const [first = 0, last = 1] = [Math.min(...times), Math.max(...times)]
  const most = Math.max(...measured.map(({ sum }) => sum), 1)
  const nadir = Math.min(...measured.map(({ sum }) => sum))
  const nadirAt = measured.findIndex(({ sum }) => sum === nadir)
  const [width, height] = [size.width - margin.left - margin.right, size.height - margin.top - margin.bottom]
  return measured.map((each, at) => ({
    ...each,
    x: Math.round(margin.left + 24 + ((width - 48) * (Date.parse(each.on) - first)) / (last - first || 1)),
    y: Math.round(margin.top + height * (1 - each.sum / most)),
    isNadir: at === nadirAt,
  }))
}

const mm = (sum: number) => `${Math.round(sum)} mm`
const shortDay = (on: string) => {
  const [date, month, year] = dayWords(ukDay(on)).split(' ')
  return `${date} ${month?.slice(0, 3)} ${year?.slice(2)}`
}
