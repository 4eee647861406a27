/** A case after a procedure: the plan, whether it was kept, how it turned out. */

import {
  closure,
  complication,
  death,
  feedback,
  followUpContact,
  followUpPlan,
  responseAssessment,
  safetyReview,
  symptomScore,
} from '#core/pathway/kinds/follow-up.ts'
import type { Treated } from './during.ts'
import { type CasePlan, has, modifies } from './plan.ts'
import { followUpItems } from './service-record.ts'
import {
  at,
  between,
  dayOf,
  days,
  minutes,
  remembered,
  type Story,
  say,
  weighted,
  workingDay,
} from './story.ts'
import { named } from './team.ts'
import { complicationsOf, symptomOf } from './why.ts'

/** The lesions of a case, measured before its first treatment. */
export interface Lesion {
  readonly key: string
  readonly diameter: number
  /** At the baseline, and the least since. */
  readonly first: number
  readonly least: number
}

export function tellBaseline(story: Story, plan: CasePlan, when: Date): readonly Lesion[] {
  const { chance } = story
  // No more than two targets in one organ.
  const lesions = Array.from({ length: 1 + chance.whole(2) }, (_, at) => {
    const diameter = between(chance, 12, has(plan, 'ablation') ? 32 : 78)
    return { key: 'AB'.charAt(at), diameter, first: diameter, least: diameter }
  })
  if (!remembered(story)) return lesions
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
        : { lesions: lesions.map((each) => target(plan, each)) }),
      read: 'baseline',
      reader: named(plan.radiologist),
      specialist: true,
    },
  })
  return lesions
}

const criteriaOf = (plan: CasePlan) =>
  has(plan, 'ablation') ? 'ablation-zone' : plan.disease.site === 'hepatocellular' ? 'mrecist' : 'recist-1.1'

const target = (plan: CasePlan, { key, diameter }: Lesion) => ({
  key,
  organ: plan.disease.organ as 'liver',
  kind: 'target' as const,
  diameter,
})

export function tellPlan(story: Story, plan: CasePlan, treated: Treated): string | null {
  if (!remembered(story)) return null
  const items = followUpItems(plan.procedure)
  const guide = plan.service.protocol.get(`follow-up:${plan.procedure}`)
  return say(story, {
    kind: followUpPlan,
    at: treated.leftAt,
    by: plan.radiologist,
    body: {
      treatment: treated.id,
      ...(guide ? { protocol: guide.id, protocolVersion: guide.version } : {}),
      clinician: named(plan.radiologist),
      items: items.map((item, index) => ({
        key: String(index + 1),
        what: item.what,
        by: item.by,
        from: dayOf(days(treated.at, item.fromDays)),
        to: dayOf(days(treated.at, item.toDays)),
      })),
    },
  })
}

/** Contacts, scores, response and feedback after one treatment. */
export function tellFollowUp(
  story: Story,
  plan: CasePlan,
  treated: Treated,
  lesions: readonly Lesion[],
): readonly Lesion[] {
  const { chance, team } = story
  const planned = tellPlan(story, plan, treated)
  tellSafety(story, plan, treated)
  const symptom = symptomOf(plan.procedure)
  if (symptom && remembered(story)) {
    const before = between(chance, 5, 9)
    const score = (value: number, moment: 'before' | 'after', when: Date) =>
      say(story, {
        kind: symptomScore,
        at: when,
        by: team.wardNurse,
        body: {
          symptom,
          scale: 'nrs-0-10',
          value,
          moment,
          ...(moment === 'after' ? { treatment: treated.id } : {}),
        },
      })
    score(before, 'before', minutes(treated.at, -60))
    score(Math.max(0, before - between(chance, 2, 6)), 'after', minutes(treated.leftAt, -30))
  }
  let after = lesions
  for (const [index, item] of followUpItems(plan.procedure).entries()) {
    if (!remembered(story)) continue
    const late = chance.next() < 0.07
    const when = at(
      workingDay(
        days(
          treated.at,
          late ? item.toDays + between(chance, 2, 20) : between(chance, item.fromDays, item.toDays),
        ),
      ),
      11,
    )
    if (item.what === 'feedback') tellFeedback(story, treated, when)
    else {
      if (item.what === 'imaging') after = tellResponse(story, plan, treated, lesions, days(when, -3))
      say(story, {
        kind: followUpContact,
        at: when,
        by: item.what === 'imaging' || item.what === 'clinic' ? plan.radiologist : team.nurseSpecialist,
        body: {
          ...(planned ? { plan: planned, item: String(index + 1) } : {}),
          how: item.what === 'clinic' ? 'clinic' : item.what === 'telephone' ? 'telephone' : 'letter',
          by: named(item.what === 'telephone' ? team.nurseSpecialist : plan.radiologist),
          findings: FINDINGS[item.what],
        },
      })
    }
  }
  return after
}

