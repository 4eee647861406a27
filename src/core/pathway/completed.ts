/** What the system adds to a body once the rest is said: from the entries that it names, and by the rules. */

import { type Fields, fieldOf } from '../record/field.ts'
import { computedResponse } from '../response/over-course.ts'
import type { Course } from './course.ts'
import { caseKindNamed } from './kinds.ts'
import type { Surroundings } from './surroundings.ts'

type Body = Readonly<Record<string, unknown>>

export interface Completing {
  readonly course: Course
  readonly surroundings: Surroundings
  /** Where it is known; ISO 8601, UTC. */
  readonly occurredAt?: string | undefined
  /** The entry that the body will replace. */
  readonly corrects?: string | undefined
}

/**
 * A body with its system fields: the title, version and language of the leaflet that it names, the version of
 * the protocol, the number of each item of a plan, the response that the rule comes to. What the entry that it
 * names does not say stays as it was.
 */
export function completed(kindName: string, body: Body, at: Completing): Body {
  const fields = caseKindNamed(kindName)?.fields ?? {}
  return {
    ...saidOf(kindName, body),
    ...ofLeaflet(fields, body, at.surroundings.service),
    ...ofProtocol(fields, body, at.surroundings.service),
    ...ofItems(fields, body),
    ...ofResponse(kindName, body, at),
  }
}

/** Without the response that an earlier version of it came to: the rule says it anew, or says nothing now. */
function saidOf(kindName: string, body: Body): Body {
  if (kindName !== 'response-assessment') return body
  const { computed: _before, ...said } = body
  return said
}

const isSystem = (fields: Fields, name: string) => {
  const schema = fields[name]
  return schema !== undefined && fieldOf(schema)?.system === true
}

function bodyNamed(service: Course, id: unknown): Body | undefined {
  return typeof id === 'string' ? (service.standing(id)?.body as Body | undefined) : undefined
}

function ofLeaflet(fields: Fields, body: Body, service: Course): Body {
  const leaflet = bodyNamed(service, body.adoption)
  if (!leaflet || !isSystem(fields, 'leafletTitle')) return {}
  return { leafletTitle: leaflet.title, leafletVersion: leaflet.version, language: leaflet.language }
}

function ofProtocol(fields: Fields, body: Body, service: Course): Body {
  const protocol = bodyNamed(service, body.protocol)
  return protocol && isSystem(fields, 'protocolVersion') ? { protocolVersion: protocol.version } : {}
}

/** Items that have a number keep it, for contacts answer it; new ones take the next that is free. */
function ofItems(fields: Fields, { items }: Body): Body {
  const list = fields.items ? fieldOf(fields.items) : undefined
  if (!Array.isArray(items) || list?.input !== 'list' || !isSystem(list.fields, 'key')) return {}
  const taken = new Set(items.map((item: Body) => item.key))
  let next = 1
  const number = () => {
    while (taken.has(String(next))) next++
    taken.add(String(next))
    return String(next)
  }
  return { items: items.map((item: Body) => (item.key ? item : { ...item, key: number() })) }
}

function ofResponse(kindName: string, body: Body, { course, occurredAt, corrects }: Completing): Body {
  if (kindName !== 'response-assessment') return {}
  const { baseline, criteria } = body
  if (typeof baseline !== 'boolean' || typeof criteria !== 'string') return {}
  const draft = { body: body as never, occurredAt, corrects }
  const computed = computedResponse(course, draft)
  return computed === undefined ? {} : { computed }
}
