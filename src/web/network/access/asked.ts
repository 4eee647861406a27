/** What an address of the access pages asks for; what it names that does not exist is a problem. */

import { z } from 'zod'
import { procedureById } from '#core/catalogue/procedures.ts'
import { BANDS } from '#core/network/siting/reach.ts'
import type { PageContext } from '../../environment.ts'
import { oddAsked } from '../odd-asked.ts'

export type Within = (typeof BANDS)[number]

export interface AccessAsked {
  readonly edition: string | undefined
  readonly procedure: string | undefined
  readonly within: Within
  readonly districts: 'worst' | 'all'
}

const schema = z.object({
  edition: z.string().min(1).optional().catch(undefined),
  procedure: z
    .string()
    .refine((id) => procedureById(id) !== undefined)
    .optional()
    .catch(undefined),
  within: z.coerce
    .number()
    .pipe(z.literal([...BANDS]))
    .catch(45),
  districts: z.enum(['worst', 'all']).catch('worst'),
})

export function accessAsked(c: PageContext): AccessAsked {
  const { edition, procedure, within, districts } = schema.parse(c.req.query())
  return { edition, procedure, within, districts }
}

const WITHIN = `Choose ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(BANDS.map(String))} minutes`

/** What the address names that is no procedure, or no number of minutes that is counted. */
export const oddAccess = (c: PageContext) =>
  oddAsked(c, {
    procedure: ['procedure', (value) => procedureById(value) !== undefined],
    within: ['minutes', (value) => BANDS.some((band) => String(band) === value), WITHIN],
  })

/** The same as an address's query, with what is changed; what is usual is left out. */
export function viewOf(
  asked: AccessAsked,
  change: Partial<AccessAsked> = {},
): Readonly<Record<string, string | undefined>> {
  const { edition, procedure, within, districts } = { ...asked, ...change }
  return {
    procedure,
    within: within === 45 ? undefined : String(within),
    districts: districts === 'worst' ? undefined : districts,
    edition,
  }
}
