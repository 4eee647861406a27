/** A date as three fields: read into `2026-11-22`, and shown again as it was typed. */

import { DateInput } from 'nhsuk-react-components'
import { isDay } from '#core/calendar/uk-day.ts'
import type { Fields } from './form.ts'
import { monthNumber, wholeDate } from './kind-form/moment.ts'
import { errorFor, type FieldProblem } from './problems.tsx'

interface DateFieldsProps {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

export function DateFields({ name, legend, hint, fields, problems }: DateFieldsProps) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      legendProps={{ size: 's' }}
      {...(hint ? { hint } : {})}
      defaultValue={{
        day: fields[`${name}-day`] ?? '',
        month: fields[`${name}-month`] ?? '',
        year: fields[`${name}-year`] ?? '',
      }}
      {...errorFor(problems, name)}
    />
  )
}

/** A day as three fields: `1958-03-31` as 31, 3, 1958. */
export function dayFields(name: string, day: string | null): Fields {
  const [year = '', month = '', of = ''] = day?.split('-') ?? []
  return {
    [`${name}-day`]: of.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  }
}

/**
 * The date in the three fields, or whole in the first: null when all are empty, 'not-a-date' when there is no such
 * day. The month may be named; the year has four digits, for nobody can tell which century a birth in 26 was of.
 */
export function dateIn(fields: Fields, name: string): string | null | 'not-a-date' {
  const [first = '', second = '', third = ''] = ['day', 'month', 'year'].map((part) =>
    (fields[`${name}-${part}`] ?? '').trim(),
  )
  if (first === '' && second === '' && third === '') return null
  const whole = second === '' && third === '' ? wholeDate(first) : null
  const { day, month, year } = whole ?? { day: first, month: second, year: third }
  const number = monthNumber(month)
  if (!/^\d{1,2}$/.test(day) || number === null || !/^\d{4}$/.test(year)) return 'not-a-date'
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : 'not-a-date'
}
