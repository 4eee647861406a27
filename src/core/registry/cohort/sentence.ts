/**
 * A cohort as one sentence: 'Treatments by liver ablation or kidney ablation in Scotland, of patients aged 60 to
 * 80, started 2023 to 2025.' Names only, never an id.
 */

import { dayWords, monthWords } from '../../calendar/uk-time.ts'
import { inSentence } from '../../sentence.ts'
import type { Cohort, Condition } from '../cohort.ts'
import { columnOf, type FilterColumn, filterColumns } from './columns.ts'
import { shortest } from './days.ts'
import { labelOf, type Names } from './values.ts'

export function sentenceOf(cohort: Cohort, names: Names): string {
  const parts = filterColumns.flatMap((filter) =>
    cohort.conditions
      .filter(({ column }) => column === filter.name)
      .flatMap((condition) =>
        hasWords(condition) ? [filter.says(conditionWords(filter, condition, names))] : [],
      ),
  )
  const knowns = (is: Condition['is']) =>
    filterColumns
      .filter(({ name }) => cohort.conditions.some((each) => each.column === name && each.is === is))
      .map(({ noun }) => noun)
  const [known, unknown] = [knowns('known'), knowns('not-known')]
  if (known.length > 0) parts.push(`, with ${listed(known, 'and')} known`)
  if (unknown.length > 0)
    parts.push(`${known.length > 0 ? ' and' : ', with'} ${listed(unknown, 'and')} not known`)
  return parts.length === 0 ? 'All treatments in the registry.' : `Treatments${parts.join('')}.`
}

type Worded = Extract<Condition, { is: 'one-of' | 'between' }>
const hasWords = (condition: Condition): condition is Worded =>
  condition.is === 'one-of' || condition.is === 'between'

/** One condition in words: 'liver ablation or kidney ablation', '60 to 80', 'up to 30'. */
export function conditionWords(filter: FilterColumn, condition: Condition, names: Names): string {
  switch (condition.is) {
    case 'known':
    case 'not-known':
      return condition.is.replace('-', ' ')
    case 'one-of':
      return listed(
        condition.values.map((value) => valueWords(filter, value, names)),
        'or',
      )
    case 'between': {
      const { from, to } = condition
      return filter.asks === 'days' ? daysWords(from, to) : rangeWords(from, to)
    }
  }
}

function valueWords(filter: FilterColumn, value: string, names: Names): string {
  const label = labelOf(filter, value, names)
  if (label === null) return unnamed(filter)
  return isPlace(filter) ? label : inSentence(label)
}

function rangeWords(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return /^\D/.test(upTo(to ?? 0)) ? upTo(to ?? 0) : `up to ${to}`
  if (to === undefined) return `${from} or over`
  return from === to ? String(from) : `${from} to ${upTo(to)}`
}

/** The upper limit of what is measured, not counted, ends a thousandth before the next one: 'under 31'. */
export const upTo = (to: number): string =>
  /\.999$/.test(String(to)) ? `under ${Math.ceil(to)}` : String(to)

function daysWords(from: number | undefined, to: number | undefined): string {
  const first = from === undefined ? null : shortest(from, 'from')
  const last = to === undefined ? null : shortest(to, 'to')
  if (first === null) return last === null ? 'on any day' : `up to ${dateWords(last)}`
  if (last === null) return `from ${dateWords(first)}`
  if (first === last) return first.length === 10 ? `on ${dateWords(first)}` : `in ${dateWords(first)}`
  return `${dateWords(first)} to ${dateWords(last)}`
}

/** 2023, April 2023, 17 April 2023. */
function dateWords(date: string): string {
  if (date.length === 4) return date
  return date.length === 7 ? monthWords(date) : dayWords(date)
}

/** Of what left the directory or the catalogue since. */
const unnamed = ({ noun }: FilterColumn) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} no longer known`

/** Places keep their capital. */
function isPlace(filter: FilterColumn): boolean {
  const column = columnOf(filter)
  return column.type === 'code' && column.list !== 'procedure'
}

function listed(words: readonly string[], joint: 'or' | 'and'): string {
  const unique = [...new Set(words)]
  const last = unique.at(-1) ?? ''
  return unique.length < 2 ? last : `${unique.slice(0, -1).join(', ')} ${joint} ${last}`
}
