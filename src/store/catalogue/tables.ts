/** The catalogue's tables as Kysely sees them. */
import type { ColumnType } from 'kysely'
import type { Nation } from '#core/catalogue/organisations.ts'

/** Written as `yyyy-mm-dd`; read through `to_char`, because a JavaScript date has a time and a zone. */
type DateColumn = ColumnType<string | Date | null, string | null | undefined, string | null>

export interface OrganisationTable {
  code: string
  name: string
  nation: Nation
  region: string
  latitude: number
  longitude: number
  main_site: string
  opened_on: DateColumn
  closed_on: DateColumn
  successor: string | null
  fictional: ColumnType<boolean, boolean | undefined, boolean>
  source: string
}

export interface CatalogueTables {
  organisation: OrganisationTable
}
