/**
 * Which cohorts may be asked for, by whom. One that is too fine is widened, and said to be: limits move to fixed
 * bands, days to whole years, places to one nation or region. So two cohorts that are both allowed never differ by a
 * chosen few.
 */

import type { Cohort, Condition } from '../cohort.ts'
import type { Column } from '../column.ts'
import type { Audience } from '../disclosure.ts'
import { type Band, bandsOf, widened } from '../figure/bands.ts'
import { levels } from '../levels.ts'
import { isOfArea, isOwn } from './extent.ts'

export interface GatedCohort {
  readonly cohort: Cohort
  /** The column that makes groups, where it may. */
  readonly by: string | undefined
  /** What was widened, a sentence each; empty where the cohort is allowed as it was asked for. */
  readonly changed: readonly string[]
}

/** Below national level a cohort has at most so many conditions beside its place; a grouping counts as one. */
const mostBelowNation = 1

/** The cohort that this audience may have in place of the one that it asked for. */
export function gateCohort(cohort: Cohort, audience: Audience, by?: string): GatedCohort {
  if (isOwn(cohort, audience)) return { cohort, by, changed: [] }
  const changed: string[] = []
  const say = (words: string) => {
    if (!changed.includes(words)) changed.push(words)
  }
  const conditions = cohort.conditions.flatMap((condition) => allowed(condition, say))
  const group = groupAllowed(by, audience, say)
  return { ...belowNation(onePlace(conditions, say), group, say), changed }
}

function columnNamed(name: string): Column | undefined {
  for (const { columns } of Object.values(levels)) {
    const found = (columns as Readonly<Record<string, Column>>)[name]
    if (found) return found
  }
  return undefined
}

function allowed(condition: Condition, say: (words: string) => void): readonly Condition[] {
  const column = columnNamed(condition.column)
  if (!column || column.type === 'key') {
    say('A condition on what the registry does not publish was left out.')
    return []
  }
  const label = column.label.toLowerCase()
  if (condition.column === 'organisation') {
    say('Single organisations are not published; the condition on the organisation was left out.')
    return []
  }
  if (condition.is === 'between' && column.type === 'day') return inYears(condition, label, say)
  if (condition.is !== 'between' || condition.column === 'year') return [condition]
  const bands = bandsOf(condition.column)
  if (!bands) {
    say(`${column.label} has no fixed bands; the condition on it was left out.`)
    return []
  }
  return inBands(condition, bands, label, say)
}

type Between = Extract<Condition, { is: 'between' }>

function inBands(
  condition: Between,
  bands: readonly Band[],
  label: string,
  say: (words: string) => void,
): readonly Condition[] {
  const limits = widened(bands, condition.from, condition.to)
  if (limits.from !== condition.from || limits.to !== condition.to)
    say(`The limits of ${label} were widened to fixed bands.`)
  return limits.from === undefined && limits.to === undefined
    ? []
    : [{ column: condition.column, is: 'between', ...limits }]
}

const DAY_MS = 86_400_000

/** Days, widened to the years that they are in. */
function inYears(condition: Between, label: string, say: (words: string) => void): readonly Condition[] {
  const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear()
  const from = condition.from === undefined ? undefined : Date.UTC(yearOf(condition.from), 0) / DAY_MS
  const to = condition.to === undefined ? undefined : Date.UTC(yearOf(condition.to) + 1, 0) / DAY_MS - 1
  if (from !== condition.from || to !== condition.to)
    say(`The limits of ${label} were widened to whole years.`)
  return [
    {
      column: condition.column,
      is: 'between',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  ]
}

function groupAllowed(
  by: string | undefined,
  audience: Audience,
  say: (words: string) => void,
): string | undefined {
  if (by === undefined) return undefined
  const column = columnNamed(by)
  if (by === 'organisation' && audience.who !== 'service') {
    say('Groups by organisation are not published; groups were left out.')
    return undefined
  }
  if (!column || column.type === 'key' || by === 'organisation') {
    say('These groups are not published; groups were left out.')
    return undefined
  }
  return by
}

/** One nation or one region: unions and complements of several would tell the one that is left out. */
function onePlace(conditions: readonly Condition[], say: (words: string) => void): readonly Condition[] {
  const places = conditions.filter(isOfArea)
  const single = places.filter(
    (place): place is Extract<Condition, { is: 'one-of' }> =>
      place.is === 'one-of' && place.values.length === 1,
  )
  const kept = single.find(({ column }) => column === 'region') ?? single[0]
  if (places.length > (kept ? 1 : 0)) say('Places are published one by one; the others were left out.')
  return [...conditions.filter((condition) => !isOfArea(condition)), ...(kept ? [kept] : [])]
}

function belowNation(
  conditions: readonly Condition[],
  by: string | undefined,
  say: (words: string) => void,
): { readonly cohort: Cohort; readonly by: string | undefined } {
  const places = conditions.filter(isOfArea)
  const others = conditions.filter((condition) => !isOfArea(condition))
  const byArea = by === 'nation' || by === 'region'
  if (places.length === 0 && !byArea) return { cohort: { conditions: [...conditions] }, by }
  if (byArea && places.length > 0)
    say('Groups by place are of the whole nation; the condition on the place was left out.')
  const room = mostBelowNation - (by !== undefined && !byArea ? 1 : 0)
  const single = others.filter(isSingle)
  if (single.length < others.length)
    say('Below national level a condition has one value; the others were left out.')
  if (single.length > room)
    say(
      `Below national level ${room === 0 ? 'groups stand for all conditions' : 'one condition is allowed'}; the rest were left out.`,
    )
  return {
    cohort: { conditions: [...single.slice(0, Math.max(0, room)), ...(byArea ? [] : places)] },
    by,
  }
}

/** One value, or one band: a union of values could be set against its parts. */
function isSingle(condition: Condition): boolean {
  if (condition.is === 'one-of') return condition.values.length === 1
  if (condition.is !== 'between') return true
  if (condition.column === 'year') return condition.from !== undefined && condition.from === condition.to
  const bands = bandsOf(condition.column)
  if (!bands)
    return condition.from !== undefined && condition.to !== undefined && condition.to - condition.from <= 366
  return bands.some(
    ({ from, to }) => (from ?? undefined) === condition.from && (to ?? undefined) === condition.to,
  )
}
