/** The erasure of another entry's body, by law: itself an entry, so that the gap explains itself. */

import { z } from 'zod'
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
