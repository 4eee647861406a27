/** The published incidence that this software brings: data/incidence.csv, read once. */

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { nationSchema } from '#core/catalogue/organisations.ts'
import { CANCER_IDS, type StatedLine } from '#core/network/demand/statement.ts'

const rowSchema = z.object({
  cancer: z.enum(CANCER_IDS),
  icd10: z.string().min(1),
  nation: nationSchema,
  cases: z.coerce.number().int().positive(),
  rate_per_100000: z.coerce.number().positive(),
  years: z.string().min(4),
  source: z.string().min(3),
  verified: z.enum(['yes', 'no']),
  note: z.string(),
})

let read: readonly StatedLine[] | undefined

/**
 * New cases of cancers a year per 100,000 residents, by nation.
 *
 * @see data/README.md for where they come from and what of them is doubtful
 */
export function publishedIncidence(): readonly StatedLine[] {
  read ??= z
    .array(rowSchema)
    .parse(parse(readFileSync(new URL('../../../data/incidence.csv', import.meta.url)), { columns: true }))
    .map((row) => ({
      what: 'incidence',
      cancer: row.cancer,
      procedure: null,
      nation: row.nation,
      region: null,
      district: null,
      value: row.rate_per_100000,
      basis: 'source',
      source: `${row.source} (${row.cases.toLocaleString('en-GB')} cases)`,
      years: row.years,
      by: null,
      verified: row.verified === 'yes',
      note: row.note,
    }))
  return read
}
