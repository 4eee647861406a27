/** What every request carries: set by the middleware in server.ts, read by the pages. */

import type { Context } from 'hono'
import type { Config } from '#config'
import type { Person } from '#core/access/role.ts'
import type { Store } from '#store/open.ts'
import type { ShownKey } from '#store/upload/key.ts'

/** Someone who answers the census, from a personal link or as an interviewer on the telephone. */
export interface Answering {
  readonly id: string
  readonly edition: string
  readonly organisation: string
  readonly wave: 'first' | 'follow-up'
  readonly link: string | null
  readonly interviewer: string | null
  /** Whom the link was sent to. */
  readonly contact: string | null
}

export interface Environment {
  Variables: {
    config: Config
    store: Store
    /** The present, as an argument. */
    now: () => Date
    person: Person | null
    answering: Answering | null
    /** Of the program that asks, on routes that need one. */
    apiKey: ShownKey | null
  }
}

export type PageContext = Context<Environment>
