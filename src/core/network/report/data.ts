/** A report of the network as data: what its page and its PDF draw, and what everybody can read who doubts it. */

import { z } from 'zod'

const heading = z.strictObject({ heading: z.string(), number: z.boolean() })

const tableSchema = z.strictObject({
  kind: z.literal('table'),
  caption: z.string(),
  columns: z.array(heading).readonly(),
  /** The first cell of a row names it. */
  rows: z.array(z.array(z.string()).readonly()).readonly(),
})

/** Services where they stand, each with its mark; drawn by the page and by the PDF alike. */
const mapSchema = z.strictObject({
  kind: z.literal('map'),
  title: z.string(),
  /** For who does not see the map. */
  alt: z.string(),
  /** Which marks: provision by class, or how one procedure can be had. */
  marks: z.enum(['provision', 'availability']),
  services: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        mark: z.string(),
        /** In the place that the report is of. */
        own: z.boolean(),
      }),
    )
    .readonly(),
  legend: z.array(z.strictObject({ mark: z.string(), words: z.string(), count: z.number() })).readonly(),
})

const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
  tableSchema,
  mapSchema,
])
export type ReportPart = z.infer<typeof partSchema>
export type ReportTable = z.infer<typeof tableSchema>
export type ReportMap = z.infer<typeof mapSchema>

const sectionSchema = z.strictObject({ heading: z.string(), parts: z.array(partSchema).readonly() })
export type ReportSection = z.infer<typeof sectionSchema>

export const reportSchema = z.strictObject({
  format: z.literal('fourth-pillar-network-report/1'),
  title: z.string(),
  /** The United Kingdom, a nation or a region. */
  place: z.string(),
  /** What it comes to, in one or two sentences. */
  finding: z.string(),
  /** The day that it describes, `2026-11-22`. */
  day: z.string(),
  author: z.string(),
  /** Where it stands for good; null: not published. */
  address: z.string().nullable(),
  fictional: z.boolean(),
  /** Version and commit of the code that made it. */
  code: z.string(),
  /** What it was computed from, by which anybody can tell whether they have the same. */
  from: z.strictObject({
    edition: z.string().nullable(),
    editionDigest: z.string().nullable(),
    snapshot: z.string().nullable(),
    travelTimes: z.string().nullable(),
    demand: z.string(),
  }),
  sections: z.array(sectionSchema).readonly(),
})
export type ReportData = z.infer<typeof reportSchema>

export const column = (words: string, number = false) => ({ heading: words, number })
