/** What answers need of a solver: the core says what is asked, the adapter that holds the solver answers it. */

import type { PathwaysAnswer, PathwaysProblem } from '../siting/pathways.ts'
import type { CoveringProblem, SitingAnswer, SitingProblem } from '../siting/problem.ts'

/** Where work has got to. */
export interface State {
  readonly phase: string
  readonly best: number
  readonly bound: number
  readonly gap: number
  readonly seconds: number
}

export interface Run {
  readonly signal?: AbortSignal
  readonly onProgress?: (state: State) => void
  readonly timeLimitSeconds: number
}

export interface Solver {
  readonly pMedian: (problem: SitingProblem, run: Run) => Promise<SitingAnswer>
  readonly covering: (problem: CoveringProblem, run: Run) => Promise<SitingAnswer>
  readonly fewestPathways: (problem: PathwaysProblem, run: Run) => Promise<PathwaysAnswer>
}
