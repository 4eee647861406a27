/** What may stand behind the question mark of the open interface. Anything else is refused by name. */

import { z } from 'zod'
import { nationSchema, organisationCodeSchema } from '#core/catalogue/organisations.ts'
import { procedureById } from '#core/catalogue/procedures.ts'

const whole = (words: string, most: number) =>
  z.coerce.number({ error: words }).int(words).min(1, words).max(most, words)

const procedure = z
  .string()
  .refine(
    (id) => procedureById(id) !== undefined,
    'There is no such procedure: /api/network/v1/procedures lists them',
  )
  .meta({ description: 'The id of a procedure', examples: ['liver-ablation'] })
const code = organisationCodeSchema.meta({ description: 'The ODS code of an organisation' })
const edition = z
  .string()
  .regex(/^[a-z0-9-]{3,60}$/, 'An edition is named by its id: /api/network/v1/editions lists them')
  .meta({
    description: 'The edition of the census to take the provision from; absent: the latest that closed',
  })

/** Every list is paged alike. */
const paged = {
  page: whole('A page is a whole number from 1 on', 10_000).default(1).meta({ description: 'From 1 on' }),
  perPage: whole('perPage is a whole number from 1 to 500', 500)
    .default(100)
    .meta({ description: 'At most 500' }),
}

const place = {
  nation: nationSchema.optional(),
  region: z.string().min(2).max(100).optional().meta({ description: 'As /services names it' }),
}

const isA = 'availability is here, by-pathway, gap or no-answer'

export const queries = {
  none: z.strictObject({}),
  edition: z.strictObject({ edition: edition.optional() }),
  services: z.strictObject({
    ...place,
    procedure: procedure.optional(),
    edition: edition.optional(),
    ...paged,
  }),
  features: z.strictObject({ ...place, procedure: procedure.optional(), edition: edition.optional() }),
  provision: z.strictObject({
    procedure,
    availability: z.enum(['here', 'by-pathway', 'gap', 'no-answer'], { error: isA }).optional(),
    ...place,
    edition: edition.optional(),
    ...paged,
  }),
  pathways: z.strictObject({
    procedure: procedure.optional(),
    from: code.optional(),
    to: code.optional(),
    basis: z.enum(['confirmed', 'proposed', 'declared']).optional(),
    edition: edition.optional(),
    ...paged,
  }),
  procedure: z.strictObject({ procedure, edition: edition.optional() }),
  paged: z.strictObject(paged),
}
