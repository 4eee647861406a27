/** What looks wrong in a plan: no discussion yet, no licence on the day, an activity that the physicist did not plan. */

import { ukDay } from '../../../calendar/uk-day.ts'
import { momentWords } from '../../../calendar/uk-time.ts'
import { procedureName } from '../../../catalogue/procedures.ts'
import { isRadioactive } from '../../../catalogue/techniques.ts'
import { licenceCovering } from '../../../service/standing.ts'
import type { Bodies } from '../../bodies.ts'
import type { Facts } from '../../facts.ts'
import { symptomScore } from '../../kinds/follow-up.ts'
import { workUp } from '../../kinds/planning.ts'
import { isDiscussedBefore, lastDiscussion } from '../../reading/discussion.ts'
import { referralOf } from '../../reading/referral.ts'
import { openBookings } from '../../reading/treatments.ts'
import { doseWarnings, trimmed } from '../doses.ts'
import { licensedProcedure } from '../licences.ts'
import type { Warning } from '../remark.ts'

export function bookingWarnings(
  body: Bodies['booking'],
  facts: Facts,
  occurredAt: string,
): readonly Warning[] {
  const { course, surroundings } = facts
  const found: Warning[] = []
  const current = referralOf(course)
  if (current?.decision?.body.answer === 'refused')
    found.push({ path: '', words: 'The referral was refused' })
  else if (current && !current.decision) found.push({ path: '', words: 'The referral is not accepted yet' })
  if (current && isDiscussedBefore(current.referral.body) && !lastDiscussion(course, body.plannedFor))
    found.push({ path: 'plannedFor', words: 'The case has not been discussed at an MDT meeting yet' })
  if (body.plannedFor < occurredAt)
    found.push({ path: 'plannedFor', words: 'The procedure is planned for a time before it was booked' })
  const already = openBookings(course).find((each) => each.body.procedure === body.procedure)
  if (already)
    found.push({
      path: 'procedure',
      words: `${procedureName(body.procedure)} is booked for ${momentWords(already.body.plannedFor)} already. Cancel that booking if this one takes its place`,
    })
  const day = ukDay(body.plannedFor)
  if (isRadioactive(body.procedure)) {
    const holders = ['practitioner', 'employer'] as const
    for (const holder of holders.filter(
      (each) => !licenceCovering(surroundings.service, body.procedure, day, each),
    ))
      found.push({
        path: 'plannedFor',
        words: `No ${holder}’s licence covers this procedure on that day: the agent cannot be prescribed`,
      })
  }
  return found
}

export function prescriptionWarnings(body: Bodies['prescription'], { course }: Facts): readonly Warning[] {
  const found: Warning[] = [...doseWarnings(body, '')]
  const planned = course.latest(workUp)?.body.sirt
  const isSirt = licensedProcedure(body.agent) === 'selective-internal-radiation-therapy'
  if (!isSirt) return found
  if (!planned) return [...found, { path: 'agent', words: 'No SIRT work-up is on record' }]
  if (Math.abs(body.dose - planned.plannedActivity) > 0.1 * planned.plannedActivity)
    found.push({
      path: 'dose',
      words: `The physicist planned ${trimmed(planned.plannedActivity)} GBq. Confirm the activity that you prescribe`,
    })
  const device = { 'y90-resin': 'resin', 'y90-glass': 'glass' }[body.agent as string]
  if (device && device !== planned.device)
    found.push({
      path: 'agent',
      words: `The work-up was done for ${planned.device} microspheres. Confirm the agent`,
    })
  return found
}

interface WorkUp {
  readonly sirt?: {
    readonly tumourVolume: number
    readonly liverVolume: number
    readonly treatedVolume: number
    readonly lungShunt: number
  }
}

export function workUpWarnings({ sirt }: WorkUp): readonly Warning[] {
  if (!sirt) return []
  const found: Warning[] = []
  if (sirt.treatedVolume > (sirt.liverVolume + sirt.tumourVolume) * 1.02)
    found.push({
      path: 'sirt.treatedVolume',
      words: 'The volume treated is more than liver and tumour together',
    })
  if (sirt.lungShunt > 0 && sirt.lungShunt < 1)
    found.push({
      path: 'sirt.lungShunt',
      words: `This is ${sirt.lungShunt} %. For a fraction of ${sirt.lungShunt}, enter ${trimmed(sirt.lungShunt * 100)}`,
    })
  return found
}

export function scoreWarnings(body: Bodies['symptom-score'], { course }: Facts): readonly Warning[] {
  if (body.moment === 'before') return []
  const same = (words: string) => words.trim().toLowerCase()
  const before = course
    .of(symptomScore)
    .some((each) => each.body.moment === 'before' && same(each.body.symptom) === same(body.symptom))
  return before
    ? []
    : [
        {
          path: 'symptom',
          words: 'There is no score of this symptom from before treatment to compare it with',
        },
      ]
}
