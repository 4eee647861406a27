/** The words of siting: what is asked, what is answered, and what is said while it is being worked out. */

import type { Facility } from './facility.ts'

/** Where new services should be: areas to serve, sites that serve them or may, minutes between. */
export interface SitingProblem {
  /** Weight: residents, expected patients or whatever counts; not below 0. */
  readonly areas: readonly { readonly code: string; readonly weight: number }[]
  /** Fixed: open already, and stays open. */
  readonly sites: readonly { readonly code: string; readonly fixed: boolean }[]
  /** Row by row of sites: minutes of site `s` to area `a` at `s * areas.length + a`; Infinity: no way. */
  readonly minutes: Float32Array
  /** How many sites may open beside the fixed ones. */
  readonly p: number
  /**
   * What an area counts that has no way to any open site, at least the longest of the minutes. Left out: every area
   * that some site reaches must be reached, and a p too small for that is infeasible.
   */
  readonly unreachedMinutes?: number | undefined
}

/** Most people within some minutes of an open site. */
export interface CoveringProblem extends SitingProblem {
  readonly within: number
}

export interface SitingAnswer {
  /**
   * `optimal`: proven, to a gap of 1e-9. `stopped`: the time was up; bound and gap say how far from proven.
   * `infeasible`: nothing meets the conditions. `degenerate`: the question makes no choice, or no sense.
   */
  readonly outcome: 'optimal' | 'stopped' | 'infeasible' | 'degenerate'
  /** In a sentence, where there is more to say than the figures. */
  readonly why: string | null
  /** Codes of all that is open, the fixed ones with them; in the order of the problem. */
  readonly open: readonly string[]
  /** Of these, the new ones. */
  readonly opened: readonly string[]
  /** Of a p-median: weight times minutes, summed. Of a covering: the weight within. NaN: there is none. */
  readonly objective: number
  /** What no choice can better: at most the objective of a p-median, at least that of a covering. */
  readonly bound: number
  /** Between the two, relative to the objective. */
  readonly gap: number
  /** Areas that no site reaches, open or not; they are left out. */
  readonly unreachable: readonly string[]
  /** Areas that some site reaches, but none that is open. */
  readonly unreached: readonly string[]
}

/** How far a search is. */
export interface SolveState {
  readonly phase: 'preparing' | 'bounding' | 'branching'
  /** As in the answer; NaN: none yet. */
  readonly bound: number
  readonly best: number
  readonly gap: number
}

/** What a search is watched by: it asks now and then whether to stop, and says how far it is. */
export interface Watch {
  stop(): boolean
  /** Seconds until it will have to. */
  secondsLeft(): number
  report(state: SolveState): void
  /** Takes over what the bounds leave, if there is one. */
  readonly exact?: Exact | undefined
}

/** A solver of mixed-integer programs, given what is left of a problem and the best answer known. */
export type Exact = (facility: Facility, open: readonly number[], watch: ExactWatch) => ExactAnswer

export interface ExactWatch {
  stop(): boolean
  secondsLeft(): number
  report(bound: number, best: number): void
}

export interface ExactAnswer {
  /** Null: none better than was known. */
  readonly open: readonly number[] | null
  readonly bound: number
  /** Nothing costs less, beyond the solver's tolerances. */
  readonly proven: boolean
}

/** Between a bound and the best known, relative to the latter. */
export function gapBetween(best: number, bound: number): number {
  if (best === bound) return 0
  return Math.abs(best - bound) / Math.max(Math.abs(best), Number.MIN_VALUE)
}
