/** What the address of the page of gaps asks for; what it names that does not exist is a problem. */

import { z } from 'zod'
import { NATIONS, type Nation } from '#core/catalogue/organisations.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { oddAsked } from './odd-asked.ts'

export const GROUPS = {
  nations: 'Nation',
  regions: 'Region',
  alliances: 'Cancer alliance or network',
} as const
export type Grouping = keyof typeof GROUPS

export interface GapsAsked {
  readonly edition: string | undefined
  readonly procedure: string | undefined
  readonly nation: Nation | undefined
  readonly by: Grouping
  readonly confirmedOnly: boolean
  /** Of the list of gaps. */
  readonly page: number
}

/** Whether a census asks for the procedure, so that there can be gaps of it. */
export const isAsked = (id: string): boolean => (procedureById(id)?.categoryBy.paper ?? null) !== null

const query = z.object({
  edition: z.string().min(1).optional().catch(undefined),
  procedure: z.string().refine(isAsked).optional().catch(undefined),
  nation: z.enum(NATIONS).optional().catch(undefined),
  by: z.enum(['nations', 'regions', 'alliances']).catch('regions'),
  count: z.literal('confirmed').optional().catch(undefined),
})

export function gapsAsked(c: PageContext): GapsAsked {
  const { count, ...asked } = query.parse(c.req.query())
  return {
    edition: asked.edition,
    procedure: asked.procedure,
    nation: asked.nation,
    by: asked.by,
    confirmedOnly: count === 'confirmed',
    page: pageNumber(c.req.query('page')),
  }
}

/** What the address names that is no procedure of the census, nation or grouping. */
export const oddGaps = (c: PageContext) =>
  oddAsked(c, {
    procedure: ['procedure', isAsked],
    nation: ['nation', (value) => NATIONS.includes(value as Nation)],
    by: ['way to count by', (value) => Object.hasOwn(GROUPS, value)],
    count: ['way to count', (value) => value === 'confirmed'],
  })

/** The address of what is asked, with what is changed; from the first page on. */
export function gapsHref(asked: GapsAsked, change: Partial<GapsAsked> = {}, format?: 'csv'): string {
  const { edition, procedure, nation, by, confirmedOnly, page } = { ...asked, page: 1, ...change }
  return paths.networkGaps(
    {
      procedure,
      nation,
      by: by === 'regions' ? undefined : by,
      count: confirmedOnly ? 'confirmed' : undefined,
      edition,
      page: page > 1 ? String(page) : undefined,
    },
    format,
  )
}
