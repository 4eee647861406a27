/** What a page of demand is asked: procedure, year, places and page. What is none falls back to the first. */

import { type Nation, nationSchema } from '#core/catalogue/organisations.ts'
import { inPaperTable, PROCEDURES } from '#core/catalogue/procedures.ts'
import type { DemandBy } from '#core/network/demand.ts'
import { pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'

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
  const thisYear = c.var.now().getUTCFullYear()
  const asked = Number(year)
  return {
    procedure: PROCEDURES.find(({ id }) => id === procedure)?.id ?? 'liver-ablation',
    by: by && Object.hasOwn(DEMAND_BY, by) ? (by as DemandBy) : 'region',
    nation: nationSchema.safeParse(nation).data ?? null,
    year: Number.isInteger(asked) && asked > thisYear - yearsBack && asked <= thisYear ? asked : null,
    page: pageNumber(page),
  }
}

const yearsBack = 12

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
