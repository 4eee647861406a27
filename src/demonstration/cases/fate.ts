/** What becomes of an invented patient after treatment, decided before the case is told. */

import type { Chance } from '../random.ts'
import { daysAMonth, outlookOf, timeAt } from '../registry/outlook.ts'
import { dealDeaths, type Watched } from './deaths.ts'

/** Days count from the first session. */
export interface Fate {
  readonly diesAfter: number
  readonly progressesAfter: number
  /** From 0 to 1: what goes wrong at the first session, by the procedure's risk. */
  readonly luck: number
  /** Whether it progresses where it was treated. */
  readonly locally: boolean
  /** From when nobody hears of the patient any more; null for most. */
  readonly lostAfter: number | null
  /** One of three at one service whose follow-up nobody recorded. */
  readonly unfollowed: boolean
  /** A slip of the pen that the data's queries find. */
  readonly slip: 'scan-a-year-early' | 'size-in-tenths' | null
}

export interface Awaiting {
  readonly procedure: string
  readonly site: string
  readonly intent: 'supportive' | 'disease-modifying'
  readonly urgency: 'elective' | 'urgent' | 'emergency'
  readonly refused: boolean
  /** Days since the referral. */
  readonly age: number
  /** Its service follows everybody up. */
  readonly chases: boolean
  readonly mayBeUnfollowed: boolean
}

/** Nobody knows from a few weeks on; later. */
const lostSoon = 0.017
const lostLater = 0.02
const slipShare = 0.012

/** Alive, so that somebody can still be asked. */
const wellAndKnown = { diesAfter: 5000, progressesAfter: 5000, lostAfter: null, slip: null }

/** How many are without follow-up. */
const unfollowedCount = 3

/** Deals each patient a fate, so that each kind of them fares as the outlook says. */
export function dealFates(chance: Chance, patients: readonly Awaiting[]): readonly Fate[] {
  const unfollowed = new Set(
    patients.filter(({ mayBeUnfollowed, refused }) => mayBeUnfollowed && !refused).slice(0, unfollowedCount),
  )
  const evenly = evenlyBy()
  const lost = patients.map(({ chases }) => (chases ? null : lostOf(chance)))
  const deaths = deathsOf(chance, patients, lost, unfollowed)
  return patients.map((patient, index): Fate => {
    const { procedure, site, age } = patient
    const { progression, local } = outlookOf(procedure, site)
    // Those with much time behind them fare no better or worse than those with little.
    const period = Math.floor(age / 270)
    const fate = {
      diesAfter: deaths[index] ?? wellAndKnown.diesAfter,
      progressesAfter: timeAt(progression, evenly(`${procedure} ${site}`, period, 0.7548776662)) * daysAMonth,
      luck: evenly(procedure, 0, 0.569840291),
      locally: chance.next() < local,
      lostAfter: lost[index] ?? null,
      unfollowed: unfollowed.has(patient),
      slip: chance.next() < slipShare ? chance.pick(['scan-a-year-early', 'size-in-tenths'] as const) : null,
    }
    return fate.unfollowed ? { ...fate, ...wellAndKnown } : fate
  })
}

/** Steps of an irrational number fill the range from 0 to 1 as evenly as it can be, at any count. */
function evenlyBy(): (kind: string, period: number, step: number) => number {
  const dealt = new Map<string, number>()
  return (kind, period, step) => {
    const key = `${kind} ${period} ${step}`
    const nth = dealt.get(key) ?? 0
    dealt.set(key, nth + 1)
    const at = (0.5 + period * 0.324717957 + nth * step) % 1
    return Math.min(0.9995, Math.max(0.0005, at))
  }
}

function lostOf(chance: Chance): number | null {
  const [luck, when] = [chance.next(), chance.next()]
  if (luck < lostSoon) return 8 + when * 20
  return luck < lostSoon + lostLater ? 40 + when * 500 : null
}

function deathsOf(
  chance: Chance,
  patients: readonly Awaiting[],
  lost: readonly (number | null)[],
  unfollowed: ReadonlySet<Awaiting>,
): readonly number[] {
  const deaths: number[] = []
  const indices = patients.flatMap((patient, at) => (patient.refused || unfollowed.has(patient) ? [] : [at]))
  const kinds = Map.groupBy(indices, (at) => `${patients[at]?.procedure} ${patients[at]?.site}`)
  for (const own of kinds.values()) {
    const [first] = own.map((at) => patients[at])
    if (!first) continue
    const { survival } = outlookOf(first.procedure, first.site)
    const watched = own.map((at) => watchedOf(patients[at] ?? first, lost[at] ?? null))
    for (const [place, day] of dealDeaths(chance, survival, watched).entries())
      deaths[own[place] as number] = day
  }
  return deaths
}

/** Days from the referral to the first session, about. */
const waitOf = ({ urgency }: Awaiting) => (urgency === 'elective' ? 28 : 2)

const visits = {
  supportive: [0, 30, 38, 102],
  'disease-modifying': [0, 30, 75, 102, 183, 274, 365, 548, 730, 913, 1096],
} as const

function watchedOf(patient: Awaiting, lost: number | null): Watched {
  const present = patient.age - waitOf(patient)
  const until = lost === null ? present : Math.min(present, lost)
  return { seen: visits[patient.intent].findLast((day) => day <= until) ?? 0, until: present }
}
