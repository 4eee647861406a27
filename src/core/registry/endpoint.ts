/**
 * Endpoints: what is counted, in which unit, from when, until when. Those of the registry are declared in
 * `endpoints.ts`; a user makes another by choosing the same parts. The definition is printed under the figure.
 *
 * @see SIO-DATECAN consensus: time-to-event endpoints per patient, per procedure and per tumour (PMC8961014)
 */

import { z } from 'zod'

/** What one row of the endpoint is. Of a patient: the first treatment in the cohort. */
export const unitSchema = z.enum(['patient', 'treatment', 'session', 'tumour'])
export type Unit = z.infer<typeof unitSchema>

/** From when time is counted. */
export const startSchema = z.enum(['treatment', 'referral', 'discussion'])
export type Start = z.infer<typeof startSchema>

/** What ends the time: as an event, as a competing event, or only as the end of what is known. */
export const eventSchema = z.enum([
  'death',
  'progression',
  'local-progression',
  'next-treatment',
  'severe-complication',
])
export type Event = z.infer<typeof eventSchema>

/** Until when a row without event is known to be without it. */
export const censoringSchema = z.enum(['last-seen', 'last-imaging'])
export type Censoring = z.infer<typeof censoringSchema>

/** Time from a start to whichever of the events comes first. */
export const timeToEventSchema = z
  .strictObject({
    measure: z.literal('time'),
    unit: unitSchema,
    start: startSchema,
    events: z.array(eventSchema).min(1).max(5),
    /** Come before the event and make it impossible; with any, the figure is a cumulative incidence. */
    competing: z.array(eventSchema).max(4),
    censoring: censoringSchema,
    /** Only rows still at risk so many days after the start; time counts on from there. */
    landmark: z.int().min(0).max(3650).exactOptional(),
  })
  .readonly()
export type TimeToEvent = z.infer<typeof timeToEventSchema>

/** A share: rows for which a yes-or-no column says yes, of those for which it says anything. */
export const proportionSchema = z
  .strictObject({
    measure: z.literal('proportion'),
    unit: unitSchema,
    /** A yes-or-no column of the unit's level. */
    column: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    /** Yes counts, or no counts. */
    counted: z.enum(['yes', 'no']),
    /** A row can have it only so many days after its start: younger ones are not due, and not missing. */
    dueAfterDays: z.int().min(0).max(3650),
  })
  .readonly()
export type Proportion = z.infer<typeof proportionSchema>

export const endpointSchema = z.discriminatedUnion('measure', [timeToEventSchema, proportionSchema])
export type Endpoint = z.infer<typeof endpointSchema>
