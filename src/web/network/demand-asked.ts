/** What a page of demand is asked: procedure, year, places and page; what it names that does not exist is a problem. */

import { type Nation, nationSchema } from '#core/catalogue/organisations.ts'
import { inPaperTable, PROCEDURES } from '#core/catalogue/procedures.ts'
import type { DemandBy } from '#core/network/demand.ts'
import { pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { oddAsked } from './odd-asked.ts'

export const DEMAND_BY: Readonly<Record<DemandBy, string>> = {
  region: 'Region',
  nation: 'Nation',
  district: 'District',
}

export interface AskedDemand {
  readonly procedure: string
  readonly by: DemandBy
  /** Null: all. */
  readonly nation: Nation | null
  /** Null: the last whole one. */
  readonly year: number | null
  readonly page: number
}

/** Disease-modifying procedures come first: those that the network is about. */
export const demandProcedures = [
  ...inPaperTable('disease-modifying'),
  ...PROCEDURES.filter(({ categoryBy }) => categoryBy.paper !== 'disease-modifying'),
]

export function askedDemand(c: PageContext): AskedDemand {
  const { procedure, by, nation, year, page } = c.req.query()
  return {
    procedure: PROCEDURES.find(({ id }) => id === procedure)?.id ?? 'liver-ablation',
    by: by && Object.hasOwn(DEMAND_BY, by) ? (by as DemandBy) : 'region',
    nation: nationSchema.safeParse(nation).data ?? null,
    year: year && isYear(c, year) ? Number(year) : null,
    page: pageNumber(page),
  }
}

const yearsBack = 12

function isYear(c: PageContext, value: string): boolean {
  const [year, thisYear] = [Number(value), c.var.now().getUTCFullYear()]
  return Number.isInteger(year) && year > thisYear - yearsBack && year <= thisYear
}

/** What the address names that is no procedure, way to count, nation or year that can be asked for. */
export const oddDemand = (c: PageContext) =>
  oddAsked(c, {
    procedure: ['procedure', (value) => PROCEDURES.some(({ id }) => id === value)],
    by: ['way to count by', (value) => Object.hasOwn(DEMAND_BY, value)],
    nation: ['nation', (value) => nationSchema.safeParse(value).success],
    year: ['year', (value) => isYear(c, value)],
  })

/** Years that can be asked for, the latest first. */
export const yearsOf = (c: PageContext): readonly number[] =>
  Array.from({ length: 6 }, (_, back) => c.var.now().getUTCFullYear() - back)

/** What says it again in an address; defaults are left out. */
export const viewOf = ({ procedure, by, nation, year }: AskedDemand) => ({
  procedure,
  by: by === 'region' ? undefined : by,
  nation: nation ?? undefined,
  year: year === null ? undefined : String(year),
})
