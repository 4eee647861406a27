/**
 * A figure's specification as part of an address, beside its cohort: `show=survival&endpoint=overall-survival&
 * by=intent&months=60`. What the address leaves out is what the kind begins with, and is written out again, so
 * that a link goes on meaning what it meant.
 */

import { queryOf } from '../cohort/link.ts'
import type { Cohort } from '../cohort.ts'
import { type FigureSpec, figureSpecSchema } from '../figure-spec.ts'
import { groupColumns, regressionColumns } from './columns.ts'
import { endpointFromQuery, endpointParts, endpointQuery, type ReadEndpoint, readBack } from './endpoint.ts'
import { type OfferedKind, offeredKind } from './kinds.ts'
import { listOf, oneOf, type Problem, wholeOf } from './read.ts'

/** The parts of an address that say what to show. */
export const specParts = [
  'show',
  'endpoint',
  ...endpointParts,
  'by',
  'months',
  'interval',
  'columns',
  'edition',
]

export const intervals = ['log-log', 'log', 'plain'] as const
const usualMonths = 36
/** Of every patient, whatever the disease. */
const usualColumns = ['sex', 'age']

export interface AskedFigure {
  /** Null: nothing is asked for yet. */
  readonly kind: OfferedKind | null
  readonly endpoint: ReadEndpoint | null
  readonly by: string | null
  readonly months: number
  readonly interval: (typeof intervals)[number]
  readonly columns: readonly string[]
  readonly edition: string | null
  /** Null where a problem is in the way. */
  readonly spec: FigureSpec | null
  readonly problems: readonly Problem[]
}

/** What an address asks to show of a cohort. `editions`: those of the census that can stand beside it, the latest first. */
export function figureFromQuery(
  params: URLSearchParams,
  cohort: Cohort,
  editions: readonly string[],
): AskedFigure {
  const problems: Problem[] = []
  const asked = params.get('show')
  const kind = offeredKind(asked) ?? null
  if (asked && !kind) problems.push({ field: 'show', words: notOffered(asked) })
  const endpoint = kind?.takes ? endpointFromQuery(params, kind) : null
  problems.push(...(endpoint?.problems ?? []))
  const by = kind?.by ? oneOf(params, 'by', ['', ...groupColumns.map(({ name }) => name)], '', problems) : ''
  const months = wholeOf(params, 'months', [1, 240], 'The axis can end after 1 to 240 months', problems)
  const interval = oneOf(params, 'interval', intervals, 'log-log', problems)
  const columns =
    kind?.columns === 'at-least-one' && !params.has('columns')
      ? usualColumns
      : kind?.columns
        ? listOf(
            params,
            'columns',
            regressionColumns.map(({ name }) => name),
            problems,
          )
        : []
  if (columns.length > 8) problems.push({ field: 'columns', words: 'Select at most 8' })
  if (kind?.columns === 'at-least-one' && columns.length === 0)
    problems.push({ field: 'columns', words: 'Select at least one to compare by' })
  const edition = kind?.edition ? oneOf(params, 'edition', editions, editions[0] ?? '', problems) : ''
  if (kind?.edition && !edition)
    problems.push({ field: 'edition', words: 'No census was held yet to lay beside what was done' })
  const read = {
    ...{ kind, endpoint, columns, interval },
    by: by || null,
    months: months ?? usualMonths,
    edition: edition || null,
  }
  const spec = kind && problems.length === 0 ? specOf(kind, cohort, read) : null
  return { ...read, spec, problems }
}

function notOffered(kind: string): string {
  return kind === 'run' || kind === 'cusum'
    ? 'That chart is of one service over time: it is on the service’s own pages'
    : 'There is no such kind of figure: choose another'
}

function specOf(
  { kind }: OfferedKind,
  cohort: Cohort,
  { endpoint, by, months, interval, columns, edition }: Omit<AskedFigure, 'spec' | 'problems' | 'kind'>,
): FigureSpec | null {
  const of = endpoint?.endpoint
  const grouped = by ? { by } : {}
  const asked = {
    survival: { endpoint: of, ...grouped, interval, months },
    incidence: { endpoint: of, ...grouped, months },
    proportion: { endpoint: of, ...grouped },
    forest: { endpoint: of, columns },
    funnel: { endpoint: of, adjustedFor: columns },
    'declared-observed': { edition },
  }
  const parts = Object.hasOwn(asked, kind) ? asked[kind as keyof typeof asked] : {}
  const parsed = figureSpecSchema.safeParse({ kind, cohort, ...parts })
  return parsed.success ? parsed.data : null
}

/** What is shown as parts of an address, always the same for the same figure; empty where nothing is. */
export function figureQuery(asked: AskedFigure): readonly (readonly [string, string])[] {
  const { kind, endpoint, by, months, interval, columns, edition } = asked
  if (!kind) return []
  return [
    ['show', kind.kind],
    ...(endpoint ? endpointQuery(endpoint) : []),
    ...(by ? [['by', by] as const] : []),
    ...(kind.months ? [['months', String(months)] as const] : []),
    ...(kind.interval ? [['interval', interval] as const] : []),
    ...(columns.length > 0 ? [['columns', columns.join(',')] as const] : []),
    ...(edition ? [['edition', edition] as const] : []),
  ]
}

/** The address, after its `?`, at which the explorer shows a specification; of a kind that it does not offer, its cohort. */
export function queryOfSpec(spec: FigureSpec): string {
  const kind = offeredKind(spec.kind) ?? null
  const columns = spec.kind === 'forest' ? spec.columns : spec.kind === 'funnel' ? spec.adjustedFor : []
  const figure = figureQuery({
    kind,
    endpoint: 'endpoint' in spec ? readBack(spec.endpoint) : null,
    by: 'by' in spec ? (spec.by ?? null) : null,
    months: 'months' in spec ? spec.months : usualMonths,
    interval: 'interval' in spec ? spec.interval : 'log-log',
    columns,
    edition: 'edition' in spec ? spec.edition : null,
    ...{ spec, problems: [] },
  })
  return [queryOf(spec.cohort), partsText(figure)].filter(Boolean).join('&')
}

/** Parts of an address as its text. */
export const partsText = (parts: readonly (readonly [string, string])[]): string =>
  parts.map(([name, text]) => `${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`).join('&')
