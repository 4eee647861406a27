/** The tables of migrations/0002_catalogue.sql. */

import type { Generated } from 'kysely'

export interface CatalogueTables {
  organisation: OrganisationRow
}

export interface OrganisationRow {
  code: string
  name: string
  nation: 'England' | 'Scotland' | 'Wales' | 'Northern Ireland'
  region: string
  latitude: number
  longitude: number
  main_site: string
  /** Dates without a time: `2026-11-22`. */
  opened_on: string | null
  closed_on: string | null
  successor: string | null
  fictional: Generated<boolean>
  source: string
}
