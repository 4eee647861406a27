/** What the solver's threads are asked and what they answer: the messages, and which function answers which. */

import { covering } from '#core/network/siting/covering.ts'
import { pMedian } from '#core/network/siting/p-median.ts'
import { fewestPathways, type PathwaysAnswer, type PathwaysProblem } from '#core/network/siting/pathways.ts'
import type {
  CoveringProblem,
  SitingAnswer,
  SitingProblem,
  SolveState,
  Watch,
} from '#core/network/siting/problem.ts'

export type Question =
  | { readonly kind: 'p-median'; readonly problem: SitingProblem }
  | { readonly kind: 'covering'; readonly problem: CoveringProblem }
  | { readonly kind: 'pathways'; readonly problem: PathwaysProblem }

export type Answer = SitingAnswer | PathwaysAnswer

/** To a thread. */
export interface Asked {
  readonly id: string
  readonly question: Question
  readonly timeLimitSeconds: number
}

/** From a thread: how far it is, or the answer. */
export type Said =
  | { readonly id: string; readonly state: SolveState; readonly seconds: number }
  | { readonly id: string; readonly answer: Answer; readonly seconds: number }

export function answerTo(question: Question, watch: Watch): Answer {
  if (question.kind === 'p-median') return pMedian(question.problem, watch)
  if (question.kind === 'covering') return covering(question.problem, watch)
  return fewestPathways(question.problem, watch)
}
