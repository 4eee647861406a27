/** What is said of a leaflet in its record: a version handed in, remarked on, signed off, published, withdrawn. */

import { z } from 'zod'
import { kind } from '../record/kind.ts'
import { type Language, leafletBodySchema } from './leaflet.ts'

/** Which leaflet: the master of a procedure in a language, or an organisation's variant of it. */
export interface LeafletKey {
  readonly procedure: string
  readonly language: Language
  /** Null: the master. */
  readonly organisation: string | null
}

export const leafletSubject = ({ procedure, language, organisation }: LeafletKey): string =>
  `leaflet:${procedure}.${language}${organisation ? `@${organisation}` : ''}`

const version = z.string().regex(/^\d{1,4}\.\d{1,4}$/)
const words = (max: number) => z.string().trim().min(1).max(max)

/** Why a service says a clinical part otherwise than the master. */
const reasonsSchema = z.record(words(120), words(500)).readonly()
export type Reasons = z.infer<typeof reasonsSchema>

export const leafletWritten = kind({
  name: 'leaflet-version',
  version: 1,
  of: 'leaflet',
  title: 'Leaflet handed in for review',
  schema: z.object({
    leaflet: leafletBodySchema,
    /** Of a variant: the version of the master that it follows. */
    base: version.nullable(),
    /** Of a variant: by part, why a clinical part differs from the master's. */
    reasons: reasonsSchema,
    /** What was changed, in the author's words. */
    note: words(1000),
  }),
  line: ({ leaflet, note }) => `Version ${leaflet.version} handed in: ${note}`,
  corrects: false,
})

export const leafletRemark = kind({
  name: 'leaflet-remark',
  version: 1,
  of: 'leaflet',
  title: 'Remark on a leaflet',
  schema: z.object({ version, path: words(120).nullable(), words: words(2000) }),
  line: ({ version: of, path }) => `Remark on version ${of}${path ? `, ${path}` : ''}`,
  corrects: false,
})

export const leafletSignedOff = kind({
  name: 'leaflet-sign-off',
  version: 1,
  of: 'leaflet',
  title: 'Leaflet signed off',
  schema: z.object({ version, name: words(120), role: words(120) }),
  line: ({ version: of, name, role }) => `Version ${of} signed off by ${name}, ${role}`,
  corrects: false,
})

export const leafletPublished = kind({
  name: 'leaflet-published',
  version: 1,
  of: 'leaflet',
  title: 'Leaflet published',
  schema: z.object({ version }),
  line: ({ version: of }) => `Version ${of} published`,
  corrects: false,
})

export const leafletWithdrawn = kind({
  name: 'leaflet-withdrawn',
  version: 1,
  of: 'leaflet',
  title: 'Leaflet withdrawn',
  schema: z.object({ version, reason: z.string().trim().min(10).max(1000) }),
  line: ({ version: of, reason }) => `Version ${of} withdrawn: ${reason}`,
  corrects: false,
})
