/**
 * A figure, before and after the gate. Before it, a figure can only be asked to show itself through a gate; after
 * it, it is plain data: what pages, files and the command line hold.
 */

import type { Lone } from '../disclosure/lone.ts'
import type { OrganisationCounts, ShownCounts } from '../disclosure/organisations.ts'
import type { Audience, Released } from '../disclosure.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Chart } from './chart.ts'
import type { Comparator } from './comparator.ts'

/** A number as it may be shown: '*' stands for one that is withheld. */
export type Shown = number | '*'

/** One count of a figure. */
export interface Count {
  /** By which the figure asks for it. */
  readonly key: string
  /** What it counts, the same in every area, such as 'known'. */
  readonly what: string
  readonly value: number
  /** The nation or region that it is of; null: of the whole nation, or of one's own service. */
  readonly area: string | null
  /** Of a region: the nation that it is in. A nation's count is that of its regions. */
  readonly nation?: string
  /** The area is a nation, beside the regions that it is made of. */
  readonly isNation?: boolean
}

/** Within each area, `whole` counts the rows of all `parts` together. */
export interface Sum {
  readonly whole: string
  readonly parts: readonly string[]
}

/** What a figure asks the gate for: the only way from its numbers to a page. */
export interface Gate {
  /** Numbers are shown as they are. */
  readonly exact: boolean
  readonly audience: Audience
  /** The largest count that is withheld, and to what others are rounded; 0 and 1 where they are exact. */
  readonly largestWithheld: number
  readonly rounding: number
  readonly count: (key: string) => Shown
  /** Counts of all organisations side by side, as they are shown to others, by code. */
  readonly others: (counts: readonly OrganisationCounts[]) => ReadonlyMap<string, ShownCounts>
  /** A number computed from these counts; null where one of them is withheld. */
  readonly number: (value: number, digits: number, from: readonly string[]) => number | null
  /** Whether this organisation may be named beside its result. */
  readonly names: (organisation: string) => boolean
}

export interface Heading {
  readonly heading: string
  readonly number?: boolean
}

export type TableCell = string | number | null

export interface Table {
  readonly caption: string
  readonly columns: readonly Heading[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** Of the rows of the cohort: to how many the endpoint applies, how many of these are old enough to have the outcome, have it recorded, and lack it. */
export interface Denominators {
  readonly inCohort: Shown
  /** What one of them is: 'patient', 'treatment'. */
  readonly unit: string
  readonly applies: Shown
  readonly due: Shown
  readonly known: Shown
  readonly missing: Shown
}

/** All that a figure shows. */
export interface Picture {
  readonly finding: string
  readonly chart: Chart
  /** Sentences under the picture: what is drawn, what is not and why. */
  readonly reading?: readonly string[]
  readonly table: Table
  readonly further: readonly Table[]
  readonly denominators: Denominators
  /** Sentences: how much of what is due is there, and how long subjects were followed. */
  readonly completeness: readonly string[]
  readonly notes: readonly string[]
}

export interface Policy {
  readonly id: string
  readonly words: string
}

/** A figure as it leaves: plain data, the same for whoever computes it. */
export interface FigureData extends Picture {
  readonly spec: FigureSpec
  readonly asOf: string
  readonly audience: Audience
  readonly policy: Policy
  /** Sentences that define the endpoint. */
  readonly definition: readonly string[]
  readonly comparators: readonly Comparator[]
  /** Whether anything was withheld. */
  readonly withheld: boolean
}
export type ReleasedFigure = Released<FigureData>

/** A figure before the gate: its numbers are out of reach but for `release`. */
export interface Figure {
  readonly spec: FigureSpec
  readonly asOf: string
  /** Whose rows it is computed from. */
  readonly extent: Extent
  readonly counts: readonly Count[]
  readonly sums: readonly Sum[]
  readonly definition: readonly string[]
  readonly comparators: readonly Comparator[]
  /** Rows of single patients are drawn, each by itself. */
  readonly individual: boolean
  readonly show: (gate: Gate) => Picture
}

/** National, below national level, or of one organisation alone. */
export type Extent =
  | { readonly of: 'nation' }
  | {
      readonly of: 'areas'
      readonly areas: readonly { readonly name: string; readonly nation: string }[]
      readonly lone: Lone
    }
  | { readonly of: 'organisation'; readonly organisation: string; readonly nation: string }
  /** Several organisations, named one by one: nobody but they may have it. */
  | { readonly of: 'organisations'; readonly nations: readonly string[] }
