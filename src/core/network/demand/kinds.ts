/** What is said of demand in the record: lines of the table, each with its source, and why they were stated. */

import { z } from 'zod'
import { kind } from '../../record/kind.ts'
import { demandLineSchema } from './statement.ts'

/** Of one file; a nation's districts with a line of each kind for eight cancers are fewer. */
export const MOST_LINES = 3000

const stated = z.object({
  reason: z.string().trim().min(5).max(1000),
  lines: z.array(demandLineSchema).min(1).max(MOST_LINES),
})

export const demandStated = kind({
  name: 'demand-stated',
  version: 1,
  of: 'demand',
  title: 'Demand stated',
  schema: stated,
  line: ({ lines, reason }) =>
    `Demand: ${lines.length === 1 ? '1 line' : `${lines.length} lines`} stated, because: ${reason}`,
  corrects: false,
})

/** One chain: the table is one, for the whole nation. */
export const DEMAND_SUBJECT = 'demand:uk'
