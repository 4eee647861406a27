/** Where new services should be: the problem for the solver, and its answer in words, steps and reach. */

import type { Area, Site, TravelTimes } from '../network.ts'
import { offering } from '../offering.ts'
import type { SitingAnswer, SitingProblem } from '../siting/problem.ts'
import { compareMinutes, nearestMinutes, savedByHome } from '../siting/what-if.ts'
import type { Answer, AnswerSite, AnswerStep, Proof } from './answer.ts'
import { explained } from './explained.ts'
import { countWords, placeWords, type ServicesQuestion } from './question.ts'
import { servicesSentence } from './services-sentence.ts'
import { basisOf, candidateSites, type Situation } from './situation.ts'
import type { Run, Solver } from './solver.ts'

interface Parts {
  readonly existing: readonly Site[]
  /** Those of today that stay where they are. */
  readonly fixed: readonly Site[]
  readonly candidates: readonly Site[]
  /** Places in the areas of the people who count. */
  readonly own: readonly number[]
}

/** Which sites and people the question is about. */
export function partsOf({ network, areas }: Situation, question: ServicesQuestion): Parts {
  const existing = offering(network, question.procedure)
  const moves = ({ nation }: Site) =>
    question.existing === 'free' && (!question.nation || nation === question.nation)
  return {
    existing,
    fixed: existing.filter((site) => !moves(site)),
    candidates: candidateSites(network, question),
    own: areas.flatMap(({ nation, population }, place) =>
      population > 0 && (!question.nation || nation === question.nation) ? [place] : [],
    ),
  }
}

/** Solves it, or explains in plain words why there is nothing to solve. */
export async function servicesAnswer(
  question: ServicesQuestion,
  situation: Situation,
  solver: Pick<Solver, 'pMedian' | 'covering'>,
  run: Run,
): Promise<Answer> {
  const parts = partsOf(situation, question)
  const none = nothingToSolve(question, parts)
  if (none) return explained(situation, question, none)
  const problem = problemOf(question, situation, parts)
  const solved =
    question.aim === 'mean'
      ? await solver.pMedian(problem, run)
      : await solver.covering({ ...problem, within: question.within ?? 0 }, run)
  if (solved.outcome === 'infeasible' || solved.outcome === 'degenerate')
    return explained(
      situation,
      question,
      (solved.why ?? 'No choice of places answers this').replace(/\.$/, ''),
      'infeasible',
    )
  return answerOf(question, situation, parts, solved)
}

function nothingToSolve(question: ServicesQuestion, { candidates, own }: Parts): string | null {
  const place = placeWords(question)
  if (own.length === 0) return `Nobody is known to live in ${place}, so there is nobody to bring nearer`
  if (candidates.length === 0)
    return `No organisation in ${place} could become a service by what you chose: choose among more of them`
  if (question.count > candidates.length)
    return `There are only ${countWords(candidates.length, 'organisation', 'organisations')} to choose from in ${place}, and you asked for ${question.count}`
  return null
}

function problemOf(
  question: ServicesQuestion,
  { areas, times }: Situation,
  { fixed, candidates, own }: Parts,
): SitingProblem {
  const sites = [
    ...fixed.map(({ code }) => ({ code, fixed: true })),
    ...candidates.map(({ code }) => ({ code, fixed: false })),
  ]
  return {
    areas: own.map((place) => {
      const { code, population } = areas[place] as Area
      return { code, weight: population }
    }),
    sites,
    minutes: minutesOf(times, sites, own),
    p: question.count,
    ...(question.aim === 'mean' ? { unreachedMinutes } : {}),
  }
}

/** What a person counts who has no way by road, in minutes: longer than any way within the country. */
export const unreachedMinutes = 1440

/** The rows of some sites, at some areas. */
export function minutesOf(
  times: TravelTimes,
  sites: readonly { readonly code: string }[],
  own: readonly number[],
): Float32Array {
  const rows = new Map(times.sites.map((code, row) => [code, row]))
  const minutes = new Float32Array(sites.length * own.length).fill(Number.POSITIVE_INFINITY)
  sites.forEach(({ code }, site) => {
    const row = rows.get(code)
    if (row === undefined) return
    const [from, to] = [row * times.areas.length, site * own.length]
    for (let at = 0; at < own.length; at++)
      minutes[to + at] = times.minutes[from + (own[at] as number)] as number
  })
  return minutes
}

