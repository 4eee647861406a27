/**
 * A cohort brought into its one form, with what is wrong in it. The same choice has the same form in whichever
 * order it was made: one condition a column, columns and values in a fixed order, nothing that says nothing.
 */

import type { Cohort, Condition } from '../cohort.ts'
import { type FilterColumn, filterColumns, filterNamed } from './columns.ts'
import { dayText, earliestDay, latestDay } from './days.ts'
import { labelOf, type Names } from './values.ts'

export interface CohortProblem {
  /** The column that it is about; null where it is about the whole. */
  readonly column: string | null
  readonly words: string
}

export interface Checked {
  /** What holds, without what is wrong. */
  readonly cohort: Cohort
  readonly problems: readonly CohortProblem[]
}

/** No more than a cohort and a condition can hold (cohort.ts). */
const mostConditions = 30
const mostValues = 60

/** The cohort in its one form; each condition that cannot hold is left out and said. */
export function checkCohort(cohort: Cohort, names: Names): Checked {
  const problems: CohortProblem[] = []
  for (const name of new Set(cohort.conditions.map(({ column }) => column)))
    if (!filterNamed(name))
      problems.push({ column: name, words: `A cohort cannot be chosen by “${shown(name)}”` })
  const conditions = filterColumns.flatMap((filter) => {
    const asked = cohort.conditions.filter(({ column }) => column === filter.name)
    const found = asked.length === 0 ? [] : merged(filter, asked, names)
    if ('problem' in found) problems.push({ column: filter.name, words: found.problem })
    for (const words of 'leftOut' in found ? found.leftOut : []) problems.push({ column: filter.name, words })
    return 'condition' in found && found.condition ? [found.condition] : []
  })
  if (conditions.length > mostConditions)
    problems.push({
      column: null,
      words: `A cohort can have ${mostConditions} conditions; the last were left out`,
    })
  return { cohort: { conditions: conditions.slice(0, mostConditions) }, problems }
}

type Merged =
  | { readonly problem: string }
  | { readonly condition: Condition | null; readonly leftOut: readonly string[] }
  | readonly never[]

/** All conditions of one column as one. */
function merged(filter: FilterColumn, asked: readonly Condition[], names: Names): Merged {
  const about = capital(filter.noun)
  const isKnown = asked.some((each) => each.is === 'known')
  const isUnknown = asked.some((each) => each.is === 'not-known')
  const rest = asked.filter((each) => each.is === 'one-of' || each.is === 'between')
  if (isUnknown && (isKnown || rest.length > 0))
    return { problem: `${about} cannot be known and not known at once` }
  if ((isKnown || isUnknown) && filter.always) return { problem: `${about} is never missing` }
  const column = filter.name
  if (isUnknown) return { condition: { column, is: 'not-known' }, leftOut: [] }
  if (rest.length === 0) return { condition: { column, is: 'known' }, leftOut: [] }
  if (filter.asks === 'known') return { problem: `Of ${filter.noun} only whether it is known can be asked` }
  if (filter.asks === 'values') return mergedValues(filter, rest, names)
  return mergedRange(filter, rest)
}

function mergedValues(filter: FilterColumn, asked: readonly Condition[], names: Names): Merged {
  const lists = asked.flatMap((each) => (each.is === 'one-of' ? [each.values] : []))
  if (lists.length < asked.length) return { problem: `${capital(filter.noun)} is no number` }
  const isKnown = (value: string) => labelOf(filter, value, names) !== null
  const leftOut = [...new Set(lists.flat())]
    .filter((value) => !isKnown(value))
    .map((value) => `There is no ${filter.noun} “${shown(value)}”`)
  const [first = [], ...others] = lists.map((list) => list.filter(isKnown)).filter((list) => list.length > 0)
  const values = [...new Set(first)].filter((value) => others.every((list) => list.includes(value))).sort()
  if (values.length > mostValues)
    return { problem: `At most ${mostValues} can be chosen by ${filter.noun}. To choose all, leave it out` }
  if (values.length > 0) return { condition: { column: filter.name, is: 'one-of', values }, leftOut }
  if (first.length === 0 && leftOut.length > 0) return { condition: null, leftOut }
  return { problem: `Nothing is left to choose by ${filter.noun}` }
}

function mergedRange(filter: FilterColumn, asked: readonly Condition[]): Merged {
  const ranges = asked.flatMap((each) => (each.is === 'between' ? [each] : []))
  const noun = capital(filter.noun)
  if (ranges.length < asked.length) return { problem: `${noun} is chosen from one number to another` }
  const [least, most] =
    filter.asks === 'days' ? [earliestDay, latestDay] : (filter.within ?? [-Infinity, Infinity])
  const ends = ranges.flatMap(({ from, to }) => [from, to].filter((end) => end !== undefined))
  if (ends.some((end) => !Number.isFinite(end) || (filter.asks === 'days' && !Number.isInteger(end))))
    return { problem: `${noun} has to be a number` }
  const outside = ends.find((end) => end < least || end > most)
  if (outside !== undefined)
    return { problem: `${noun} has to be from ${said(filter, least)} to ${said(filter, most)}` }
  const from = highest(ranges.map((range) => range.from))
  const to = lowest(ranges.map((range) => range.to))
  if (from !== undefined && to !== undefined && from > to)
    return { problem: `${noun} cannot be from ${said(filter, from)} and up to ${said(filter, to)}` }
  // An age of 90 stands for 90 and over: up to it is every age.
  const upTo = filter.name === 'age' && to === most ? undefined : to
  const column = filter.name
  if (from === undefined && upTo === undefined)
    return { condition: filter.always ? null : { column, is: 'known' }, leftOut: [] }
  const ended = { ...(from === undefined ? {} : { from }), ...(upTo === undefined ? {} : { to: upTo }) }
  return { condition: { column, is: 'between', ...ended }, leftOut: [] }
}

const said = (filter: FilterColumn, end: number) => (filter.asks === 'days' ? dayText(end) : String(end))
const given = (ends: readonly (number | undefined)[]) => ends.filter((end) => end !== undefined)
const highest = (ends: readonly (number | undefined)[]) =>
  given(ends).length === 0 ? undefined : Math.max(...given(ends))
const lowest = (ends: readonly (number | undefined)[]) =>
  given(ends).length === 0 ? undefined : Math.min(...given(ends))
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What somebody else may have put into a link, short enough to show. */
export const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
