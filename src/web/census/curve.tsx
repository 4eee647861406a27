/** The response curve of an edition: answers so far by day, with the mark at which the telephone wave begins. */

import type { MemberFacts } from '#core/census/standing.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'

export interface CurveDay {
  /** `2026-11-22` */
  readonly day: string
  readonly web: number
  readonly telephone: number
  readonly import: number
  /** All answers up to the end of the day. */
  readonly total: number
}

interface Curve {
  readonly days: readonly CurveDay[]
  readonly asked: number
  /** The day on which the telephone wave begins, where it is known. */
  readonly telephoneFrom: string | null
}

const dayInMs = 86_400_000
const longestDays = 400

/** First answers of each day from the first day to the last, days without one included. */
export function curveOf(members: readonly MemberFacts[], from: string, until: string): readonly CurveDay[] {
  const sent = members.filter(({ firstSentAt }) => firstSentAt !== null)
  const dayOf = new Map(sent.map((member) => [member, isoDay(member.firstSentAt ?? until)]))
  const first = [from, ...dayOf.values()].sort()[0] ?? from
  const last = [until, ...dayOf.values()].sort().at(-1) ?? until
  const start = Date.parse(first)
  const count = Math.min(longestDays, Math.round((Date.parse(last) - start) / dayInMs) + 1)
  let total = 0
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(start + index * dayInMs).toISOString().slice(0, 10)
    const of = (channel: MemberFacts['channel']) =>
      sent.filter((member) => dayOf.get(member) === day && member.channel === channel).length
    const [web, telephone, imported] = [of('web'), of('telephone'), of('import')]
    total += web + telephone + imported
    return { day, web, telephone, import: imported, total }
  })
}

const box = { width: 560, height: 300, left: 44, right: 64, top: 26, bottom: 40 }

export function ResponseCurve({ days, asked, telephoneFrom }: Curve) {
  const last = days.at(-1)
  if (!last) return null
  return (
    <div className="fp-curve">
      <svg
        className="fp-curve__picture"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={words(last, asked)}
      >
        <Axes days={days} asked={asked} />
        <path
          className="fp-curve__area"
          d={`${steps(days, asked)} V${y(0, asked)} H${x(0, days.length)} Z`}
        />
        <path className="fp-curve__line" d={steps(days, asked)} />
        <Mark days={days} day={telephoneFrom} />
        <text className="fp-curve__label" x={box.width - box.right + 8} y={y(last.total, asked) + 5}>
          {last.total}
        </text>
      </svg>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The same as a table</span>
        </summary>
        <div className="nhsuk-details__text">
          <CurveTable days={days} asked={asked} />
        </div>
      </details>
    </div>
  )
}

const x = (index: number, count: number) =>
  round(box.left + (index / Math.max(count, 1)) * (box.width - box.left - box.right))
const y = (value: number, asked: number) =>
  round(box.height - box.bottom - (value / Math.max(asked, 1)) * (box.height - box.bottom - box.top))
const round = (value: number) => Math.round(value * 10) / 10

/** Each day's total holds from its start to its end. */
function steps(days: readonly CurveDay[], asked: number): string {
  const path = days.map(({ total }, index) => `V${y(total, asked)} H${x(index + 1, days.length)}`)
  return `M${x(0, days.length)} ${y(0, asked)} ${path.join(' ')}`
}

function Axes({ days, asked }: { readonly days: readonly CurveDay[]; readonly asked: number }) {
  const levels = [...new Set([0, Math.round(asked / 2), asked])]
  return (
    <g>
      {levels.map((level) => (
        <g key={level}>
          <line
            className="fp-curve__rule"
            x1={box.left}
            x2={box.width - box.right}
            y1={y(level, asked)}
            y2={y(level, asked)}
          />
          <text className="fp-curve__tick fp-curve__tick--end" x={box.left - 8} y={y(level, asked) + 5}>
            {level}
          </text>
        </g>
      ))}
      {dayTicks(days.length).map((index) => (
        <text
          key={index}
          className={index === 0 ? 'fp-curve__tick' : 'fp-curve__tick fp-curve__tick--middle'}
          x={x(index, days.length)}
          y={box.height - box.bottom + 22}
        >
          {shortDay(days[index]?.day)}
        </text>
      ))}
    </g>
  )
}

/** Four dates at most, at whole weeks where there are weeks. */
function dayTicks(count: number): readonly number[] {
  const step = count <= 8 ? Math.max(1, Math.ceil(count / 4)) : Math.ceil(count / 4 / 7) * 7
  return Array.from({ length: count }, (_, index) => index).filter((index) => index % step === 0)
}

function Mark({ days, day }: { readonly days: readonly CurveDay[]; readonly day: string | null }) {
  const index = days.findIndex((one) => one.day === day)
  if (index < 0) return null
  const at = x(index, days.length)
  const late = index > days.length * 0.6
  return (
    <g>
      <line className="fp-curve__mark" x1={at} x2={at} y1={box.top - 8} y2={box.height - box.bottom} />
      <text
        className={`fp-curve__tick${late ? ' fp-curve__tick--end' : ''}`}
        x={at + (late ? -6 : 6)}
        y={box.top - 12}
      >
        Telephone wave from {shortDay(days[index]?.day)}
      </text>
    </g>
  )
}

function shortDay(day: string | undefined): string {
  return day === undefined
    ? ''
    : dateWords(day)
        .replace(/ \d{4}$/, '')
        .replace(/(\w{3})\w+$/, '$1')
}

function words(last: CurveDay, asked: number): string {
  return `Answers by day: ${last.total} of ${asked} by ${dateWords(last.day)}. The table below has each day.`
}

function CurveTable({ days, asked }: { readonly days: readonly CurveDay[]; readonly asked: number }) {
  const shown = days.filter(
    (day, index) => index === days.length - 1 || day.web + day.telephone + day.import > 0,
  )
  return (
    <DataTable
      caption={`First answers by day, of ${asked} organisations; days without one are left out`}
      rows={shown}
      keyOf={({ day }) => day}
      columns={[
        { heading: 'Day', names: true, cell: ({ day }) => dateWords(day) },
        { heading: 'Web', number: true, cell: ({ web }) => web },
        { heading: 'Telephone', number: true, cell: ({ telephone }) => telephone },
        { heading: 'Import', number: true, cell: (day) => day.import },
        { heading: 'So far', number: true, cell: ({ total }) => total },
      ]}
    />
  )
}
