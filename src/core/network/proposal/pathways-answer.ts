/** The fewest new referral pathways: the model for the solver, and its answer in words, steps and reach. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import { standingAt } from '../gaps.ts'
import type { Area } from '../network.ts'
import type { PathwaysAnswer } from '../siting/pathways.ts'
import { compareMinutes, savedByHome } from '../siting/what-if.ts'
import type { Answer, AnswerPathway, AnswerSite, SiteRole } from './answer.ts'
import { explained } from './explained.ts'
import { type PathwaysModel, type PossiblePathway, pathwaysModel } from './pathways-problem.ts'
import { countWords, minutesWords, type PathwaysQuestion, percent, placeWords } from './question.ts'
import { peopleWords, several } from './services-sentence.ts'
import { basisOf, type Situation } from './situation.ts'
import type { Run, Solver } from './solver.ts'
import { minutesToTreatment, placesOf } from './way-today.ts'

export async function pathwaysAnswer(
  question: PathwaysQuestion,
  situation: Situation,
  solver: Pick<Solver, 'fewestPathways' | 'covering'>,
  run: Run,
): Promise<Answer> {
  const model = pathwaysModel(question, situation)
  const none = nothingToSolve(question, situation, model)
  if (none) return explained(situation, question, none.why, none.outcome)
  const covered =
    question.share === null
      ? await bestPathways(model, question.count ?? 0, solver, run)
      : await solver.fewestPathways(model.problem, run)
  if (covered.outcome === 'infeasible' || covered.outcome === 'degenerate')
    return explained(
      situation,
      question,
      (covered.why ?? 'No set of pathways answers this').replace(/\.$/, ''),
      'infeasible',
    )
  return answerOf(question, situation, model, covered)
}

type Chosen = Pick<PathwaysAnswer, 'outcome' | 'why' | 'pathways' | 'objective' | 'bound' | 'gap'>

/** So many pathways that reach most: a maximal covering, in which each possible pathway is a place that could open. */
async function bestPathways(
  { problem }: PathwaysModel,
  count: number,
  { covering }: Pick<Solver, 'covering'>,
  run: Run,
): Promise<Chosen> {
  const { areas, options } = problem
  const all = areas.reduce((sum, { weight }) => sum + weight, 0)
  if (count >= options.length)
    return { outcome: 'optimal', why: null, pathways: options, objective: all, bound: all, gap: 0 }
  const minutes = new Float32Array(options.length * areas.length).fill(Number.POSITIVE_INFINITY)
  options.forEach((option, at) => {
    for (const area of Array.from(option.areas)) minutes[at * areas.length + area] = 0
  })
  const sites = options.map((_, at) => ({ code: String(at), fixed: false }))
  const solved = await covering({ areas, sites, minutes, p: count, within: 1 }, run)
  return { ...solved, pathways: options.filter((_, at) => solved.opened.includes(String(at))) }
}

const shareOf = (people: number, all: number): string => percent((100 * people) / Math.max(1, all))

function nothingToSolve(
  question: PathwaysQuestion,
  { network }: Situation,
  model: PathwaysModel,
): { readonly why: string; readonly outcome: 'explained' | 'infeasible' } | null {
  const place = placeWords(question)
  const what = procedureWithin(question.procedure)
  const { people, reachedToday, reachable, tooFar, silent, problem } = model
  if (people === 0)
    return {
      outcome: 'explained',
      why: `Nobody is known to live in ${place}, so there is nobody to bring within reach`,
    }
  if (
    !network.sites.some(({ code }) => standingAt(network, question.procedure, code).availability === 'here')
  )
    return {
      outcome: 'explained',
      why: `No service says that it offers ${what}, so there is nobody to refer to: ask where new services should be`,
    }
  if (question.share === null)
    return problem.options.length > 0
      ? null
      : {
          outcome: 'explained',
          why: `No new referral pathway would bring anybody in ${place} within ${minutesWords(question.within)} of ${what}: allow more minutes, or ask where a new service should be`,
        }
  if (problem.need === 0)
    return {
      outcome: 'explained',
      why: `No new referral pathway is needed: ${shareOf(reachedToday, people)} of the people in ${place} are within reach today, and you asked for ${percent(question.share ?? 0)}`,
    }
  if (reachable < reachedToday + problem.need) {
    const reasons = [
      ...(tooFar > 0
        ? [
            `${peopleWords(tooFar)} live over ${minutesWords(question.within)} from every service that could treat them`,
          ]
        : []),
      ...(silent > 0 ? [`the service nearest to ${peopleWords(silent)} did not say what it offers`] : []),
    ]
    return {
      outcome: 'infeasible',
      why: `${percent(question.share ?? 0)} cannot be reached: with every possible referral pathway it would be ${shareOf(reachable, people)} of the people in ${place}, where today it is ${shareOf(reachedToday, people)}. ${capital(reasons.join(', and '))}. Ask for less, or for more minutes, or where a new service should be`,
    }
  }
  return null
}

