/** The catalogue's tables as Kysely sees them. Dates are text, `yyyy-mm-dd`. */
import type { Generated } from 'kysely'
import type { Nation } from '#core/catalogue/organisations.ts'

export interface OrganisationTable {
  code: string
  name: string
  nation: Nation
  region: string
  latitude: number
  longitude: number
  main_site: string
  opened_on: string | null
  closed_on: string | null
  successor: string | null
  fictional: Generated<boolean>
  source: string
}

export interface CatalogueTables {
  organisation: OrganisationTable
}
