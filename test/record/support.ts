/** What the record's tests say into it. */

import { z } from 'zod'
import type { Draft } from '#core/record/entry.ts'
import { kind } from '#core/record/kind.ts'

export const statement = kind({
  name: 'test-statement',
  version: 1,
  of: 'service',
  title: 'Statement',
  schema: z.looseObject({ says: z.string() }),
  line: ({ says }) => says,
})
export type Statement = z.infer<typeof statement.schema>

export const remark = kind({
  name: 'test-remark',
  version: 1,
  of: 'any',
  title: 'Remark',
  schema: z.object({ says: z.string() }),
  line: ({ says }) => says,
  corrects: false,
})

export function says(text: string, more: Partial<Draft<Statement>> = {}): Draft<Statement> {
  return {
    subject: 'service:RR8',
    kind: statement,
    occurredAt: new Date('2026-03-02T10:00:00Z'),
    author: 'contact:0190f3c2-0000-7000-8000-000000000001',
    role: 'io-lead',
    organisation: 'RR8',
    body: { says: text },
    ...more,
  }
}

/** Numbers from a seed (mulberry32): the same walk each time that the seed is the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
