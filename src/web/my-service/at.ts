/** The service that an address names, with its record; and who signs for it. */

import { allows } from '#core/access/may.ts'
import type { Role } from '#core/access/role.ts'
import type { Course, Stated } from '#core/pathway/course.ts'
import { serviceKindNamed } from '#core/service/kinds.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { readService, type ServiceRecord } from '#store/service/read.ts'
import { isoDay } from '../components/dates.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { may, type Need } from '../route.ts'

const codeOf = (c: PageContext): string => c.req.param('code') ?? ''

/** Staff of the organisation see what their service says; those who lead or manage it say it. */
export const seeing: Need = may('service:see', codeOf)
export const recording: Need = may('service:record', codeOf)

export interface ServiceAt {
  readonly code: string
  readonly name: string
  readonly record: ServiceRecord
  readonly course: Course
  /** Today, in the United Kingdom. */
  readonly day: string
  readonly mayRecord: boolean
}

/** Null where there is no such organisation. */
export async function serviceAt(c: PageContext): Promise<ServiceAt | null> {
  const code = codeOf(c)
  const record = await readService(c.var.store.db, code)
  if (!record) return null
  return {
    code,
    name: record.organisation.name,
    record,
    course: record.course,
    day: isoDay(c.var.now()),
    mayRecord: c.var.person !== null && allows(c.var.person.memberships, 'service:record', code),
  }
}

/** The kind whose register an address names; undefined for one that has none. */
export function registerNamed(c: PageContext): ServiceKind | undefined {
  const kind = serviceKindNamed(c.req.param('kind') ?? '')
  return kind?.offered ? kind : undefined
}

export interface EntryAt extends ServiceAt {
  readonly kind: ServiceKind
  readonly stated: Stated
}

/** What stands now of the entry that an address names, where it has a register. */
export async function entryAt(c: PageContext): Promise<EntryAt | null> {
  const id = c.req.param('entry') ?? ''
  if (!isId(id)) return null
  const at = await serviceAt(c)
  const stated = at?.course.standing(id)
  const kind = stated && serviceKindNamed(stated.kind)
  return at && stated && kind?.offered ? { ...at, stated, kind } : null
}

export interface Signature {
  readonly author: string
  readonly role: Role
}

/** The signed-in person as the author of what this service says. */
export function signatureFor(c: PageContext, code: string): Signature {
  const { person } = c.var
  const held = person?.memberships.find((one) => allows([one], 'service:record', code))
  if (!person || !held) throw new Error('a route that needs service:record has a person who may')
  return { author: `person:${person.id}`, role: held.role }
}
