/** An entry: one signed, dated statement about a subject, never changed. */

import type { Kind } from './kind.ts'

/** Digests are SHA-256 as 64 lower-case hexadecimal digits; times are ISO 8601, UTC, milliseconds. */
export interface Entry<Body = unknown> {
  /** UUID, version 7. */
  readonly id: string
  /**
   * `case:<uuid>`, `patient:<uuid>`, `service:<organisation code>`, `census:<edition id>`, `past:<uuid>` (a past
   * treatment), `figure:<uuid>`, `upload:<uuid>`, `demand:uk` or `report:<uuid>` (of the network).
   */
  readonly subject: string
  /** Its place in the subject's chain, from 1. */
  readonly position: number
  readonly kind: string
  readonly version: number
  /** When it happened, as given. */
  readonly occurredAt: string
  /** When it was written, by the database's clock; never before the entry that it follows. */
  readonly recordedAt: string
  readonly author: string
  readonly role: string
  readonly organisation: string | null
  /** Null when it was erased. */
  readonly body: Body | null
  /** The entry that it replaces. */
  readonly corrects: string | null
  readonly bodyDigest: string
  /** The digest of the entry before; zeros for the first. */
  readonly previous: string
  readonly digest: string
}

/** What a writer gives; the record adds the rest. */
export interface Draft<Body = unknown> {
  /** The entry's id, a UUID of version 7, where the writer has one: the same draft sent twice is one entry. */
  readonly id?: string
  readonly subject: string
  readonly kind: Kind<string, Body>
  readonly occurredAt: Date
  readonly author: string
  readonly role: string
  readonly organisation: string | null
  readonly body: Body
  readonly corrects?: string
}

/** Why a draft is refused. */
export interface Problem {
  readonly code:
    | 'kind-unknown'
    | 'subject-refused'
    | 'field-refused'
    | 'body-refused'
    | 'body-too-large'
    | 'correction-refused'
    | 'erasure-refused'
  /** Where in the draft, as in `body.answers.kinds`. */
  readonly path: string
  readonly words: string
}

/** The last entry of a chain; position 0 and zeros where there is none yet. */
export interface Head {
  readonly subject: string
  readonly position: number
  readonly digest: string
}
