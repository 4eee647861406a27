/** Asks the solver's threads where services should be: the only way to it for the rest of the program. */

import { randomUUID } from 'node:crypto'
import type { PathwaysAnswer, PathwaysProblem } from '#core/network/siting/pathways.ts'
import type {
  CoveringProblem,
  SitingAnswer,
  SitingProblem,
  SolveState,
} from '#core/network/siting/problem.ts'
import { openPool, type Pool } from './pool.ts'
import type { Answer, Question } from './question.ts'

/** How far a search is, and how long it has been at it. */
export interface Progress extends SolveState {
  readonly seconds: number
}

export interface Run {
  /** What the search goes by in messages; a new one if left out. */
  readonly id?: string
  /** Aborted: the search ends at once, and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** At most ten times a second. */
  readonly onProgress?: ((state: Progress) => void) | undefined
  /** When it is up, the best known is the answer, as `stopped`, with its bound. */
  readonly timeLimitSeconds: number
  /** Whose threads; the program's own if left out. */
  readonly pool?: Pool
}

let shared: Pool | undefined

export async function solvePMedian(problem: SitingProblem, run: Run): Promise<SitingAnswer> {
  return (await ask({ kind: 'p-median', problem }, run)) as SitingAnswer
}

export async function solveCovering(problem: CoveringProblem, run: Run): Promise<SitingAnswer> {
  return (await ask({ kind: 'covering', problem }, run)) as SitingAnswer
}

export async function solveFewestPathways(problem: PathwaysProblem, run: Run): Promise<PathwaysAnswer> {
  return (await ask({ kind: 'pathways', problem }, run)) as PathwaysAnswer
}

/** Ends the program's threads. They hold nobody up: only a test that counts threads needs this. */
export async function closeSolver(): Promise<void> {
  await shared?.close()
  shared = undefined
}

async function ask(question: Question, run: Run): Promise<Answer> {
  shared ??= run.pool ? undefined : openPool()
  const pool = run.pool ?? (shared as Pool)
  const said = await pool.run({
    asked: { id: run.id ?? randomUUID(), question, timeLimitSeconds: run.timeLimitSeconds },
    signal: run.signal,
    onSaid: (said) => {
      if ('state' in said) run.onProgress?.({ ...said.state, seconds: said.seconds })
    },
  })
  if (!('answer' in said)) throw new Error('The solver’s last word was not an answer.')
  return said.answer
}
