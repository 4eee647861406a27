/** How a case ends, where it has ended. */

import { closure, death } from '#core/pathway/kinds/follow-up.ts'
import type { Treated } from './during.ts'
import { type CasePlan, modifies } from './plan.ts'
import { between, days, minutes, remembered, type Story, say } from './story.ts'

/** Two years of watch after a treatment of the tumour itself; a few months after any other. */
export function tellEnd(story: Story, plan: CasePlan, last: Treated, start: Date): void {
  const { chance, team } = story
  const done = modifies(plan)
    ? days(start, between(chance, 740, 1080))
    : days(last.leftAt, between(chance, 125, 170))
  const died = days(start, plan.fate.diesAfter)
  if (died < done) {
    // Nobody dies on the table here: at the earliest an hour after the last procedure that was done.
    const when = died > last.at ? died : minutes(last.at, 60)
    const isEarly = when < days(last.at, 30)
    say(story, {
      kind: death,
      at: when,
      by: team.nurseSpecialist,
      body: { cause: 'Progression of cancer', relation: isEarly ? 'unknown' : 'no' },
    })
    say(story, { kind: closure, at: days(when, 2), by: team.coordinator, body: { why: 'died' } })
  } else if (remembered(story)) {
    say(story, { kind: closure, at: done, by: team.coordinator, body: { why: 'completed' } })
  }
}