function answerOf(
  question: ServicesQuestion,
  situation: Situation,
  { existing, fixed, own }: Parts,
  solved: SitingAnswer,
): Answer {
  const { network, times, areas } = situation
  const fixedCodes = new Set(fixed.map(({ code }) => code))
  const isNew = new Set(solved.opened)
  const people = own.map((place) => areas[place] as Area)
  const at = (minutes: Float32Array) => own.map((place) => minutes[place] as number)
  const [was, is] = [
    nearestMinutes(
      times,
      existing.map(({ code }) => code),
    ),
    nearestMinutes(times, [...fixedCodes, ...isNew]),
  ]
  const [before, after] = [at(was), at(is)]
  const saves = savedByHome(situation, was, is)
  const change = compareMinutes(people, before, after)
  const steps = stepsOf([...isNew], [...fixedCodes], { times, own, people, before })
  const weights = new Map(areas.map(({ code, population }) => [code, population]))
  const unreachable = solved.unreachable.reduce((sum, code) => sum + (weights.get(code) ?? 0), 0)
  const proof = proofOf(question, solved, change.after.people - unreachable)
  const names = new Map(network.sites.map(({ code, name }) => [code, name]))
  return {
    outcome: solved.outcome === 'stopped' ? 'stopped' : 'optimal',
    sentence: servicesSentence(question, {
      names: steps.map(({ code }) => names.get(code) ?? code),
      helping: steps.filter(({ people: served }) => served > 0).length,
      change,
      within:
        question.within === null
          ? null
          : {
              before: peopleWithin(people, before, question.within),
              after: peopleWithin(people, after, question.within),
            },
      isBest: solved.outcome !== 'stopped',
    }),
    why: solved.why,
    sites: network.sites.map(({ code, name, nation, latitude, longitude }): AnswerSite => {
      const wasThere = existing.some((site) => site.code === code)
      const role = wasThere
        ? fixedCodes.has(code) || isNew.has(code)
          ? 'offers'
          : 'left-out'
        : isNew.has(code)
          ? 'new'
          : 'other'
      return { code, name, nation, latitude, longitude, role, saves: saves.get(code) ?? null }
    }),
    pathways: [],
    gaps: [],
    steps,
    change,
    proof,
    unreachable: { people: unreachable, areas: solved.unreachable.length },
    basis: basisOf(situation, question),
  }
}

function peopleWithin(people: readonly Area[], minutes: readonly number[], within: number): number {
  return people.reduce(
    (sum, { population }, at) => sum + ((minutes[at] as number) <= within ? population : 0),
    0,
  )
}

interface Serving {
  readonly times: TravelTimes
  readonly own: readonly number[]
  readonly people: readonly Area[]
  readonly before: readonly number[]
}

/** Of each new place: who would go there, and how much shorter their way is; the most people first. */
function stepsOf(
  open: readonly string[],
  fixed: readonly string[],
  { times, own, people, before }: Serving,
): readonly AnswerStep[] {
  const sites = [...fixed, ...open].map((code) => ({ code }))
  const minutes = minutesOf(times, sites, own)
  const tallies = open.map(() => ({ people: 0, known: 0, saved: 0 }))
  for (let at = 0; at < own.length; at++) {
    let [best, least] = [-1, Number.POSITIVE_INFINITY]
    for (let site = 0; site < sites.length; site++) {
      const way = minutes[site * own.length + at] as number
      if (way < least) [best, least] = [site, way]
    }
    const tally = tallies[best - fixed.length]
    if (!tally) continue
    const { population } = people[at] as Area
    tally.people += population
    const saved = (before[at] as number) - least
    if (Number.isFinite(saved)) {
      tally.known += population
      tally.saved += population * saved
    }
  }
  return open
    .map((code, at): AnswerStep => {
      const { people: served, known, saved } = tallies[at] as (typeof tallies)[number]
      return { code, to: null, people: served, minutes: known > 0 ? saved / known : null }
    })
    .sort((one, other) => other.people - one.people)
}

function proofOf(
  { aim, within }: ServicesQuestion,
  { objective, bound, gap }: SitingAnswer,
  counted: number,
): Proof {
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  // Of a p-median the solver counts people times minutes; a reader thinks in minutes of one person.
  const per = aim === 'mean' ? Math.max(1, counted) : 1
  return {
    unit: aim === 'mean' ? 'minutes on average' : `people within ${within} minutes`,
    objective: objective / per,
    bound: finite(bound / per),
    gap: finite(gap),
  }
}