function answerOf(
  question: PathwaysQuestion,
  situation: Situation,
  model: PathwaysModel,
  covered: Chosen,
): Answer {
  const { network, areas } = situation
  const chosen = model.options
    .filter(({ from, to }) => covered.pathways.some((pathway) => pathway.from === from && pathway.to === to))
    .sort((one, other) => other.people - one.people)
  const places = placesOf(situation, question.procedure)
  const then = new Map(places)
  for (const { from, to } of chosen) then.set(from, [...(then.get(from) ?? []), to])
  const [before, after] = [minutesToTreatment(situation, places), minutesToTreatment(situation, then)]
  const own = areas.flatMap(({ nation }, place) =>
    !question.nation || nation === question.nation ? [place] : [],
  )
  const at = (minutes: Float32Array) => own.map((place) => minutes[place] as number)
  const people = own.map((place) => areas[place] as Area)
  const reached = at(after).reduce(
    (sum, minutes, place) => sum + (minutes <= question.within ? (people[place] as Area).population : 0),
    0,
  )
  const saves = savedByHome(situation, before, after)
  const isNew = new Set(chosen.map(({ from }) => from))
  const isBest = covered.outcome === 'optimal'
  return {
    outcome: isBest ? 'optimal' : 'stopped',
    sentence: sentenceOf(question, situation, model, chosen, reached, isBest),
    why: covered.why,
    sites: network.sites.map(({ code, name, nation, latitude, longitude }): AnswerSite => {
      const { availability } = standingAt(network, question.procedure, code)
      const role: SiteRole = isNew.has(code) ? 'by-new-pathway' : roles[availability]
      return { code, name, nation, latitude, longitude, role, saves: saves.get(code) ?? null }
    }),
    pathways: chosen.map(({ from, to }): AnswerPathway => ({ from, to, isNew: true })),
    gaps: [],
    steps: chosen.map(({ from, to, people: brought }) => ({
      code: from,
      to,
      people: brought,
      minutes: null,
    })),
    change: compareMinutes(people, at(before), at(after)),
    proof: {
      unit: question.share === null ? 'people brought within reach' : 'new referral pathways',
      objective: covered.objective,
      bound: Number.isFinite(covered.bound) ? covered.bound : null,
      gap: Number.isFinite(covered.gap) ? covered.gap : null,
    },
    unreachable: { people: model.tooFar, areas: 0 },
    basis: basisOf(situation, question),
  }
}

const roles = { here: 'offers', 'by-pathway': 'by-pathway', gap: 'gap', 'no-answer': 'other' } as const

function sentenceOf(
  question: PathwaysQuestion,
  { network }: Situation,
  { people, reachedToday }: PathwaysModel,
  chosen: readonly PossiblePathway[],
  reached: number,
  isBest: boolean,
): string {
  const names = new Map(network.sites.map(({ code, name }) => [code, name]))
  const pairs = chosen.map(({ from, to }) => `${names.get(from) ?? from} to ${names.get(to) ?? to}`)
  const after = `${shareOf(reached, people)} of the people in ${placeWords(question)} would be within ${minutesWords(question.within)} of where their own service treats or refers them for ${procedureWithin(question.procedure)}, where today it is ${shareOf(reachedToday, people)}`
  if (question.share === null)
    return `${capital(countWords(chosen.length, 'new referral pathway', 'new referral pathways'))} (${several(pairs, 2)}) would bring ${peopleWords(reached - reachedToday)} within reach${isBest ? ', more than any others' : ''}: ${after}.`
  const few = isBest ? (chosen.length === 1 ? 'is enough' : 'are enough, and fewer are not') : 'are enough'
  return `${capital(countWords(chosen.length, 'new referral pathway', 'new referral pathways'))} (${several(pairs, 2)}) ${few}: ${after}.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
