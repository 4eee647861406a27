/** What stood behind a treatment: the referral, the meeting and the work-up before it. */

import { ukDay } from '../../calendar/uk-day.ts'
import { albi } from '../../clinical/albi.ts'
import { childPugh } from '../../clinical/child-pugh.ts'
import { hasLiverInputs } from '../../clinical/liver-function.ts'
import type { Course } from '../../pathway/course.ts'
import { mdtDiscussion, workUp } from '../../pathway/kinds/planning.ts'
import { referral } from '../../pathway/kinds/referral.ts'
import type { Background, SessionFacts } from './facts.ts'

/** The last referral, decision and work-up at or before a session; of referrals the first, where none was before. */
export function backgroundIn(course: Course): (session: SessionFacts) => Background {
  const referrals = course.of(referral)
  const decisions = course
    .of(mdtDiscussion)
    .filter(({ body }) => body.recommendation === 'treat' || body.recommendation === 'treat-otherwise')
  const workUps = course.of(workUp).filter(({ body }) => hasLiverInputs(body))
  return ({ at, procedure }) => {
    const before = ({ occurredAt }: { readonly occurredAt: string }) => occurredAt <= at
    const referred = referrals.findLast(before) ?? referrals[0]
    const decided = decisions.findLast((each) => before(each) && each.body.procedure === procedure)
    const worked = workUps.findLast(before)?.body
    const pugh = worked ? childPugh(worked, worked.childPughAlbuminCutOff) : null
    const grade = worked ? albi(worked) : null
    const { urgency, tumour, ecog } = referred?.body ?? {}
    return {
      urgency: urgency ?? null,
      tumourSite: tumour?.site ?? null,
      icd10: tumour?.icd10.slice(0, 3) ?? null,
      stageGroup: tumour?.stageGroup ?? null,
      ecog: ecog ?? null,
      referredOn: referred ? ukDay(referred.occurredAt) : null,
      discussedOn: decided ? ukDay(decided.occurredAt) : null,
      childPugh: pugh?.computable ? pugh.class : null,
      albi: grade?.computable ? String(grade.grade) : null,
    }
  }
}
