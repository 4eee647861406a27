/** Patients without end, each with one treatment or a few, and what becomes of them. */

import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Chance } from '../random.ts'
import type { GeneratedOrganisation } from './generate.ts'
import { daysAMonth, outlookOf, riskOf, timeAt } from './outlook.ts'

export interface GeneratedPatient {
  readonly sex: 'female' | 'male'
  readonly birthYear: number
  /** Days since 1970. */
  readonly died: number | null
  readonly lastSeen: number
  readonly treatments: readonly GeneratedTreatment[]
}

export interface GeneratedTumour {
  readonly organ: string
  readonly size: number
  readonly margin: number | null
  readonly efficacy: boolean | null
  /** Days from the start. */
  readonly localProgression: number | null
}

export interface GeneratedSession {
  readonly day: number
  readonly operator: number
  readonly success: boolean
  readonly minutes: number
  /** The grade by CIRSE of its complication; null: none; undefined: nobody looked. */
  readonly cirse: string | null | undefined
  readonly severe: boolean
}

export interface GeneratedTreatment {
  readonly organisation: GeneratedOrganisation
  readonly startedOn: string
  readonly start: number
  readonly procedure: string
  readonly intent: 'disease-modifying' | 'supportive'
  readonly site: string
  readonly icd10: string
  readonly ablation: boolean
  readonly sessions: readonly [GeneratedSession, ...GeneratedSession[]]
  readonly tumours: readonly GeneratedTumour[]
  /** Days from the start. */
  readonly scans: readonly number[]
  readonly progression: number | null
  readonly response: string | null
  readonly change: number | null
  /** 0 to 1, for what nothing else rests on. */
  readonly luck: readonly number[]
}

const mix: readonly (readonly [
  procedure: string,
  site: string,
  icd10: string,
  organ: string,
  weight: number,
])[] = [
  ['selective-internal-radiation-therapy', 'hepatocellular', 'C22', 'liver', 4],
  ['selective-internal-radiation-therapy', 'cholangiocarcinoma', 'C22', 'liver', 2],
  ['selective-internal-radiation-therapy', 'liver-metastases-colorectal', 'C78', 'liver', 3],
  ['selective-internal-radiation-therapy', 'liver-metastases-other', 'C78', 'liver', 1],
  ['selective-internal-radiation-therapy', 'liver-metastases-neuroendocrine', 'C78', 'liver', 1],
  ['selective-internal-radiation-therapy', 'pancreas', 'C25', 'liver', 0.5],
  ['transarterial-chemoembolisation', 'hepatocellular', 'C22', 'liver', 12],
  ['liver-ablation', 'hepatocellular', 'C22', 'liver', 8],
  ['liver-ablation', 'liver-metastases-colorectal', 'C78', 'liver', 9],
  ['kidney-ablation', 'kidney', 'C64', 'kidney', 10],
  ['lung-ablation', 'lung', 'C78', 'lung', 6],
  ['bone-ablation', 'bone', 'C79', 'bone', 3],
  ['nephrostomy', 'prostate', 'C61', 'kidney', 12],
  ['biliary-drainage-and-stenting', 'pancreas', 'C25', 'bile-duct', 10],
  ['image-guided-drainage', 'gynaecological', 'C56', 'peritoneum', 8],
  ['central-venous-catheter', 'breast', 'C50', 'vein', 10],
]
const total = mix.reduce((sum, [, , , , weight]) => sum + weight, 0)

const dayMs = 86_400_000
const years = 8

export function* patientsOf(
  chance: Chance,
  organisations: readonly GeneratedOrganisation[],
  asOf: string,
): Generator<GeneratedPatient> {
  const today = Math.round(Date.parse(`${asOf}T00:00Z`) / dayMs)
  for (;;) yield patientOf(chance, organisations, today)
}

function patientOf(
  chance: Chance,
  organisations: readonly GeneratedOrganisation[],
  today: number,
): GeneratedPatient {
  const start = today - Math.floor(365 * years * (1 - Math.sqrt(chance.next())))
  const kind = kindFrom(chance)
  const [procedure, site] = kind
  const dies =
    start + Math.max(1, Math.round(timeAt(outlookOf(procedure, site).survival, left(chance)) * daysAMonth))
  const lost = chance.next() < 0.06 ? start + 40 + chance.whole(900) : today
  const until = Math.min(dies, lost, today)
  const died = dies <= Math.min(lost, today) ? dies : null
  // Large services do much, small ones little.
  const organisation = organisations[Math.floor(chance.next() ** 2 * organisations.length)]
  if (!organisation) throw new Error('there is no organisation')
  // Whoever lives was seen a while ago, at most at the end of what is known.
  const lastSeen = Math.max(start, until - chance.whole(died === null ? 90 : 40))
  const treatments = [treatmentOf(chance, kind, organisation, start, lastSeen)]
  let at = start
  while (chance.next() < 0.12) {
    at += 190 + chance.whole(500)
    if (at > lastSeen) break
    treatments.push(treatmentOf(chance, kind, organisation, at, lastSeen))
  }
  return {
    sex: chance.next() < 0.44 ? 'female' : 'male',
    birthYear: new Date(start * dayMs).getUTCFullYear() - 35 - chance.whole(30) - chance.whole(27),
    died,
    lastSeen,
    treatments,
  }
}

