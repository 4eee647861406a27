/** The contacts that show who is alive: a month and three months after a treatment, and each year after one of the disease. */

import { followUpContact } from '#core/pathway/kinds/follow-up.ts'
import type { Treated } from './during.ts'
import { type CasePlan, modifies } from './plan.ts'
import { at, between, days, type Story, say, workingDay } from './story.ts'
import { named } from './team.ts'

interface Later {
  /** Days after the last session. */
  readonly from: number
  readonly to: number
  /** Of those who can be reached. */
  readonly share: number
  readonly how: 'telephone' | 'clinic'
  readonly findings: string
  /** A data query asks when it was forgotten, and most of them are answered. */
  readonly isAsked: boolean
}

const supportive: readonly Later[] = [
  later(31, 44, 0.95, 'telephone', 'At home; no new trouble from the procedure.', true),
  later(92, 112, 0.93, 'telephone', 'Under the oncologists; nothing further from us.', false),
]

const diseaseModifying: readonly Later[] = [
  later(91, 112, 0.93, 'clinic', 'Recovered from the treatment; scans go on.', true),
  ...[1, 2, 3].map((year) =>
    later(year * 365 + 1, year * 365 + 19, 0.95, 'telephone', 'Yearly call: at home.', year === 1),
  ),
]

function later(
  from: number,
  to: number,
  share: number,
  how: Later['how'],
  findings: string,
  isAsked: boolean,
): Later {
  return { from, to, share, how, findings, isAsked }
}

const answeredShare = 0.85

export function tellLater(story: Story, plan: CasePlan, last: Treated): void {
  const { chance, team } = story
  const by = { telephone: team.nurseSpecialist, clinic: plan.radiologist }
  const contact = (when: Date, how: Later['how'], findings: string) =>
    say(story, {
      kind: followUpContact,
      at: at(workingDay(when), 14, 30),
      by: by[how],
      body: { how, by: named(by[how]), findings },
    })
  for (const { from, to, share, how, findings, isAsked } of modifies(plan) ? diseaseModifying : supportive) {
    const reached = chance.next() < share
    const answered = chance.next() < answeredShare
    const on = between(chance, from, to)
    if (reached || plan.chases) contact(days(last.at, on), how, findings)
    else if (isAsked && answered)
      contact(days(last.at, to + between(chance, 18, 40)), 'telephone', 'Telephoned as the registry asked.')
  }
}
