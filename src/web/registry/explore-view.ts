/** What an address of the explorer asks for: a cohort, a column to choose by, a figure; and what is wrong in it. */

import type { CohortProblem } from '#core/registry/cohort/check.ts'
import { type FilterColumn, filterNamed } from '#core/registry/cohort/columns.ts'
import { cohortFromQuery, queryOf } from '#core/registry/cohort/link.ts'
import type { Names } from '#core/registry/cohort/values.ts'
import type { Cohort } from '#core/registry/cohort.ts'
import { gateCohort } from '#core/registry/disclosure/gate-cohort.ts'
import type { Audience } from '#core/registry/disclosure.ts'
import {
  type AskedFigure,
  figureFromQuery,
  figureQuery,
  partsText,
  specParts,
} from '#core/registry/explore/spec.ts'
import type { FieldProblem } from '../components/problems.tsx'

/** Counts and figures are for whoever explores, a researcher or a commissioner, the same. */
export const audience: Audience = { who: 'researcher' }

export interface ExploreView {
  /** As the gate allows it, which is what everything on the page is of. */
  readonly cohort: Cohort
  /** What the gate widened of what was asked, a sentence each. */
  readonly changed: readonly string[]
  readonly figure: AskedFigure
  /** The column whose choices are open; null: none. */
  readonly adding: FilterColumn | null
  /** What a form shows again: as it came where something is wrong, else in full. */
  readonly params: URLSearchParams
  readonly problems: readonly FieldProblem[]
  /** The cohort and the figure as the one address that means them. */
  readonly address: string
  /** The same as it was asked for, before the gate. */
  readonly asked: string
  /**
   * A form was sent, so that what it says has to become an address of its own: the part of the page that it changed,
   * by its id, where whoever sent it goes on. Null: this is such an address.
   */
  readonly sent: 'cohort' | 'figure' | 'drawn' | null
}

/** Parts of a form that are no parts of a link. */
const formParts = ['add', 'go']
const typedParts = (column: string) =>
  ['from', 'to', 'from-year', 'to-year'].map((part) => `${column}-${part}`)

export function exploreView(params: URLSearchParams, names: Names, editions: readonly string[]): ExploreView {
  const adding = filterNamed(params.get('add') ?? '') ?? null
  const besides = new Set([...specParts, ...formParts, ...(adding ? typedParts(adding.name) : [])])
  const read = cohortFromQuery(adding ? withTyped(params, adding) : params, names, besides)
  const asked = figureFromQuery(params, read.cohort, editions)
  const gated = gateCohort(read.cohort, audience, asked.by ?? undefined)
  const allowed = new URLSearchParams(params)
  if (asked.by && !gated.by) allowed.delete('by')
  const figure = figureFromQuery(allowed, gated.cohort, editions)
  const address = joined(gated.cohort, partsText(figureQuery(figure)))
  const problems = [...read.problems.map((each) => placed(each, adding)), ...figure.problems]
  return {
    ...{ cohort: gated.cohort, changed: gated.changed, figure, adding, problems, address },
    params: problems.length === 0 ? new URLSearchParams(address) : params,
    asked: joined(read.cohort, partsText(figureQuery(asked))),
    sent: sentTo(params, figure.spec !== null),
  }
}

function sentTo(params: URLSearchParams, isDrawn: boolean): ExploreView['sent'] {
  if (!params.has('go')) return null
  if (params.get('go') !== 'figure') return 'cohort'
  // An endpoint of one's own is asked for part by part once it was chosen.
  return isDrawn && !(params.get('endpoint') === 'own' && !params.has('unit')) ? 'drawn' : 'figure'
}

/** The same address without a condition, with another, or with another figure. */
export function without(view: ExploreView, column: string): string {
  const conditions = view.cohort.conditions.filter((each) => each.column !== column)
  return joined({ conditions }, partsText(figureQuery(view.figure)))
}
export function withKnown(view: ExploreView, column: string, is: 'known' | 'not-known'): string {
  const rest = view.cohort.conditions.filter((each) => each.column !== column)
  return joined({ conditions: [...rest, { column, is }] }, partsText(figureQuery(view.figure)))
}
export const withFigure = (view: ExploreView, figure: string): string => joined(view.cohort, figure)
/** The same with the choices of one column open. */
export const opening = (view: ExploreView, column: string): string =>
  [view.address, `add=${column}`].filter(Boolean).join('&')

const joined = (cohort: Cohort, figure: string) => [queryOf(cohort), figure].filter(Boolean).join('&')

/** What was chosen in a form, as the one part of a link that it means: any of several boxes, or a range from two fields. */
function withTyped(params: URLSearchParams, { name, asks }: FilterColumn): URLSearchParams {
  const merged = new URLSearchParams(params)
  if (asks === 'values' && params.has(name)) merged.set(name, params.getAll(name).join(','))
  if (!typedParts(name).some((part) => params.has(part))) return merged
  const [from, to] = ['from', 'to'].map(
    (end) => params.get(`${name}-${end}`)?.trim() || params.get(`${name}-${end}-year`)?.trim() || '',
  )
  if (from || to) merged.set(name, `${from}..${to}`)
  else merged.delete(name)
  return merged
}

function placed({ column, words }: CohortProblem, adding: FilterColumn | null): FieldProblem {
  if (adding === null || column !== adding.name) return { field: 'cohort', words }
  const fields = {
    range: `${adding.name}-from`,
    days: `${adding.name}-from-year`,
    values: 'choose',
    known: 'cohort',
  }
  return { field: fields[adding.asks], words }
}
