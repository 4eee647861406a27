/** Two editions laid side by side: service by service and in total, through openings, closures and mergers. */
import type { ProvisionClass } from './provision.ts'
import type { Answers } from './questionnaire.ts'

/** One edition as the comparison needs it. */
export interface ComparedEdition {
  readonly id: string
  readonly members: readonly string[]
  readonly responses: ReadonlyMap<string, Answers>
}

/** An organisation of the directory, for its name and its successor after a merger. */
export interface ComparedOrganisation {
  readonly code: string
  readonly name: string
  readonly successor: string | null
}

export type Change =
  /** Asked and answered in both, of the same class. */
  | 'same-class'
  | 'changed-class'
  /** Only in the later edition, and no merger explains it. */
  | 'opened'
  /** Only in the earlier edition, without a successor. */
  | 'closed'
  /** Only in the earlier edition; a successor carries on. */
  | 'merged'
  /** Asked in both; one of them has no answer, or none that decides a class. */
  | 'not-answered'

export interface ServiceChange {
  readonly code: string
  readonly name: string
  readonly change: Change
  readonly from: ProvisionClass | null
  readonly to: ProvisionClass | null
  readonly answeredFrom: boolean
  readonly answeredTo: boolean
  readonly askedFrom: boolean
  readonly askedTo: boolean
  /** Procedures offered only in the later, and only in the earlier, edition; empty where either is not known. */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** Merged into: the organisation that carries on. */
  readonly successor: string | null
  /** Organisations of the earlier edition that this one carries on. */
  readonly predecessors: readonly string[]
}

export interface Comparison {
  readonly from: string
  readonly to: string
  readonly services: readonly ServiceChange[]
  readonly totals: Readonly<Record<Change, number>>
  /** How many moved from one class to another, answered in both; the same class included. */
  readonly transitions: readonly { from: ProvisionClass; to: ProvisionClass; count: number }[]
  readonly classes: readonly { class: ProvisionClass; from: number; to: number }[]
  readonly procedures: readonly {
    procedure: string
    from: number
    to: number
    gained: number
    lost: number
  }[]
}
