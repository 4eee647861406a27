/** What is said of a report in the record: that it was published, and that it was withdrawn and why. */

import { z } from 'zod'
import { kind } from '../../record/kind.ts'

const published = z.object({
  title: z.string().trim().min(3).max(200),
  place: z.string().min(1).max(120),
  finding: z.string().min(3).max(1000),
  /** Of the data, which are kept beside the record. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  code: z.string().max(100),
})

export const reportPublished = kind({
  name: 'report-published',
  version: 1,
  of: 'report',
  title: 'Report published',
  schema: published,
  line: ({ title, digest }) => `Published: ${title} (digest ${digest.slice(0, 12)})`,
  corrects: false,
})

export const reportWithdrawn = kind({
  name: 'report-withdrawn',
  version: 1,
  of: 'report',
  title: 'Report withdrawn',
  schema: z.object({ reason: z.string().trim().min(10).max(1000) }),
  line: ({ reason }) => `Withdrawn: ${reason}`,
  corrects: false,
})

export const reportSubject = (id: string): string => `report:${id}`
