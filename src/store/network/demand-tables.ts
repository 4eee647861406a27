/** The table of demand in migrations/0019_demand_report.sql. */

import type { Generated } from 'kysely'

export interface DemandTables {
  demand_statement: DemandStatementTable
}

export interface DemandStatementTable {
  id: Generated<string>
  /** The entry of demand:uk that stated it. */
  entry: string
  what: 'incidence' | 'share'
  cancer: string
  procedure: string | null
  nation: string | null
  region: string | null
  district: string | null
  value: number | null
  basis: 'source' | 'assumption'
  source: string
  years: string
  reason: string
  author_id: string
  author: string
  stated_at: Date
}
