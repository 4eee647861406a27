/** The twelve fictional services whose cases the demonstration shows, and the three thousand cases. */

import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { type Chance, chance } from '../random.ts'
import { type Disease, diseaseFor, frequencies } from './diseases.ts'
import { type Awaiting, dealFates } from './fate.ts'
import { type MdtTeam, teamsOf } from './meetings.ts'
import { neighboursPathways, type PathwaysTold } from './pathways.ts'
import { type InventedPatient, inventPatient } from './patients.ts'
import type { CasePlan } from './plan.ts'
import { type ServiceEntries, serviceRecord } from './service-record.ts'
import { at, between, days, type Saying, weighted, workingDay } from './story.ts'
import { type Colleague, referrerOf, type Team, teamOf } from './team.ts'
import { tell } from './tell.ts'

export const serviceCount = 12
export const caseCount = 3000
const years = 3

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
      care,
    })
    const share = Math.floor(count / codes.length) + (index < count % codes.length ? 1 : 0)
    const arrivals = arrivalsOf(luck, share, now)
    const plans = arrivals.map((coming) =>
      planOf(luck, {
        number: number++,
        procedures,
        team,
        record,
        teams,
        ...coming,
        from: neighbours.get(code) ?? [],
        known,
        chases: code === chasing,
        now,
      }),
    )
    planned.push({ luck, care, team, teams, record, plans })
  }
  // Of all services together, for how a kind of patient fares is a matter of all.
  const awaiting = planned.flatMap(({ plans }) => plans.map((plan) => awaitingOf(plan, now)))
  const fates = dealFates(chance(seed * 1000 + 999), awaiting).values()
  for (const [index, { luck, care, team, teams, record, plans }] of planned.entries()) {
    const cases = plans.map((plan): DemonstrationCase => {
      const fate = fates.next().value
      if (!fate) throw new Error('there are more plans than fates')
      const story = { chance: luck, team, now, care, said: [] }
      const { patient, from: referring } = plan
      return { patient, treating: team.organisation, referring, said: tell(story, { ...plan, fate }) }
    })
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

interface Coming {
  readonly referredAt: Date
  readonly plannedFor?: Date
}

/**
 * More this year than three years ago; some in these days, and some to be treated today, so that every
 * work list has something on it whatever the day of the week.
 */
function arrivalsOf(luck: Chance, count: number, now: Date): readonly Coming[] {
  const recently = Math.min(14, Math.ceil(count / 5))
  const dueToday = Math.min(7, Math.ceil(count / 5))
  return Array.from({ length: count }, (_, index): Coming => {
    const recent = index < recently
    const today = !recent && index < recently + dueToday
    const age = recent
      ? luck.next() * 6
      : today
        ? 24 + luck.next() * 20
        : 365 * years * (1 - Math.sqrt(luck.next()))
    const usual = at(workingDay(days(now, -age - 0.2)), 8 + luck.whole(9), luck.whole(60))
    const referredAt = usual < now ? usual : days(now, -0.05 - luck.next())
    return today ? { referredAt, plannedFor: at(now, 8 + index - recently, 30) } : { referredAt }
  }).toSorted((one, other) => one.referredAt.getTime() - other.referredAt.getTime())
}

interface Arrival extends Coming {
  readonly number: number
  readonly procedures: readonly string[]
  readonly team: Team
  readonly record: ServiceEntries
  readonly teams: readonly MdtTeam[]
  readonly from: readonly string[]
  readonly known: CasesOptions['known']
  readonly chases: boolean
  readonly now: Date
}

type Plan = Omit<CasePlan, 'fate'>

function planOf(luck: Chance, arrival: Arrival): Plan {
  const { number, procedures, team, record, teams, referredAt, plannedFor, from, known } = arrival
  const procedure = weighted(
    luck,
    procedures.map((each) => [each, frequencies[each] ?? 0] as const),
  )
  const disease = diseaseFor(luck, procedure)
  const treats = techniquesFor(procedure).some((each) =>
    ['ablation', 'chemotherapy', 'radioembolisation', 'brachytherapy'].includes(each),
  )
  const elsewhere = treats ? 0.45 : 0.12
  const referringFrom = from.length > 0 && luck.next() < elsewhere ? luck.pick(from) : team.organisation
  const referrer = referrerOf(referringFrom, known.get(referringFrom) ?? [])
  const spheres = techniquesFor(procedure).includes('radioembolisation')
  const urgency = urgencyOf(luck, procedure)
  return {
    patient: inventPatient(luck, number, disease),
    procedure,
    disease,
    intent: treats ? 'disease-modifying' : 'supportive',
    urgency,
    refused: urgency === 'elective' && luck.next() < 0.04,
    referredAt,
    from: referringFrom,
    referrer,
    radiologist: spheres ? (team.radiologists[0] ?? team.lead) : luck.pick(team.radiologists),
    side: disease.sided ? luck.pick(['left', 'right'] as const) : null,
    service: record,
    chases: arrival.chases,
    ...(plannedFor ? { plannedFor } : {}),
    mdt: mdtOf(teams, disease),
  }
}

function mdtOf(teams: readonly MdtTeam[], { team }: Disease): MdtTeam {
  const found = teams.find(({ name }) => name === team)
  if (!found) throw new Error(`no MDT discusses what ${team} does`)
  return found
}

const urgentShare: Readonly<Record<string, number>> = {
  nephrostomy: 0.75,
  'biliary-drainage-and-stenting': 0.6,
  'image-guided-drainage': 0.5,
  'ureteric-stenting': 0.3,
  'vena-caval-filtration': 0.7,
  'gastrointestinal-stenting': 0.4,
}

function urgencyOf(luck: Chance, procedure: string): CasePlan['urgency'] {
  if (luck.next() > (urgentShare[procedure] ?? 0.02)) return 'elective'
  return between(luck, 0, 1, 2) < 0.15 ? 'emergency' : 'urgent'
}
