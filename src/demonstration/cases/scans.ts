/** The scans of a case: its lesions before treatment, how they answered, and the watch that is kept afterwards. */

import { followUpContact, responseAssessment } from '#core/pathway/kinds/follow-up.ts'
import { daysAMonth } from '../registry/outlook.ts'
import type { Treated } from './during.ts'
import { type CasePlan, has } from './plan.ts'
import { at, between, days, remembered, type Story, say, weighted, workingDay } from './story.ts'
import { named } from './team.ts'

/** A lesion as it is followed. */
export interface Lesion {
  readonly key: string
  readonly segment: string | null
  readonly diameter: number
  /** At the baseline, and the least since. */
  readonly first: number
  readonly least: number
}

export interface Lesions {
  readonly all: readonly Lesion[]
  readonly scans: number
  readonly progressed: boolean
}

export function tellBaseline(story: Story, plan: CasePlan, when: Date): Lesions {
  const { chance } = story
  const liver = plan.disease.organ === 'liver'
  // No more than two targets in one organ.
  const all = Array.from({ length: 1 + chance.whole(2) }, (_, at): Lesion => {
    const diameter = between(chance, 12, has(plan, 'ablation') ? 32 : 78)
    const segment = liver ? `segment ${2 + chance.whole(7)}` : null
    return { key: 'AB'.charAt(at), segment, diameter, first: diameter, least: diameter }
  })
  if (remembered(story)) {
    say(story, {
      kind: responseAssessment,
      at: when,
      by: plan.radiologist,
      body: {
        baseline: true,
        criteria: criteriaOf(plan),
        modality: 'ct',
        ...(has(plan, 'ablation')
          ? { zone: 'residual' as const }
          : { lesions: all.map((each) => target(plan, each)) }),
        read: 'baseline',
        reader: named(plan.radiologist),
        specialist: true,
      },
    })
  }
  return { all, scans: 0, progressed: false }
}

const criteriaOf = (plan: CasePlan) =>
  has(plan, 'ablation') ? 'ablation-zone' : plan.disease.site === 'hepatocellular' ? 'mrecist' : 'recist-1.1'

const target = (plan: CasePlan, { key, diameter }: Pick<Lesion, 'key' | 'diameter'>) => ({
  key,
  organ: plan.disease.organ as 'liver',
  kind: 'target' as const,
  diameter,
})

/** One scan, as the patient's fate has it by then: answered, stable, or progressed where it was treated or elsewhere. */
export function tellResponse(
  story: Story,
  plan: CasePlan,
  treatment: string,
  lesions: Lesions,
  when: Date,
  start: Date,
): Lesions {
  const { chance } = story
  const { fate } = plan
  const elapsed = (when.getTime() - start.getTime()) / 86_400_000
  const progressed = elapsed >= fate.progressesAfter
  const isFirst = lesions.scans === 0
  const ablation = has(plan, 'ablation')
  // What an ablation never left complete cannot come back.
  const locally = progressed && fate.locally && !(ablation && isFirst)
  const all = lesions.all.map((each) => sized(story, each, { isFirst, progressed, locally }))
  const guide = plan.service.protocol.get('response-assessment')
  const residual = isFirst && !progressed && chance.next() < 0.06
  const zone = locally ? 'progression' : residual ? 'residual' : 'complete'
  const grown = all[0]
  const fresh = progressed && !locally ? [newLesion(plan, between(chance, 11, 24))] : []
  say(story, {
    kind: responseAssessment,
    at: slipped(story, plan, isFirst, when),
    by: plan.radiologist,
    body: {
      treatment,
      baseline: false,
      criteria: criteriaOf(plan),
      modality: weighted(chance, [
        ['ct', 3],
        ['mri', 1],
      ]),
      ...(ablation
        ? { zone, ...(locally && grown && all.length > 1 ? { zoneOf: grown.key } : {}) }
        : { lesions: [...all.map((each) => target(plan, each)), ...fresh] }),
      read: progressed ? 'PD' : ablation ? (residual ? 'PR' : 'CR') : readOf(all),
      reader: named(plan.radiologist),
      specialist: remembered(story, 1.02),
      ...(guide ? { protocol: guide.id } : {}),
    },
  })
  return { all, scans: lesions.scans + 1, progressed: lesions.progressed || progressed }
}

const newLesion = (plan: CasePlan, diameter: number) => ({
  key: 'N',
  organ: plan.disease.organ as 'liver',
  kind: 'new' as const,
  diameter,
})

function sized(
  { chance }: Story,
  lesion: Lesion,
  { isFirst, progressed, locally }: Readonly<Record<'isFirst' | 'progressed' | 'locally', boolean>>,
): Lesion {
  const { first, least } = lesion
  const answer = () =>
    weighted(chance, [
      [0, 2],
      [between(chance, 0.35, 0.65, 2), 4],
      [between(chance, 0.8, 1.05, 2), 4],
    ])
  const diameter = locally
    ? Math.round(Math.max(least * between(chance, 1.3, 1.6, 2), least + 7))
    : isFirst && !progressed
      ? Math.round(first * answer())
      : Math.round(least * between(chance, 1, 1.08, 2))
  return { ...lesion, diameter, least: Math.min(least, diameter) }
}

/** What a reader says of the sums: of the change from the baseline. */
function readOf(lesions: readonly Lesion[]): 'CR' | 'PR' | 'SD' {
  const sum = (of: 'diameter' | 'first') => lesions.reduce((total, lesion) => total + lesion[of], 0)
  if (sum('diameter') === 0) return 'CR'
  return sum('diameter') <= sum('first') * 0.7 ? 'PR' : 'SD'
}

/** The day of a scan; of a few the year is wrong, as it is in January. */
function slipped({ now }: Story, { fate }: CasePlan, isFirst: boolean, when: Date): Date {
  const early = days(when, -365)
  return fate.slip === 'scan-a-year-early' && isFirst && early > days(now, -1000) ? early : when
}

/** Months after the first session: every three up to a year, then every six. */
const watch = [6, 9, 12, 18, 24, 30, 36]

/** Scans until progression, then clinics every half year. */
export function tellWatch(story: Story, plan: CasePlan, last: Treated, lesions: Lesions, start: Date): void {
  const { chance, team } = story
  let now = lesions
  for (const month of watch) {
    const when = at(workingDay(days(start, month * daysAMonth + between(chance, -10, 14))), 11)
    if (when < days(last.leftAt, 100) || !remembered(story)) continue
    if (!now.progressed) {
      now = tellResponse(story, plan, last.id, now, when, start)
    } else if (month % 6 === 0) {
      say(story, {
        kind: followUpContact,
        at: when,
        by: team.nurseSpecialist,
        body: {
          how: 'clinic',
          by: named(plan.radiologist),
          findings: 'Seen with the oncologists; systemic treatment goes on.',
        },
      })
    }
  }
}
