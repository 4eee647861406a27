/**
 * What the patients of some services answer to questionnaires under a fictional licence: before the first session, and
 * some times after it. With dice of its own, so that nothing else that is told changes.
 *
 * @unverified all of it: how invented patients fare by their own word is made up, and only plausible
 */

import { techniquesFor } from '#core/catalogue/techniques.ts'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import {
  type Instrument,
  type InstrumentId,
  instrumentById,
  isNamed,
  rangeOf,
} from '#core/registry/instruments.ts'
import type { Chance } from '../random.ts'
import { chance as chanceFrom } from '../random.ts'
import type { Treated } from './during.ts'
import { type CasePlan, modifies } from './plan.ts'
import { at, between, days, type Story, say, workingDay } from './story.ts'
import { thePatient } from './team.ts'

/** What the `nth` of the services asks, and under which licence. The one that follows everybody up asks two. */
export function questionnairesOf(
  nth: number,
  chases: boolean,
  organisation: string,
): ReadonlyMap<InstrumentId, string> {
  const licence = (id: InstrumentId, owner: string) => [id, `FICTIONAL-${owner}-${organisation}`] as const
  if (chases) return new Map([licence('eq-5d-5l', 'EQ'), licence('eortc-qlq-c30', 'EORTC')])
  return new Map(nth % 4 === 1 ? [licence('eq-5d-5l', 'EQ')] : [])
}

/** A licence's words of the items: none of the instrument's own, which only its owner's licence brings. */
export const demonstrationItems = (instrument: Instrument) =>
  instrument.items.map((item) => {
    const range = rangeOf(instrument, item)
    const count = range.to - range.from + 1
    return {
      item,
      text: `${instrument.title}, item ${item}: the owner’s words are not part of the demonstration`,
      ...(isNamed(range)
        ? { answers: Array.from({ length: count }, (_, step) => `Answer ${step + 1} of ${count}`).join('\n') }
        : {}),
    }
  })

/** Days after the first session, with the share of those asked who answer. */
const times = {
  'disease-modifying': [
    [30, 0.78],
    [91, 0.74],
    [182, 0.68],
    [365, 0.62],
    [730, 0.55],
  ],
  supportive: [
    [14, 0.66],
    [60, 0.5],
  ],
} as const

/**
 * @param first when the first session is, or was, planned
 * @param start the first session, where there was one
 */
export function tellQuestionnaires(
  story: Story,
  plan: CasePlan,
  first: Date,
  start: Treated | undefined,
): void {
  const { questionnaires } = plan.service
  if (questionnaires.size === 0 || plan.urgency === 'emergency' || plan.fate.unfollowed) return
  const chance = chanceFrom(Number(plan.patient.nhsNumber.slice(3)))
  const own = { ...story, chance }
  const usual = 0.5 + 0.35 * chance.next() - (modifies(plan) ? 0 : 0.12)
  const answer = (when: Date, day: number, session?: string) => {
    const health = healthAt(chance, plan, usual, day)
    for (const [id, licence] of questionnaires) {
      const instrument = instrumentById(id)
      if (!instrument) continue
      say(own, {
        kind: instrumentAnswers,
        at: when,
        // Before a procedure a nurse asks in the clinic; after it the patient answers by a link.
        by: session ? thePatient : story.team.nurseSpecialist,
        body: {
          ...(session ? { treatment: session } : {}),
          ...{ instrument: id, licence, answers: answersOf(chance, instrument, health) },
        },
      })
    }
  }
  const before = days(first, -between(chance, 1, 6))
  if (chance.next() < 0.85 && before > plan.referredAt) answer(at(before, 10, chance.whole(60)), 0)
  for (const [day, share] of times[plan.intent]) {
    const on = day + chance.whole(12)
    const answers = chance.next() < share
    if (start && answers && on < plan.fate.diesAfter)
      answer(at(workingDay(days(start.at, on)), 8 + chance.whole(13), chance.whole(60)), on, start.id)
  }
}

/** From 0 to 1. A tumour's treatment tires for some weeks; relief lifts; the last half year weighs on everybody. */
function healthAt(chance: Chance, plan: CasePlan, usual: number, day: number): number {
  const { diesAfter, progressesAfter } = plan.fate
  const isHeavy = techniquesFor(plan.procedure).includes('embolisation')
  const after = day === 0 ? 0 : modifies(plan) ? (day < 60 ? (isHeavy ? -0.14 : -0.06) : 0.03) : 0.16
  const progressed = day > progressesAfter ? -0.08 : 0
  const late = -0.35 * Math.max(0, 1 - (diesAfter - day) / 180)
  const mood = (chance.next() + chance.next() - 1) * 0.08
  return Math.min(0.98, Math.max(0.05, usual + after + progressed + late + mood))
}

/** Items whose high answers are the good ones: overall health, and the mark on the scale of 100. */
const good: Partial<Record<InstrumentId, readonly string[]>> = {
  'eq-5d-5l': ['VAS'],
  'eortc-qlq-c30': ['Q29', 'Q30'],
}

function answersOf(chance: Chance, instrument: Instrument, health: number) {
  const all = instrument.items.map((item) => {
    const range = rangeOf(instrument, item)
    const { from, to } = range
    const noise = (chance.next() + chance.next() - 1) * 0.3
    const isGood = good[instrument.id]?.includes(item) ?? false
    // Of what is asked item by item most have little: trouble is rarer than health is bad.
    const share = isGood ? health + noise * 0.3 : (1 - health) * 0.85 + noise
    const value = Math.round(from + (to - from) * Math.min(1, Math.max(0, share)))
    return { item, value: isNamed(range) ? value : Math.round(value / 5) * 5 }
  })
  const [first] = all
  // Now and then one is left out; never all.
  const kept = all.filter(() => chance.next() > 0.02)
  return kept.length === 0 && first ? [first] : kept
}
