/** Who is referred when, and with what: the plans of a service's invented cases, before anything of them is told. */

import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Chance } from '../random.ts'
import { type Disease, diseaseFor, frequencies } from './diseases.ts'
import type { MdtTeam } from './meetings.ts'
import { inventPatient } from './patients.ts'
import type { CasePlan } from './plan.ts'
import type { ServiceEntries } from './service-record.ts'
import { at, between, days, weighted, workingDay } from './story.ts'
import { type Colleague, referrerOf, type Team } from './team.ts'

/** Of how many years patients are told. */
export const years = 3

export interface Coming {
  readonly referredAt: Date
  readonly plannedFor?: Date
}

/**
 * More this year than three years ago; some in these days, and some to be treated today, so that every
 * work list has something on it whatever the day of the week.
 */
export function arrivalsOf(luck: Chance, count: number, now: Date): readonly Coming[] {
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

export interface Arrival extends Coming {
  readonly number: number
  readonly procedures: readonly string[]
  readonly team: Team
  readonly record: ServiceEntries
  readonly teams: readonly MdtTeam[]
  readonly from: readonly string[]
  /** Whom one can enter as, by organisation. */
  readonly known: ReadonlyMap<string, readonly Colleague[]>
  readonly chases: boolean
  readonly now: Date
}

export type Plan = Omit<CasePlan, 'fate'>

export function planOf(luck: Chance, arrival: Arrival): Plan {
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

/**
 * Somebody for radioembolisation in place of another: referred four weeks ago, treated in three, so that the
 * physicist has an activity to plan whatever the day.
 */
export function spheresToCome(luck: Chance, arrival: Arrival): Plan {
  const { now, procedures } = arrival
  const planned = planOf(luck, {
    ...arrival,
    procedures: procedures.filter((each) => techniquesFor(each).includes('radioembolisation')),
    referredAt: at(workingDay(days(now, -28)), 10),
    plannedFor: at(workingDay(days(now, 21)), 10),
  })
  return { ...planned, refused: false, urgency: 'elective' }
}
