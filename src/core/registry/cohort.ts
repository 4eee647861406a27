/**
 * A cohort: treatments chosen by conditions on their columns. It is data: it reads as a sentence
 * (`cohort/sentence.ts`), is a link (`cohort/link.ts`), and is stored with the figure.
 */

import { z } from 'zod'

const columnName = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

export const conditionSchema = z.discriminatedUnion('is', [
  z.strictObject({
    column: columnName,
    is: z.literal('one-of'),
    values: z.array(z.string().max(60)).min(1).max(60),
  }),
  /** Both ends included; one of them at least is given. Days as 2026-11-22 counted from 1970-01-01. */
  z.strictObject({
    column: columnName,
    is: z.literal('between'),
    from: z.number().exactOptional(),
    to: z.number().exactOptional(),
  }),
  z.strictObject({ column: columnName, is: z.enum(['known', 'not-known']) }),
])
export type Condition = z.infer<typeof conditionSchema>

/** All conditions hold. None: every treatment of the snapshot. */
export const cohortSchema = z.strictObject({ conditions: z.array(conditionSchema).max(30) })
export type Cohort = z.infer<typeof cohortSchema>
