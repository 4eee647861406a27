/** Which months the figures cover: usual ones at a press, any by choosing; the choice is in the address. */

import { monthWords } from '#core/calendar/uk-time.ts'
import { monthsUpTo, type Period, periodOf, periodQuery, trendMonths } from './period.ts'

interface PeriodFormProps {
  readonly action: string
  readonly period: Period
  readonly now: Date
  /** Where the same figures are as a file. */
  readonly csv: string
  /** What the address says beside the period. */
  readonly kept?: Readonly<Record<string, string>>
}

export function PeriodForm({ action, period, now, csv, kept = {} }: PeriodFormProps) {
  const present = periodOf({}, now).to
  const months = monthsUpTo(present, trendMonths + 24).toReversed()
  const presets = [
    { text: 'Last 3 months', count: 3 },
    { text: 'Last 12 months', count: 12 },
    { text: 'Last 36 months', count: 36 },
  ].map(({ text, count }) => ({ text, from: monthsUpTo(present, count)[0] ?? present }))
  return (
    <div className="fp-period">
      <form className="fp-inline-form" method="get" action={action}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <MonthSelect name="from" label="From" months={months} value={period.from} />
        <MonthSelect name="to" label="To" months={months} value={period.to} />
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Show
        </button>
      </form>
      <ul className="fp-period__presets">
        {presets.map(({ text, from }) => {
          const isNow = period.from === from && period.to === present
          const href = `${action}?${new URLSearchParams({ ...kept, ...periodQuery({ ...period, from, to: present }) })}`
          return <li key={text}>{isNow ? <strong>{text}</strong> : <a href={href}>{text}</a>}</li>
        })}
        <li>
          <a href={csv}>Download these figures (CSV)</a>
        </li>
      </ul>
    </div>
  )
}

interface MonthSelectProps {
  readonly name: string
  readonly label: string
  readonly months: readonly string[]
  readonly value: string
}

function MonthSelect({ name, label, months, value }: MonthSelectProps) {
  const offered = months.includes(value) ? months : [...months, value]
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="nhsuk-select" id={name} name={name} defaultValue={value}>
        {offered.map((month) => (
          <option key={month} value={month}>
            {monthWords(month)}
          </option>
        ))}
      </select>
    </div>
  )
}
