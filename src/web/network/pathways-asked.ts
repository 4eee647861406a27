/** What the address of the register asks for. What means nothing is left out. */

import { z } from 'zod'
import { NATIONS, organisationCodeSchema } from '#core/catalogue/organisations.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { REGISTER_STATES, type RegisterFilter, type RegisterState } from '#core/network/filter.ts'
import { pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'

export interface PathwaysAsked extends RegisterFilter {
  readonly edition: string | undefined
  readonly page: number
}

const query = z.object({
  edition: z.string().min(1).optional().catch(undefined),
  procedure: z
    .string()
    .refine((id) => procedureById(id) !== undefined)
    .nullable()
    .catch(null),
  nation: z.enum(NATIONS).nullable().catch(null),
  state: z
    .enum(Object.keys(REGISTER_STATES) as [RegisterState, ...RegisterState[]])
    .nullable()
    .catch(null),
  service: organisationCodeSchema.nullable().catch(null),
})

export function pathwaysAsked(c: PageContext): PathwaysAsked {
  const { edition, ...asked } = query.parse(c.req.query())
  return { ...asked, edition, page: pageNumber(c.req.query('page')) }
}

/** The address of what is asked, with what is changed; from the first page on. */
export function pathwaysHref(
  asked: PathwaysAsked,
  change: Partial<PathwaysAsked> = {},
  format?: 'csv',
): string {
  const { edition, procedure, nation, state, service, page } = { ...asked, page: 1, ...change }
  return paths.networkPathways(
    {
      state: state ?? undefined,
      procedure: procedure ?? undefined,
      nation: nation ?? undefined,
      service: service ?? undefined,
      edition,
      page: page > 1 ? String(page) : undefined,
    },
    format,
  )
}
