/** What the directory calls organisations and regions, for sentences of cohorts. */

import type { Names } from '#core/registry/cohort/values.ts'
import type { Database } from '../open.ts'

export interface RegistryNames {
  readonly names: Names
  /** The nation that each region is in. */
  readonly nations: ReadonlyMap<string, string>
}

/** Closed organisations too: their treatments stay in the registry. */
export async function registryNames(db: Database): Promise<RegistryNames> {
  const rows = await db.selectFrom('organisation').select(['code', 'name', 'region', 'nation']).execute()
  const placed = rows.filter(({ region }) => region)
  return {
    names: {
      organisations: new Map(rows.map(({ code, name }) => [code, name])),
      regions: new Set(placed.map(({ region }) => region)),
    },
    nations: new Map(placed.map(({ region, nation }) => [region, nation])),
  }
}
