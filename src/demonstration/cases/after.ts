/** A case after a procedure: the plan, whether it was kept, how it turned out. */

import {
  complication,
  feedback,
  followUpContact,
  followUpPlan,
  safetyReview,
  symptomScore,
} from '#core/pathway/kinds/follow-up.ts'
import { canRelieve } from '#core/registry/endpoint/applies.ts'
import type { Treated } from './during.ts'
import type { CasePlan } from './plan.ts'
import { type Lesions, tellResponse } from './scans.ts'
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

function tellPlan(story: Story, plan: CasePlan, treated: Treated): string | null {
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
  lesions: Lesions,
  start: Date,
): Lesions {
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
  let asksRelief = !symptom && plan.intent === 'supportive' && canRelieve(plan.procedure)
  for (const [index, item] of followUpItems(plan.procedure).entries()) {
    if (!remembered(story) && !(plan.chases && item.what === 'imaging')) continue
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
      if (item.what === 'imaging')
        after = tellResponse(story, plan, treated.id, lesions, days(when, -3), start)
      say(story, {
        kind: followUpContact,
        at: when,
        by: item.what === 'imaging' || item.what === 'clinic' ? plan.radiologist : team.nurseSpecialist,
        body: {
          ...(planned ? { plan: planned, item: String(index + 1) } : {}),
          how: item.what === 'clinic' ? 'clinic' : item.what === 'telephone' ? 'telephone' : 'letter',
          by: named(item.what === 'telephone' ? team.nurseSpecialist : plan.radiologist),
          findings: FINDINGS[item.what],
          ...(asksRelief
            ? {
                relief: weighted(chance, [
                  ['gone', 3],
                  ['better', 5],
                  ['same', 2],
                ]),
              }
            : {}),
        },
      })
      asksRelief = false
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
  // Whoever looks writes down both; whoever does not, neither.
  const isLookedAfter = remembered(story, 1.02)
  if (treated.complication && isLookedAfter) {
    say(story, {
      kind: complication,
      at: minutes(treated.at, between(chance, 30, 2500)),
      by: plan.radiologist,
      body: {
        treatment: treated.id,
        what: chance.pick(complicationsOf(plan)),
        cirse: treated.severe ? chance.pick(['3', '4'] as const) : chance.pick(['1', '2', '3'] as const),
        ctcae: treated.severe
          ? weighted(chance, [
              ['3', 6],
              ['4', 1],
            ])
          : chance.pick(['1', '2'] as const),
        relation: 'likely',
        management: 'Treated on the ward by protocol.',
        outcome: 'resolved',
      },
    })
  }
  if (isLookedAfter) {
    say(story, {
      kind: safetyReview,
      // On the thirtieth day: none earlier can say what came up to it.
      at: days(treated.at, 30),
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
