/** An endpoint as part of an address: one of the list by its name, or one's own by its parts. */

import {
  censoringSchema,
  type Endpoint,
  eventSchema,
  startSchema,
  type Unit,
  unitSchema,
} from '../endpoint.ts'
import { endpointNamed, endpoints } from '../endpoints.ts'
import { shareColumns } from './columns.ts'
import type { OfferedKind } from './kinds.ts'
import { listOf, oneOf, type Problem, wholeOf } from './read.ts'

/** The parts of one's own endpoint, beside `endpoint=own`. */
export const endpointParts = [
  'measure',
  'unit',
  'start',
  'events',
  'competing',
  'censoring',
  'landmark',
  'outcome',
  'counted',
  'due',
] as const

export interface ReadEndpoint {
  /** Of the list; 'own'; null where the link's is none of this kind's. */
  readonly id: string | null
  /** Null where what is asked cannot be. */
  readonly endpoint: Endpoint | null
  readonly problems: readonly Problem[]
}

/** Those of the list that a kind of figure takes. */
export const endpointsFor = ({ takes }: OfferedKind) =>
  takes === null ? [] : endpoints.filter(({ endpoint }) => takes(endpoint))

/** The endpoint that an address asks for; without one, that which the kind begins with. */
export function endpointFromQuery(params: URLSearchParams, kind: OfferedKind): ReadEndpoint {
  const id = params.get('endpoint') || kind.begins || ''
  const begins = endpointNamed(kind.begins ?? '')
  if (id === 'own' && begins && !endpointParts.some((part) => params.has(part)))
    return { id, endpoint: begins.endpoint, problems: [] }
  if (id === 'own') return ownEndpoint(params, kind)
  const named = endpointNamed(id)
  if (!named) return none('There is no such endpoint in the list: choose another, or define your own')
  if (kind.takes?.(named.endpoint)) return { id, endpoint: named.endpoint, problems: [] }
  return none(`${named.title} cannot be shown as this kind of figure: choose another endpoint`)
}

const none = (words: string): ReadEndpoint => ({
  id: null,
  endpoint: null,
  problems: [{ field: 'endpoint', words }],
})

/** Whether one's own endpoint of this kind of figure is a share; a forest plot takes either. */
export function ownMeasure(params: URLSearchParams, kind: OfferedKind): Endpoint['measure'] {
  if (kind.kind === 'forest') return params.get('measure') === 'proportion' ? 'proportion' : 'time'
  return kind.kind === 'survival' || kind.kind === 'incidence' ? 'time' : 'proportion'
}

function ownEndpoint(params: URLSearchParams, kind: OfferedKind): ReadEndpoint {
  const own =
    ownMeasure(params, kind) === 'time' ? ownTime(params, kind.kind === 'survival') : ownShare(params)
  return { id: 'own', ...own }
}

type Own = Omit<ReadEndpoint, 'id'>

function ownTime(params: URLSearchParams, alone: boolean): Own {
  const problems: Problem[] = []
  const unit = unitOf(params, problems)
  const start = oneOf(params, 'start', startSchema.options, 'treatment', problems)
  const censoring = oneOf(params, 'censoring', censoringSchema.options, 'last-seen', problems)
  const events = listOf(params, 'events', eventSchema.options, problems)
  const competing = alone ? [] : listOf(params, 'competing', eventSchema.options, problems)
  const landmark = wholeOf(params, 'landmark', [0, 3650], 'A landmark is 0 to 3650 days', problems)
  if (events.length === 0) problems.push({ field: 'events', words: 'Select at least one event' })
  if (competing.some((event) => events.includes(event)))
    problems.push({ field: 'competing', words: 'An event cannot compete with itself' })
  if (!alone && competing.length === 0 && params.get('show') === 'incidence')
    problems.push({ field: 'competing', words: 'Select what can come first instead' })
  if (problems.length > 0) return { endpoint: null, problems }
  const from = landmark ? { landmark } : {}
  return {
    endpoint: {
      ...{ measure: 'time', unit, start, censoring, ...from },
      events: [...events],
      competing: [...competing],
    },
    problems,
  }
}

function ownShare(params: URLSearchParams): Own {
  const problems: Problem[] = []
  const asked = unitOf(params, problems)
  const unit: Unit = asked === 'patient' && !params.get('unit') ? 'treatment' : asked
  const columns = shareColumns(unit).map(({ name }) => name)
  const column = params.get('outcome') || columns[0] || ''
  if (!columns.includes(column))
    problems.push({ field: 'outcome', words: `Select an outcome that is recorded per ${unit}` })
  const counted = oneOf(params, 'counted', ['yes', 'no'], 'yes', problems)
  const words = 'An outcome is due 0 to 3650 days after the start'
  const dueAfterDays = wholeOf(params, 'due', [0, 3650], words, problems) ?? 0
  if (problems.length > 0) return { endpoint: null, problems }
  return { endpoint: { measure: 'proportion', unit, column, counted, dueAfterDays }, problems }
}

const unitOf = (params: URLSearchParams, problems: Problem[]): Unit =>
  oneOf(params, 'unit', unitSchema.options, 'patient', problems)

/** How a link names an endpoint: by its name in the list where it is the same as one of them. */
export function readBack(endpoint: Endpoint): ReadEndpoint {
  const text = JSON.stringify(partsOf(endpoint))
  const listed = endpoints.find((each) => JSON.stringify(partsOf(each.endpoint)) === text)
  return { id: listed?.id ?? 'own', endpoint, problems: [] }
}

/** An endpoint as parts of an address, always the same for the same one. */
export function endpointQuery({ id, endpoint }: ReadEndpoint): readonly (readonly [string, string])[] {
  if (id !== 'own' || endpoint === null) return id ? [['endpoint', id]] : []
  return [['endpoint', 'own'], ...partsOf(endpoint)]
}

function partsOf(endpoint: Endpoint): readonly (readonly [string, string])[] {
  if (endpoint.measure === 'proportion') {
    const { unit, column, counted, dueAfterDays } = endpoint
    const parts = { measure: 'proportion', unit, outcome: column, counted, due: String(dueAfterDays) }
    return Object.entries(parts)
  }
  const { unit, start, events, competing, censoring, landmark } = endpoint
  return [
    ...Object.entries({ measure: 'time', unit, start, events: events.join(',') }),
    ...(competing.length > 0 ? [['competing', competing.join(',')] as const] : []),
    ['censoring', censoring],
    ...(landmark ? [['landmark', String(landmark)] as const] : []),
  ]
}
