/** The erasure of another entry's body, by law: itself an entry, so that the gap explains itself. */

import { z } from 'zod'
import type { Entry, Problem } from './entry.ts'
import { kind } from './kind.ts'

export const erasure = kind({
  name: 'erasure',
  version: 1,
  of: 'any',
  title: 'Erasure',
  schema: z.strictObject({
    /** The entry, earlier in the same record, whose body is erased. */
    entry: z.uuid(),
    reason: z.string().trim().min(1).max(2000),
    /** By what right, as in 'Order of the High Court, 3 March 2026'. */
    authority: z.string().trim().min(1).max(500),
  }),
  line: ({ reason }) => `Erased an entry's content: ${reason}`,
  corrects: false,
})

export type Erasure = z.infer<typeof erasure.schema>

/** What the record holds about the entry that an erasure names. */
export interface Erased {
  readonly entry: Pick<Entry, 'subject' | 'kind'>
  readonly hasBody: boolean
}

/**
 * Whether the named entry's body may be erased from a subject's record: it is there, in this record,
 * and not itself an erasure, whose body is the reason why another is missing. Null when it may.
 */
export function checkErasure(subject: string, named: Erased | null): Problem | null {
  if (!named) return refused('there is no such entry')
  if (named.entry.subject !== subject) return refused('the entry belongs to another record')
  if (named.entry.kind === erasure.name) return refused('the reason of an erasure stays')
  if (!named.hasBody) return refused('its content was erased already')
  return null
}

function refused(words: string): Problem {
  return { code: 'erasure-refused', path: 'body.entry', words }
}
