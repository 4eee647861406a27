/** A published result of another registry: shown as a reference beside a figure, never mixed into it. */

export interface Comparator {
  readonly id: string
  readonly registry: string
  readonly population: string
  readonly measure: 'median-survival-months' | 'proportion'
  readonly estimate: number
  readonly lower: number | null
  readonly upper: number | null
  readonly of: number | null
  readonly source: string
  /** Read in the source itself, or only in a copy. */
  readonly verified: boolean
}
