/**
 * What a figure is asked to show. A specification and a snapshot give one result, whoever computes it: the server
 * for a page, the command line for somebody who doubts it.
 */

import { z } from 'zod'
import { cohortSchema } from './cohort.ts'
import { endpointSchema, proportionSchema, timeToEventSchema } from './endpoint.ts'

/** A column whose values make groups, at most eight and 'Not known'. */
const by = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .exactOptional()
const cohort = cohortSchema

export const figureSpecSchema = z.discriminatedUnion('kind', [
  /** Kaplan-Meier by group; log-rank and hazard ratio where there are groups. */
  z.strictObject({
    kind: z.literal('survival'),
    cohort,
    endpoint: timeToEventSchema,
    by,
    interval: z.enum(['log-log', 'log', 'plain']),
    /** Where the axis ends, in months. */
    months: z.int().min(1).max(240),
  }),
  /** Aalen-Johansen. */
  z.strictObject({
    kind: z.literal('incidence'),
    cohort,
    endpoint: timeToEventSchema,
    by,
    months: z.int().min(1).max(240),
  }),
  /** A share by group, each with its interval. */
  z.strictObject({ kind: z.literal('proportion'), cohort, endpoint: proportionSchema, by }),
  /** Cox regression (time) or logistic (share) on several columns: ratios with intervals. */
  z.strictObject({
    kind: z.literal('forest'),
    cohort,
    endpoint: endpointSchema,
    columns: z
      .array(z.string().regex(/^[a-z][A-Za-z0-9]*$/))
      .min(1)
      .max(8),
  }),
  z.strictObject({ kind: z.literal('swimmer'), cohort }),
  z.strictObject({ kind: z.literal('waterfall'), cohort }),
  /** Organisations by volume and outcome, with control limits; adjusted for the columns named. */
  z.strictObject({
    kind: z.literal('funnel'),
    cohort,
    endpoint: proportionSchema,
    adjustedFor: z.array(z.string().regex(/^[a-z][A-Za-z0-9]*$/)).max(8),
  }),
  /** One organisation over time: run chart of a share by month. */
  z.strictObject({ kind: z.literal('run'), cohort, endpoint: proportionSchema }),
  /** One organisation over time: risk-adjusted CUSUM and variable life-adjusted display. */
  z.strictObject({
    kind: z.literal('cusum'),
    cohort,
    endpoint: proportionSchema,
    oddsRatio: z.number().min(1.1).max(10),
  }),
  /** Treatments per million population, by region and intent. */
  z.strictObject({ kind: z.literal('volume'), cohort }),
  /** What services declared in a census beside what the registry observed. */
  z.strictObject({ kind: z.literal('declared-observed'), cohort, edition: z.string().max(60) }),
])
export type FigureSpec = z.infer<typeof figureSpecSchema>
export type FigureKind = FigureSpec['kind']
