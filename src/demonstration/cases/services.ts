/** The twelve fictional services whose cases the demonstration shows, and the three thousand cases. */

import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { chance } from '../random.ts'
import { type Arrival, arrivalsOf, type Plan, planOf, spheresToCome, years } from './arrivals.ts'
import { frequencies } from './diseases.ts'
import { type Awaiting, dealFates, type Fate } from './fate.ts'
import { type MdtTeam, teamsOf } from './meetings.ts'
import { neighboursPathways, type PathwaysTold } from './pathways.ts'
import type { InventedPatient } from './patients.ts'
import { questionnairesOf } from './questionnaires.ts'
import { type ServiceEntries, serviceRecord } from './service-record.ts'
import { days, type Saying, type Story } from './story.ts'
import { type Colleague, type Team, teamOf } from './team.ts'
import { tell } from './tell.ts'

export const serviceCount = 12
export const caseCount = 3000

export interface DemonstrationCase {
  readonly patient: InventedPatient
  readonly treating: string
  readonly referring: string
  readonly said: readonly Saying[]
}

export interface DemonstrationService {
  readonly team: Team
  readonly teams: readonly MdtTeam[]
  readonly record: ServiceEntries
  readonly cases: readonly DemonstrationCase[]
  /** What its neighbours state of referral pathways to it, and what it answered. */
  readonly pathways: PathwaysTold
}

/** The services with most to show: those that said in the census that they provide most of the procedures. */
export function chosenServices(closed: ReadonlyMap<string, Answers>): readonly string[] {
  const told = (answers: Answers) =>
    [answers.supportiveProcedures, answers.diseaseModifyingProcedures]
      .flat()
      .filter((each) => each && frequencies[each])
  return [...closed]
    .map(([code, answers]) => ({ code, count: told(answers).length }))
    .toSorted((one, other) => other.count - one.count || one.code.localeCompare(other.code))
    .slice(0, serviceCount)
    .map(({ code }) => code)
    .toSorted()
}

export interface CasesOptions {
  readonly seed: number
  readonly closed: ReadonlyMap<string, Answers>
  /** Organisations near enough to refer from, by the service's code. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>
  /** Whom one can enter as, by organisation. */
  readonly known: ReadonlyMap<string, readonly Colleague[]>
  readonly now: Date
  readonly count?: number
}

/** Each service with its record and its cases, made one after another so that none waits for all. */
export function* demonstrationServices(options: CasesOptions): Generator<DemonstrationService> {
  const { seed, closed, neighbours, known, now, count = caseCount } = options
  const codes = chosenServices(closed)
  const chasing = codes.find((code) => known.get(code)?.some(({ role }) => role === 'io-lead')) ?? codes[0]
  let number = 0
  const planned = []
  for (const [index, code] of codes.entries()) {
    const luck = chance(seed * 1000 + index)
    const procedures = offered(closed.get(code) ?? {})
    const team = teamOf(luck, code, known.get(code) ?? [])
    const care = 0.86 + 0.11 * luck.next()
    const from = days(now, -365 * years - 60)
    const teams = teamsOf(luck, team, from, now, index)
    const record = serviceRecord({
      chance: luck,
      team,
      procedures,
      teams,
      from,
      now,
      licenceLapses: index === 2,
      questionnaires: questionnairesOf(index, code === chasing, code),
      care,
    })
    const share = Math.floor(count / codes.length) + (index < count % codes.length ? 1 : 0)
    const arrivals = arrivalsOf(luck, share, now)
    const around = { procedures, team, record, teams, from: neighbours.get(code) ?? [], known, now }
    const coming = arrivals.map((each): Arrival => {
      return { ...around, ...each, number: number++, chases: code === chasing }
    })
    const plans = coming.map((each) => planOf(luck, each))
    planned.push({ luck, care, team, teams, record, plans, last: coming.at(-1) })
  }
  // Of all services together, for how a kind of patient fares is a matter of all.
  const awaiting = planned.flatMap(({ plans }) => plans.map((plan) => awaitingOf(plan, now)))
  const fates = dealFates(chance(seed * 1000 + 999), awaiting).values()
  for (const [index, { luck, care, team, teams, record, plans, last }] of planned.entries()) {
    const cases = plans.map((plan) =>
      told({ chance: luck, team, now, care, said: [] }, plan, fates.next().value),
    )
    if (last && offersSpheres(last)) {
      const own = chance(seed * 1000 + 700 + index)
      const plan = spheresToCome(own, last)
      const [fate] = dealFates(own, [awaitingOf(plan, now)])
      // In place of who came last, with dice of its own: so that nothing else that is told changes.
      cases.splice(-1, 1, told({ chance: own, team, now, care: 1, said: [] }, plan, fate))
    }
    const pathways = neighboursPathways({
      chance: chance(seed * 1000 + 500 + index),
      team,
      neighbours: neighbours.get(team.organisation) ?? [],
      closed,
      known,
      now,
    })
    yield { team, teams, record, cases, pathways }
  }
}

function told(story: Story, plan: Plan, fate: Fate | undefined): DemonstrationCase {
  if (!fate) throw new Error('there are more plans than fates')
  const { patient, from: referring } = plan
  return { patient, treating: story.team.organisation, referring, said: tell(story, { ...plan, fate }) }
}

const offersSpheres = ({ procedures }: Arrival) =>
  procedures.some((each) => techniquesFor(each).includes('radioembolisation'))

function awaitingOf(plan: Plan, now: Date): Awaiting {
  const { procedure, intent, urgency, refused, chases } = plan
  const age = (now.getTime() - plan.referredAt.getTime()) / 86_400_000
  const mayBeUnfollowed = chases && procedure.endsWith('-ablation') && age > 170 && age < 330
  return { procedure, site: plan.disease.site, intent, urgency, refused, age, chases, mayBeUnfollowed }
}

/** What the service said that it does, of what the demonstration tells of. */
function offered(answers: Answers): readonly string[] {
  const said = [answers.supportiveProcedures, answers.diseaseModifyingProcedures].flat()
  return Object.keys(frequencies).filter((procedure) => said.includes(procedure))
}
