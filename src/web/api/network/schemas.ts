/** What the network's interface answers, as schemas: they check each answer, and the OpenAPI document is made of them. */

import { z } from 'zod'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { provisionClassSchema } from '#core/census/provision.ts'

const day = z.string().meta({ description: 'A calendar day, yyyy-mm-dd', format: 'date' })
const code = z.string().meta({ description: 'The ODS code of an organisation', examples: ['RR8'] })
const procedure = z
  .string()
  .meta({ description: 'The id of a procedure, as /procedures lists them', examples: ['liver-ablation'] })
const count = z.int().min(0)

export const licenceSchema = z
  .object({
    name: z.string(),
    url: z.string(),
    /** Of what of the answer it is. */
    covers: z.string(),
    attribution: z.string().meta({ description: 'What to print where the data is shown' }),
  })
  .meta({ id: 'Licence' })

const metaSchema = z
  .object({
    day: day.meta({
      description: 'The day that the answer describes: organisations closed before it are left out',
    }),
    edition: z
      .object({ id: z.string(), title: z.string() })
      .nullable()
      .meta({ description: 'The edition of the census that the answers are of; null: none has opened yet' }),
    fictional: z
      .boolean()
      .meta({ description: 'True: a demonstration; every organisation and answer is invented' }),
    licences: z.array(licenceSchema),
  })
  .meta({ id: 'Meta', description: 'What an answer rests on, and what may be done with it' })

const pageSchema = z
  .object({
    page: z.int().min(1),
    pages: z.int().min(1),
    perPage: z.int().min(1),
    total: count,
    next: z.string().nullable().meta({ description: 'The address of the next page; null: this is the last' }),
  })
  .meta({ id: 'Page' })

export const serviceSchema = z
  .object({
    code,
    name: z.string(),
    nation: z.enum(NATIONS),
    region: z.string(),
    alliance: z.string().nullable().meta({ description: 'The cancer alliance or network; null: not known' }),
    mainSite: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    answered: z
      .boolean()
      .meta({ description: 'False: it has not answered the census; nothing is known of what it provides' }),
    provision: provisionClassSchema
      .nullable()
      .meta({ description: 'The class of its provision; null: not known' }),
    procedures: z
      .array(procedure)
      .nullable()
      .meta({ description: 'Every procedure that it says it offers; null: not known, which is not none' }),
    page: z.string().meta({ description: 'The address of its page for people' }),
  })
  .meta({
    id: 'Service',
    description: 'The interventional oncology service of an organisation that exists on the day',
  })

export const pathwaySchema = z
  .object({
    from: code,
    to: code,
    procedures: z.array(procedure),
    basis: z.enum(['confirmed', 'proposed', 'declared']).meta({
      description:
        'confirmed: stated by one, confirmed by the other. proposed: not answered yet. declared: said in the census alone',
    }),
    through: z.string().nullable().meta({ description: 'The MDT or network; null: not said' }),
    agreedOn: day.nullable(),
    reviewDue: day.nullable(),
  })
  .meta({ id: 'ReferralPathway' })

export const procedureSchema = z
  .object({
    id: procedure,
    name: z.string(),
    plainName: z.string(),
    plainly: z.string(),
    category: z.enum(['supportive', 'disease-modifying']),
    services: z.object({ here: count, byPathway: count, gap: count, noAnswer: count }).nullable().meta({
      description:
        'How many organisations stand how: they offer it, refer for it, do neither, or did not say. Null: the edition did not ask about it',
    }),
  })
  .meta({ id: 'Procedure' })

const availability = z.enum(['here', 'by-pathway', 'gap', 'no-answer'])

export const standingSchema = z
  .object({
    code,
    name: z.string(),
    nation: z.enum(NATIONS),
    region: z.string(),
    availability,
    pathways: z.array(pathwaySchema.omit({ from: true, procedures: true })),
  })
  .meta({ id: 'Standing', description: 'How an organisation stands to one procedure' })

const standingCounts = z.object({
  here: count,
  byPathway: count,
  gap: count,
  noAnswer: count,
  services: count,
})
const countedGroup = z.object({
  nation: z.enum(NATIONS),
  name: z.string().nullable(),
  counts: standingCounts,
})

export const gapsSchema = z
  .object({
    procedure,
    all: standingCounts,
    nations: z.array(countedGroup),
    regions: z.array(countedGroup),
    alliances: z.array(countedGroup),
    gaps: z.array(z.object({ code, name: z.string(), nation: z.enum(NATIONS), region: z.string() })),
  })
  .meta({ id: 'Gaps' })

const people = z
  .object({
    people: count,
    within30: count,
    within45: count,
    within60: count,
    within90: count,
    beyond90: count,
    noWay: count.meta({ description: 'No road and no listed car ferry leads to a service that offers it' }),
    meanMinutes: z.number().nullable(),
  })
  .meta({
    id: 'People',
    description:
      'Residents by minutes by car, one way, to the nearest service; each band counts those of the shorter ones too',
  })

export const accessSchema = z
  .object({
    procedure,
    travel: z.object({
      basis: z.enum(['osrm', 'valhalla', 'file', 'estimate']),
      key: z.string().meta({ description: 'Everything that the minutes depend on' }),
    }),
    nations: z.array(z.object({ name: z.string(), ...people.shape })),
    districts: z.array(z.object({ name: z.string(), nation: z.enum(NATIONS), ...people.shape })),
  })
  .meta({ id: 'Access' })

export const editionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    censusOn: day,
    state: z.enum(['open', 'closed']),
    closedAt: z.iso.datetime().nullable(),
    digest: z
      .string()
      .nullable()
      .meta({ description: 'Hex SHA-256 of the answers at closing; null while it is open' }),
    fictional: z.boolean(),
  })
  .meta({ id: 'Edition', description: 'An edition of the census' })

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    problems: z.array(z.object({ parameter: z.string(), words: z.string() })).optional(),
    successor: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Of an organisation that closed: where the one is that carries on its services' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, application/problem+json' })

/** An answer with one thing, or a page of a list of things. */
export const oneOf = <Data extends z.ZodType>(data: Data) => z.object({ data, meta: metaSchema })
export const listOf = <Data extends z.ZodType>(data: Data) =>
  z.object({ data: z.array(data), page: pageSchema, meta: metaSchema })

/** @see RFC 7946: longitude first, WGS 84; `meta` is a foreign member */
export const featuresSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: code,
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: serviceSchema.omit({ latitude: true, longitude: true }),
      }),
    ),
    meta: metaSchema,
  })
  .meta({ id: 'ServiceFeatures' })
