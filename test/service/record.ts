/** A service's record made of statements, for tests of what it says on a day. */

import { type Course, courseOf } from '#core/pathway/course.ts'
import { bodyDigest } from '#core/record/digest.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Kind } from '#core/record/kind.ts'

export interface Said<Body = unknown> {
  readonly kind: Kind<string, Body>
  /** The day on which it happened, at nine in the morning, UTC; or a whole moment. */
  readonly on: string
  readonly body: Body
  /** Its id ends in these digits; by its place where absent. */
  readonly id?: number
  readonly corrects?: string
}

export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const said = <Body>(
  kind: Kind<string, Body>,
  on: string,
  body: Body,
  more: Partial<Said<Body>> = {},
): Said => ({ kind, on, body, ...more }) as Said

/** The course of a service that said this, in this order. Bodies that its kind refuses fail the test. */
export function service(...statements: readonly Said[]): Course {
  const entries = statements.map(({ kind, on, body, id, corrects }, index): Entry => {
    const parsed = kind.schema.parse(body)
    const at = on.length === 10 ? `${on}T09:00:00.000Z` : on
    return {
      id: idOf(id ?? index + 1),
      subject: 'service:ZT001',
      position: index + 1,
      kind: kind.name,
      version: kind.version,
      occurredAt: at,
      recordedAt: at,
      author: 'person:test',
      role: 'io-lead',
      organisation: 'ZT001',
      body: parsed,
      corrects: corrects ?? null,
      bodyDigest: bodyDigest(new Uint8Array(32), '{}'),
      previous: '0'.repeat(64),
      digest: '0'.repeat(64),
    }
  })
  return courseOf('service:ZT001', entries)
}
