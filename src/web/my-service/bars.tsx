/**
 * From when until when each entry of a register holds, as bars on one axis of years. The table below the
 * picture says the same in words, so that this is for eyes alone.
 */

import { daysBetween } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import type { Stated } from '#core/pathway/course.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import type { Standing } from '#core/service/state.ts'
import { paths } from '../paths.ts'
import { stateWords } from './state-words.tsx'

export interface Row {
  readonly stated: Stated
  readonly standing: Standing
  readonly words: string
}

interface BarsProps {
  readonly code: string
  readonly kind: ServiceKind
  readonly rows: readonly Row[]
  readonly day: string
}

const shownStates = ['planned', 'in-force', 'due-soon', 'overdue', 'expired']
const yearsBefore = 2
const yearsAfter = 5

/** Nothing where no entry has an end. */
export function Bars({ code, kind, rows, day }: BarsProps) {
  const shown = rows.filter(
    ({ standing }) => standing.until !== undefined && shownStates.includes(standing.state),
  )
  if (!kind.runs || shown.length === 0) return null
  const axis = axisOf(shown, day)
  const years = Array.from({ length: axis.years }, (_, at) => axis.first + at)
  return (
    <figure className="fp-bars" aria-label={`${kind.plural}: until when each holds`}>
      <div className="fp-bars__row fp-bars__axis" aria-hidden="true">
        <span />
        <span className="fp-bars__years">
          {years.map((year) => (
            <span key={year}>{year}</span>
          ))}
        </span>
      </div>
      <ol className="fp-bars__list">
        {shown.map((row) => (
          <li key={row.stated.entry} className="fp-bars__row">
            <a href={paths.myServiceEntry(code, row.stated.first)}>{row.words}</a>
            <Bar kind={kind} row={row} axis={axis} day={day} />
          </li>
        ))}
      </ol>
      <figcaption>
        The line is today, {dayWords(day)}.{' '}
        {kind.runs.ends === 'review'
          ? 'What is past its review goes on, in outline: it is still in force.'
          : 'A bar ends on the day when it expires.'}
      </figcaption>
    </figure>
  )
}

interface Axis {
  readonly first: number
  readonly years: number
  /** Where a day stands, from 0 to 1000; outside of the axis at its nearer end. */
  readonly at: (day: string) => number
}

function axisOf(rows: readonly Row[], day: string): Axis {
  const yearOf = (each: string) => Number(each.slice(0, 4))
  const today = yearOf(day)
  const first = Math.max(
    today - yearsBefore,
    Math.min(today, ...rows.map(({ standing }) => yearOf(standing.from))),
  )
  const last = Math.min(
    today + yearsAfter,
    Math.max(today, ...rows.map(({ standing }) => yearOf(standing.until ?? day))),
  )
  const start = `${first}-01-01`
  const length = daysBetween(start, `${last + 1}-01-01`)
  return {
    first,
    years: last - first + 1,
    at: (each) => Math.round(Math.min(1, Math.max(0, daysBetween(start, each) / length)) * 1000),
  }
}

interface BarProps {
  readonly kind: ServiceKind
  readonly row: Row
  readonly axis: Axis
  readonly day: string
}

function Bar({ kind, row: { standing }, axis, day }: BarProps) {
  const [from, until, now] = [axis.at(standing.from), axis.at(standing.until ?? day), axis.at(day)]
  const { words } = stateWords(kind, standing)
  return (
    <span className="fp-bars__bar">
      <svg viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="fp-bars__ground" x="0" y="7" width="1000" height="2" />
        <rect
          className={`fp-bars__span fp-bars__span--${standing.state}`}
          x={from}
          y="2"
          width={Math.max(4, until - from)}
          height="12"
        />
        {standing.state === 'overdue' ? (
          <rect className="fp-bars__beyond" x={until} y="3" width={Math.max(0, now - until)} height="10" />
        ) : null}
        <line className="fp-bars__today" x1={now} x2={now} y1="0" y2="16" />
      </svg>
      <span className="nhsuk-u-visually-hidden">
        {words}, {kind.runs?.ends === 'expiry' ? 'to' : 'review'} {dayWords(standing.until ?? day)}
      </span>
    </span>
  )
}
