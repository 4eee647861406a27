/** One invented case from its referral to as far as it has come. */

import { closure, death, followUpContact, responseAssessment } from '#core/pathway/kinds/follow-up.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { referralAnswer } from '#core/pathway/kinds/referral.ts'
import { tellFollowUp } from './after.ts'
import { tellBooking, tellDiscussion, tellPreparation, tellReferral } from './before.ts'
import { type Treated, tellPrescription, tellProcedure } from './during.ts'
import { tellEnd } from './end.ts'
import { tellLater } from './later.ts'
import { type CasePlan, has, modifies } from './plan.ts'
import { tellQuestionnaires } from './questionnaires.ts'
import { type Lesions, tellBaseline, tellWatch } from './scans.ts'
import { at, between, days, remembered, type Saying, type Story, say, workingDay } from './story.ts'
import { REFUSALS } from './why.ts'

export function tell(story: Story, plan: CasePlan): readonly Saying[] {
  const { chance } = story
  tellReferral(story, plan)
  if (plan.refused) {
    const on = days(plan.referredAt, 5)
    say(story, {
      kind: referralAnswer,
      at: on,
      by: plan.radiologist,
      body: {
        answer: 'refused',
        reason: REFUSALS[plan.procedure] ?? 'The risk is greater than what it would bring.',
      },
    })
    if (remembered(story, 0.8))
      say(story, { kind: closure, at: days(on, 1), by: story.team.coordinator, body: { why: 'refused' } })
    return inOrder(story, plan)
  }
  const before =
    plan.urgency === 'elective' && (modifies(plan) ? remembered(story, 1.04) : chance.next() < 0.5)
  const decided = before
    ? tellDiscussion(story, plan, days(plan.referredAt, 4))
    : days(plan.referredAt, plan.urgency === 'elective' ? 4 : 0.1)
  const first = tellPreparation(story, plan, decided)
  const lesions = modifies(plan) ? tellBaseline(story, plan, days(first, -12)) : noLesions
  tellPrescription(story, plan, first)
  const { treated, seen } = tellSessions(story, plan, first, lesions)
  if (plan.urgency !== 'elective' && treated[0] && remembered(story, 0.95))
    tellDiscussion(story, plan, treated[0].at)
  const [start, last] = [treated[0]?.at, treated.at(-1)]
  if (start && last) {
    if (modifies(plan)) tellWatch(story, plan, last, seen, start)
    tellLater(story, plan, last)
    tellEnd(story, plan, last, start)
  }
  tellQuestionnaires(story, plan, first, treated[0])
  tellCorrection(story)
  return inOrder(story, plan, start)
}

const noLesions: Lesions = { all: [], scans: 0, progressed: false }

function tellSessions(
  story: Story,
  plan: CasePlan,
  first: Date,
  lesions: Lesions,
): { readonly treated: readonly Treated[]; readonly seen: Lesions } {
  const { chance } = story
  const sessions = has(plan, 'chemotherapy') ? 1 + chance.whole(3) : 1
  const treated: Treated[] = []
  let [planned, seen] = [first, lesions]
  for (let course = 1; course <= sessions; course++) {
    // Nobody is treated again who has died, or whose disease has gone on.
    if (treated[0] && (planned > days(treated[0].at, plan.fate.diesAfter) || seen.progressed)) break
    const session = tellProcedure(story, plan, planned, course, seen.all)
    if (!session) break
    treated.push(session)
    seen = tellFollowUp(story, plan, session, seen, treated[0]?.at ?? session.at)
    // What is gone is not treated again.
    if (seen.all.length > 0 && seen.all.every(({ diameter }) => diameter === 0)) break
    const next = at(workingDay(days(planned, between(chance, 63, 98))), 9 + chance.whole(5))
    if (course < sessions) {
      tellBooking(story, plan, days(session.leftAt, 14), next, course + 1)
      tellPrescription(story, plan, next)
    }
    planned = next
  }
  return { treated, seen }
}

/** Now and then a treatment was written wrongly, and put right. */
function tellCorrection(story: Story): void {
  if (story.chance.next() > 0.03) return
  const wrong = story.said.find(({ kind }) => kind.name === treatment.name)
  if (!wrong) return
  const body = wrong.body as { readonly minutes: number }
  say(story, {
    kind: treatment,
    at: wrong.at,
    by: wrong.by,
    body: { ...(wrong.body as never as Parameters<typeof treatment.line>[0]), minutes: body.minutes + 12 },
    corrects: wrong.id,
  })
}

/**
 * In the order in which things were said, up to the end of the case; a correction after all that it follows, and so
 * what is dated before the case began. Without what nobody wrote down of a patient who was lost.
 */
function inOrder(story: Story, { fate }: CasePlan, start?: Date): readonly Saying[] {
  const opened = story.said[0]?.at ?? story.now
  const rank = ({ corrects, at: when }: Saying) => (corrects || when < opened ? 1 : 0)
  const lost = start && fate.lostAfter !== null ? days(start, fate.lostAfter) : null
  const said = story.said.toSorted(
    (one, other) => rank(one) - rank(other) || one.at.getTime() - other.at.getTime(),
  )
  const died = said.find(({ kind }) => kind.name === death.name)?.at
  const closed = said.find(({ kind }) => kind.name === closure.name)?.at
  return said.filter(({ kind, at: when, corrects }) => {
    if (lost && when > lost) return false
    if (start && fate.unfollowed && when > start && follows.has(kind.name)) return false
    if (corrects || kind.name === closure.name) return true
    return !(died && when > died) && !(closed && when > closed)
  })
}

/** What is missing of those whose follow-up nobody recorded. */
const follows = new Set<string>([followUpContact.name, responseAssessment.name, closure.name])
