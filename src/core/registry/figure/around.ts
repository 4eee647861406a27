/** What a figure needs beside its rows. */

export interface FigureOrganisation {
  readonly name: string
  readonly nation: string
  readonly region: string
}

export interface Around {
  /** The snapshot's day, as 2026-11-22. */
  readonly asOf: string
  readonly organisations: ReadonlyMap<string, FigureOrganisation>
  /** People by region, with its nation; for volumes. */
  readonly population: readonly {
    readonly region: string
    readonly nation: string
    readonly people: number
  }[]
  /** Of the census edition that a figure names: whether each organisation declared what is asked about; null: no answer. */
  readonly declared: ReadonlyMap<string, boolean | null> | null
}
