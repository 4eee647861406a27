/** What is said of a figure in the record: that it was published, and that it was withdrawn and why. */

import { z } from 'zod'
import { kind } from '../../record/kind.ts'
import { figureSpecSchema } from '../figure-spec.ts'

const published = z.object({
  title: z.string().trim().min(3).max(200),
  finding: z.string().min(3).max(1000),
  spec: figureSpecSchema,
  /** The snapshot's id. */
  snapshot: z.string().regex(/^[0-9a-f]{16}$/),
  /** Of the released result, which is kept beside the record. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})

export const figurePublished = kind({
  name: 'figure-published',
  version: 1,
  of: 'figure',
  title: 'Figure published',
  schema: published,
  line: ({ title, digest }) => `Published: ${title} (digest ${digest.slice(0, 12)})`,
  corrects: false,
})

const withdrawn = z.object({ reason: z.string().trim().min(10).max(1000) })

export const figureWithdrawn = kind({
  name: 'figure-withdrawn',
  version: 1,
  of: 'figure',
  title: 'Figure withdrawn',
  schema: withdrawn,
  line: ({ reason }) => `Withdrawn: ${reason}`,
  corrects: false,
})

export const figureSubject = (id: string): string => `figure:${id}`
