/**
 * A cohort as part of an address: `procedure=kidney-ablation,liver-ablation&age=60..80&startedOn=2023..2025`.
 * The same cohort gives the same link; an old or a bad one keeps what still holds and says the rest.
 */

import type { Cohort, Condition } from '../cohort.ts'
import { type Checked, type CohortProblem, checkCohort, shown } from './check.ts'
import { filterColumns, filterNamed } from './columns.ts'
import { dayMeant, shortest } from './days.ts'
import type { Names } from './values.ts'

const most = 30

/** Reads a cohort from an address. Names of `besides` are somebody else's; any other unknown name is a problem. */
export function cohortFromQuery(
  params: URLSearchParams,
  names: Names,
  besides: ReadonlySet<string> = new Set(),
): Checked {
  const problems: CohortProblem[] = []
  const conditions: Condition[] = []
  for (const [name, text] of params) {
    if (besides.has(name)) continue
    const read = name === 'known' || name === 'not-known' ? readKnown(name, text) : readCondition(name, text)
    if ('problem' in read) problems.push({ column: name, words: read.problem })
    else conditions.push(...read.conditions)
  }
  if (conditions.length > 10 * most)
    problems.push({ column: null, words: 'The link has too many conditions' })
  const checked = checkCohort({ conditions: conditions.slice(0, 10 * most) }, names)
  return { cohort: checked.cohort, problems: [...problems, ...checked.problems] }
}

type Reading = { readonly problem: string } | { readonly conditions: readonly Condition[] }

function readKnown(is: 'known' | 'not-known', text: string): Reading {
  const columns = text.split(',').filter(Boolean)
  return { conditions: columns.map((column) => ({ column, is })) }
}

function readCondition(column: string, text: string): Reading {
  const filter = filterNamed(column)
  if (!filter) return { problem: `A cohort cannot be chosen by “${shown(column)}”` }
  if (filter.asks === 'known') return { problem: `Of ${filter.noun} only whether it is known can be asked` }
  if (filter.asks === 'values') {
    const values = text.split(',').filter(Boolean)
    return { conditions: values.length === 0 ? [] : [{ column, is: 'one-of', values }] }
  }
  const [, first, last] = /^(.*?)\.\.(.*)$/.exec(text) ?? [text, text, text]
  const read = filter.asks === 'days' ? dayMeant : numberMeant
  const from = first ? read(first, 'from') : undefined
  const to = last ? read(last, 'to') : undefined
  if (from === null || to === null)
    return {
      problem: `“${shown(text)}” says no ${filter.asks === 'days' ? 'days' : 'numbers'} for ${filter.noun}`,
    }
  if (from === undefined && to === undefined) return { conditions: [] }
  const ends = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  return { conditions: [{ column, is: 'between', ...ends }] }
}

const numberMeant = (text: string) => (/^-?\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : null)

/** The cohort as the part of an address after `?`: of a cohort in its one form (`checkCohort`), always the same. */
export function queryOf(cohort: Cohort): string {
  const place = new Map<string, number>(filterColumns.map(({ name }, index) => [name, index]))
  const sorted = [...cohort.conditions].sort(
    (one, other) => (place.get(one.column) ?? 0) - (place.get(other.column) ?? 0),
  )
  const named = (is: 'known' | 'not-known') =>
    sorted.filter((condition) => condition.is === is).map(({ column }) => column)
  const parts = sorted.flatMap((condition) =>
    condition.is === 'one-of' || condition.is === 'between' ? [[condition.column, textOf(condition)]] : [],
  )
  for (const is of ['known', 'not-known'] as const)
    if (named(is).length > 0) parts.push([is, named(is).join(',')])
  return parts.map(([name = '', text = '']) => `${name}=${encoded(text)}`).join('&')
}

function textOf(condition: Extract<Condition, { is: 'one-of' | 'between' }>): string {
  if (condition.is === 'one-of') return condition.values.join(',')
  const isDays = filterNamed(condition.column)?.asks === 'days'
  const text = (value: number | undefined, end: 'from' | 'to') =>
    value === undefined ? '' : isDays ? shortest(value, end) : String(value)
  const [from, to] = [text(condition.from, 'from'), text(condition.to, 'to')]
  return from === to ? from : `${from}..${to}`
}

/** As an address can hold it, with the commas and spaces that a person can read. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+')
