/** The tables of migrations/0012_registry_access.sql: only ever added to. */

import type { Generated, GeneratedAlways } from 'kysely'

export interface RegistryAccessTables {
  registry_terms: RegistryTermsTable
  registry_download: RegistryDownloadTable
}

export interface RegistryTermsTable {
  person: string
  version: string
  at: Generated<Date>
}

export interface RegistryDownloadTable {
  id: GeneratedAlways<string>
  at: Generated<Date>
  person: string
  terms: string
  snapshot: string
  file: string
  bytes: string | number
  from_byte: string | number
}