const left = (chance: Chance) => Math.max(1e-9, 1 - chance.next())

function kindFrom(chance: Chance): (typeof mix)[number] {
  let rest = chance.next() * total
  for (const kind of mix) {
    rest -= kind[4]
    if (rest < 0) return kind
  }
  return mix[0] as (typeof mix)[number]
}

function treatmentOf(
  chance: Chance,
  [procedure, site, icd10, organ]: (typeof mix)[number],
  organisation: GeneratedOrganisation,
  start: number,
  lastSeen: number,
): GeneratedTreatment {
  const ablation = techniquesFor(procedure).includes('ablation')
  const treats =
    ablation ||
    ['selective-internal-radiation-therapy', 'transarterial-chemoembolisation'].includes(procedure)
  const outlook = outlookOf(procedure, site)
  const progresses = timeAt(outlook.progression, left(chance)) * daysAMonth
  const scans = treats ? scansOf(chance, lastSeen - start, progresses) : []
  const progression = scans.find((day) => day >= progresses) ?? null
  const local = progression !== null && chance.next() < outlook.local ? progression : null
  const count = treats ? 1 + chance.whole(ablation ? 3 : 2) : 1
  const complete = scans.length > 0 && ablation ? chance.next() < 0.93 : null
  const tumours = Array.from(
    { length: count },
    (_, at): GeneratedTumour => ({
      organ,
      size: 8 + chance.whole(ablation ? 30 : 70),
      margin: ablation ? chance.whole(12) : null,
      efficacy: complete === null ? null : complete || at > 0,
      localProgression: at === 0 && complete !== false && scans[0] !== local ? local : null,
    }),
  )
  const answer = chance.next()
  return {
    organisation,
    startedOn: new Date(start * dayMs).toISOString().slice(0, 10),
    start,
    procedure,
    intent: treats ? 'disease-modifying' : 'supportive',
    site,
    icd10,
    ablation,
    sessions: sessionsOf(chance, procedure, start, lastSeen),
    tumours,
    scans,
    progression,
    response:
      scans.length === 0
        ? null
        : progression !== null && progression === scans[0]
          ? 'PD'
          : answer < 0.2
            ? 'CR'
            : answer < 0.6
              ? 'PR'
              : 'SD',
    change: scans.length === 0 || ablation ? null : Math.round((answer * 120 - 100) * 10) / 10,
    luck: Array.from({ length: 10 }, () => chance.next()),
  }
}

/** About every three months up to a year, then every six; none after the one that saw progression. */
function scansOf(chance: Chance, until: number, progresses: number): readonly number[] {
  const scans: number[] = []
  for (let month = 3; ; month += month < 12 ? 3 : 6) {
    const day = Math.round(month * daysAMonth) + chance.whole(20) - 10
    if (day > until) return scans
    if (chance.next() < 0.08) continue
    scans.push(day)
    if (day >= progresses) return scans
  }
}

function sessionsOf(
  chance: Chance,
  procedure: string,
  start: number,
  lastSeen: number,
): GeneratedTreatment['sessions'] {
  const one = (day: number): GeneratedSession => {
    const { success, complication, severe } = riskOf(procedure)
    const luck = chance.next()
    const looked = chance.next() < 0.85 && lastSeen >= day + 30
    return {
      day,
      operator: chance.whole(6),
      success: chance.next() < success,
      minutes: 20 + chance.whole(120),
      cirse: !looked
        ? undefined
        : luck < severe
          ? '4'
          : luck < complication
            ? String(1 + chance.whole(3))
            : null,
      severe: luck < severe,
    }
  }
  const first = one(start)
  if (procedure !== 'transarterial-chemoembolisation') return [first]
  const more: GeneratedSession[] = []
  for (
    let day = start + 60 + chance.whole(40);
    day <= lastSeen && more.length < 2;
    day += 60 + chance.whole(40)
  ) {
    if (chance.next() < 0.5) break
    more.push(one(day))
  }
  return [first, ...more]
}
