/** The tables of migrations/0014_snapshot.sql. */

import type { Generated } from 'kysely'
import type { Release } from '#core/registry/snapshot/manifest.ts'

export interface SnapshotTables {
  registry_snapshot: RegistrySnapshotTable
  registry_opt_out: { digest: Buffer }
  registry_opt_out_list: {
    id: Generated<number>
    imported_at: Generated<Date>
    numbers: number
  }
}

export interface RegistrySnapshotTable {
  id: string
  as_of: string
  release: Release
  taken_at: Generated<Date>
  code: string
  treatments: number
  patients: number
  manifest: string
  last_entry_at: Date | null
}