const FINDINGS = {
  telephone: 'Well, eating and drinking, pain controlled.',
  clinic: 'Recovered; the result of the scan was explained.',
  imaging: 'Scan read, see the response assessment.',
  bloods: 'Blood tests as expected.',
  'drain-check': 'In place and draining.',
  feedback: '',
} as const

function tellSafety(story: Story, plan: CasePlan, treated: Treated): void {
  const { chance, team } = story
  if (treated.complication && remembered(story, 0.92)) {
    say(story, {
      kind: complication,
      at: minutes(treated.at, between(chance, 30, 2500)),
      by: plan.radiologist,
      body: {
        treatment: treated.id,
        what: chance.pick(complicationsOf(plan)),
        cirse: weighted(chance, [
          ['1', 3],
          ['2', 4],
          ['3', 4],
          ['4', 1],
        ]),
        ctcae: weighted(chance, [
          ['1', 2],
          ['2', 4],
          ['3', 2],
        ]),
        relation: 'likely',
        management: 'Treated on the ward by protocol.',
        outcome: 'resolved',
      },
    })
  }
  if (remembered(story)) {
    say(story, {
      kind: safetyReview,
      at: days(treated.leftAt, between(chance, 25, 31)),
      by: team.nurseSpecialist,
      body: { treatment: treated.id, noComplication: treated.complication ? 'recorded' : 'none' },
    })
  }
}

function tellFeedback(story: Story, treated: Treated, when: Date): void {
  const { chance, team } = story
  const given = chance.next() < 0.55
  say(story, {
    kind: feedback,
    at: when,
    by: team.nurseSpecialist,
    body: {
      treatment: treated.id,
      ...(given
        ? {
            state: 'given' as const,
            experience: weighted(chance, [
              ['very-good', 7],
              ['good', 4],
              ['neither', 1],
              ['poor', 1],
            ]),
            by: weighted(chance, [
              ['patient', 4],
              ['helped', 1],
            ]),
          }
        : { state: 'asked' as const }),
    },
  })
}

function tellResponse(
  story: Story,
  plan: CasePlan,
  treated: Treated,
  lesions: readonly Lesion[],
  when: Date,
): readonly Lesion[] {
  const { chance } = story
  const outcome = weighted(chance, [
    ['CR', 2],
    ['PR', 4],
    ['SD', 4],
    ['PD', 2],
  ])
  const factor = {
    CR: 0,
    PR: between(chance, 0.35, 0.65, 2),
    SD: between(chance, 0.8, 1.05, 2),
    PD: between(chance, 1.3, 1.6, 2),
  }[outcome]
  const after = lesions.map(({ key, diameter: before, first, least }) => {
    const diameter = Math.round(before * factor)
    return { key, diameter, first, least: Math.min(least, diameter) }
  })
  const zone =
    outcome === 'PD' ? 'progression' : outcome === 'SD' && chance.next() < 0.3 ? 'residual' : 'complete'
  const ablation = has(plan, 'ablation')
  const guide = plan.service.protocol.get('response-assessment')
  say(story, {
    kind: responseAssessment,
    at: when,
    by: plan.radiologist,
    body: {
      treatment: treated.id,
      baseline: false,
      criteria: criteriaOf(plan),
      modality: 'ct',
      ...(ablation ? { zone } : { lesions: after.map((each) => target(plan, each)) }),
      read: ablation
        ? zone === 'complete'
          ? 'CR'
          : zone === 'residual'
            ? 'PR'
            : 'PD'
        : readOf(lesions, after),
      reader: named(plan.radiologist),
      specialist: remembered(story, 1.02),
      ...(guide ? { protocol: guide.id } : {}),
    },
  })
  return after
}

/** What a reader says of the sums: of the change from the baseline, and from the least since. */
function readOf(before: readonly Lesion[], after: readonly Lesion[]): 'CR' | 'PR' | 'SD' | 'PD' {
  const sum = (lesions: readonly Lesion[], of: 'diameter' | 'first' | 'least') =>
    lesions.reduce((total, lesion) => total + lesion[of], 0)
  const [now, first, least] = [sum(after, 'diameter'), sum(before, 'first'), sum(before, 'least')]
  if (now === 0) return 'CR'
  if (now >= least * 1.2 && now - least >= 5) return 'PD'
  return now <= first * 0.7 ? 'PR' : 'SD'
}

/** How the case ends, where it has ended. */
export function tellEnd(story: Story, plan: CasePlan, last: Treated): void {
  const { chance, team } = story
  const dies = chance.next() < (modifies(plan) ? 0.22 : 0.35)
  const end = days(last.leftAt, dies ? between(chance, 40, 620) : between(chance, 95, 160))
  if (dies) {
    say(story, {
      kind: death,
      at: end,
      by: team.nurseSpecialist,
      body: { cause: 'Progression of cancer', relation: 'no' },
    })
    say(story, { kind: closure, at: days(end, 2), by: team.coordinator, body: { why: 'died' } })
  } else if (remembered(story)) {
    say(story, { kind: closure, at: end, by: team.coordinator, body: { why: 'completed' } })
  }
}
