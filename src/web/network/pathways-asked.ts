/** What the address of the register asks for; what it names that does not exist is a problem. */

import { z } from 'zod'
import { NATIONS, type Nation, organisationCodeSchema } from '#core/catalogue/organisations.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { REGISTER_STATES, type RegisterFilter, type RegisterState } from '#core/network/filter.ts'
import { pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import type { NetworkAt } from './at.ts'
import { oddAsked } from './odd-asked.ts'

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

/** What the address names that is no state, procedure, nation or service. */
export const oddPathways = (c: PageContext, { organisations }: Pick<NetworkAt, 'organisations'>) =>
  oddAsked(c, {
    state: ['state', (value) => Object.hasOwn(REGISTER_STATES, value)],
    procedure: ['procedure', (value) => procedureById(value) !== undefined],
    nation: ['nation', (value) => NATIONS.includes(value as Nation)],
    service: ['service', (value) => organisations.has(value)],
  })

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
