/** Answers a question about the network: by arithmetic where that is enough, else by the solver. */

import type { Answer } from './answer.ts'
import { pathwaysAnswer } from './pathways-answer.ts'
import type { Question } from './question.ts'
import { recipientsAnswer } from './recipients-answer.ts'
import { servicesAnswer } from './services-answer.ts'
import type { Situation } from './situation.ts'
import type { Run, Solver } from './solver.ts'

/**
 * The answer to a question, proven best or with its bound and gap. What cannot be answered is explained in plain
 * words: nobody offers the procedure, more is asked than can be reached, there is nothing to choose from.
 *
 * @param run its signal stops the solver, which then answers with the best so far or not at all
 */
export async function answerTo(
  question: Question,
  situation: Situation,
  solver: Solver,
  run: Run,
): Promise<Answer> {
  switch (question.kind) {
    case 'recipients':
      return recipientsAnswer(question, situation)
    case 'pathways':
      return pathwaysAnswer(question, situation, solver, run)
    case 'services':
      return servicesAnswer(question, situation, solver, run)
  }
}
