/** An answer where there is nothing to compute: why, in plain words, beside what the question was about. */

import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { basisOf, type Situation, standings } from './situation.ts'

export function explained(
  situation: Situation,
  question: Question,
  why: string,
  outcome: 'explained' | 'infeasible' = 'explained',
): Answer {
  const standing = standings(situation.network, question.procedure)
  return {
    outcome,
    sentence: `${why}.`,
    why,
    sites: situation.network.sites.map(({ code, name, nation, latitude, longitude }) => ({
      ...{ code, name, nation, latitude, longitude },
      role: standing.get(code) === 'here' ? 'offers' : 'other',
      saves: null,
    })),
    pathways: [],
    gaps: [],
    steps: [],
    change: null,
    proof: null,
    unreachable: { people: 0, areas: 0 },
    basis: basisOf(situation, question),
  }
}
