/** The table of migrations/0016_figure.sql. */

export interface FigureTables {
  registry_figure: RegistryFigureTable
}

export interface RegistryFigureTable {
  id: string
  snapshot: string
  title: string
  finding: string
  kind: string
  author: string
  author_id: string
  published_at: Date
  digest: string
  /** The released figure, JSON. */
  released: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  reason: string | null
}
