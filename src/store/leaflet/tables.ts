/** The tables of migrations/0022_leaflet.sql. */

import type { Language } from '#core/leaflet/leaflet.ts'

export interface LeafletTables {
  leaflet_version: LeafletVersionTable
  leaflet_draft: LeafletDraftTable
  leaflet_remark: LeafletRemarkTable
}

export type LeafletState = 'in-review' | 'published' | 'replaced' | 'withdrawn'

export interface LeafletVersionTable {
  entry: string
  procedure: string
  language: Language
  organisation: string | null
  version: string
  base: string | null
  /** A LeafletBody, JSON. */
  body: string
  /** Reasons, JSON. */
  reasons: string
  state: LeafletState
  note: string
  author_id: string
  author: string
  written_at: Date
  signed_id: string | null
  signed_name: string | null
  signed_role: string | null
  signed_at: Date | null
  published_at: Date | null
  withdrawn_at: Date | null
  reason: string | null
}

export interface LeafletDraftTable {
  id: string
  procedure: string
  language: Language
  organisation: string | null
  base: string | null
  body: string
  reasons: string
  revision: number
  saved_by_id: string
  saved_by: string
  saved_at: Date
}

export interface LeafletRemarkTable {
  entry: string
  version: string
  path: string | null
  words: string
  author_id: string
  author: string
  written_at: Date
}
