/** What a benchmark's address asks: which procedure, measure and picture, adjusted or not. What is none falls back to the first. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import type { Cohort, Condition } from '#core/registry/cohort.ts'
import type { Proportion } from '#core/registry/endpoint.ts'
import { type DeclaredEndpoint, endpoints } from '#core/registry/endpoints.ts'
import { usualCaseMix } from '#core/registry/figure/case-mix-columns.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'

export interface Measure extends DeclaredEndpoint {
  readonly endpoint: Proportion
}

/** The shares of the registry: what one service can be set beside the others by. */
export const measures: readonly Measure[] = endpoints.filter(
  (each): each is Measure => each.endpoint.measure === 'proportion',
)

export const pictures = {
  funnel: 'Position among all services',
  run: 'Month by month',
  cusum: 'Monitoring: CUSUM and expected beside observed',
} as const
export type PictureKind = keyof typeof pictures

/** Of the position among all services. */
export const adjustments = {
  none: 'As they are',
  'case-mix': 'Adjusted for case mix',
} as const
export type Adjustment = keyof typeof adjustments

export interface AskedBenchmark {
  readonly code: string
  /** Empty: all. */
  readonly procedure: string
  readonly measure: Measure
  readonly picture: PictureKind
  readonly adjust: Adjustment
}

export function askedOf(code: string, query: Readonly<Record<string, string>>): AskedBenchmark {
  const [first] = measures
  if (!first) throw new Error('the registry declares no share')
  return {
    code,
    procedure: PROCEDURES.find(({ id }) => id === query.procedure)?.id ?? '',
    measure: measures.find(({ id }) => id === query.measure) ?? first,
    picture:
      query.picture && Object.hasOwn(pictures, query.picture) ? (query.picture as PictureKind) : 'funnel',
    adjust: query.adjust && Object.hasOwn(adjustments, query.adjust) ? (query.adjust as Adjustment) : 'none',
  }
}

/** The same as parts of an address: what is left out is what a benchmark begins with. */
export function viewOf({ procedure, measure, picture, adjust }: AskedBenchmark) {
  return {
    procedure: procedure || undefined,
    measure: measure.id,
    picture: picture === 'funnel' ? undefined : picture,
    adjust: adjust === 'none' ? undefined : adjust,
  }
}

/** Treatments of the procedure, at every service or at one's own. */
export function cohortOf({ procedure, code }: AskedBenchmark, own: boolean): Cohort {
  const conditions: Condition[] = []
  if (own) conditions.push({ column: 'organisation', is: 'one-of', values: [code] })
  if (procedure) conditions.push({ column: 'procedure', is: 'one-of', values: [procedure] })
  return { conditions }
}

/** An odds ratio that a service would want to know of soon: twice the odds. @unverified our own choice */
const alertOddsRatio = 2

export function specOf(asked: AskedBenchmark): FigureSpec {
  const { endpoint } = asked.measure
  switch (asked.picture) {
    case 'funnel':
      return {
        kind: 'funnel',
        cohort: cohortOf(asked, false),
        endpoint,
        adjustedFor: asked.adjust === 'case-mix' ? [...usualCaseMix(asked.procedure)] : [],
      }
    case 'run':
      return { kind: 'run', cohort: cohortOf(asked, true), endpoint }
    case 'cusum':
      return { kind: 'cusum', cohort: cohortOf(asked, true), endpoint, oddsRatio: alertOddsRatio }
  }
}
