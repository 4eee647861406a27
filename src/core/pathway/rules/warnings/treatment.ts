/** What looks wrong in a treatment: the wrong side, place, procedure or order, and activities that do not add up. */

import { daysBetween, ukDay } from '../../../calendar/uk-day.ts'
import { momentWords } from '../../../calendar/uk-time.ts'
import { procedureName, procedureWithin } from '../../../catalogue/procedures.ts'
import type { Bodies } from '../../bodies.ts'
import type { Facts } from '../../facts.ts'
import { mdtDiscussion } from '../../kinds/planning.ts'
import { treatment } from '../../kinds/procedure.ts'
import { referralOf } from '../../reading/referral.ts'
import { otherSides } from '../../reading/side.ts'
import { openBookings } from '../../reading/treatments.ts'
import { doseWarnings } from '../doses.ts'
import type { Warning } from '../remark.ts'
import { isPaired, organsOf } from './organs.ts'

type Treatment = Bodies['treatment']

export function treatmentWarnings(body: Treatment, facts: Facts, occurredAt: string): readonly Warning[] {
  return [
    ...sideWarnings(body, facts),
    ...placeWarnings(body),
    ...procedureWarnings(body, facts),
    ...orderWarnings(body, facts, occurredAt),
    ...activityWarnings(body, occurredAt),
    ...(body.agents ?? []).flatMap((given, at) => doseWarnings(given, `agents.${at}`)),
  ]
}

/** A target on another side than the referral's, or one of a pair without its side, has to be confirmed: wrong-site surgery is never an accident of typing. */
function sideWarnings(body: Treatment, { course }: Facts): Warning[] {
  const asked = referralOf(course)?.referral.body.tumour.laterality
  const others = otherSides(body, asked).map(({ at, said }) => ({
    at,
    words: `The referral says ${asked}, this says ${said}. Confirm the side that was treated`,
  }))
  const unsaid = body.targets.flatMap(({ organ, laterality }, at) =>
    laterality === undefined && isPaired(organ) && (asked === 'left' || asked === 'right')
      ? [{ at, words: `The referral says ${asked}, this says no side. Select the side that was treated` }]
      : [],
  )
  return [...others, ...unsaid].map(({ at, words }) => ({ path: `targets.${at}.laterality`, words }))
}

function placeWarnings({ procedure, targets }: Treatment): Warning[] {
  const organs = organsOf(procedure)
  if (!organs) return []
  return targets.flatMap(({ organ }, at) =>
    organs.includes(organ)
      ? []
      : [
          {
            path: `targets.${at}.organ`,
            words: `${procedureName(procedure)} is not of this organ. Confirm the organ or change the procedure`,
          },
        ],
  )
}

function procedureWarnings({ procedure }: Treatment, { course }: Facts): Warning[] {
  const booked = openBookings(course)[0]?.body.procedure
  const recommended = course.latest(mdtDiscussion)?.body.procedure
  const [planned, by] = booked
    ? [booked, 'booking says']
    : recommended
      ? [recommended, 'MDT meeting recommended']
      : [referralOf(course)?.referral.body.procedure, 'referral asks for']
  if (!planned || planned === procedure) return []
  // What was planned and what was done differ often enough in drains and stents; the words are enough.
  return [{ path: 'procedure', words: `The ${by} ${procedureWithin(planned)}` }]
}

function orderWarnings(body: Treatment, { course }: Facts, occurredAt: string): Warning[] {
  const found: Warning[] = []
  const referral = referralOf(course)?.referral
  const first = course.of({ name: 'referral' } as const)[0]
  if (referral && first && ukDay(occurredAt) < ukDay(first.occurredAt))
    found.push({
      path: 'occurredAt',
      words: `This is before the referral of ${momentWords(first.occurredAt)}`,
    })
  const series = course.of(treatment).filter((each) => each.body.procedure === body.procedure)
  const sameDay = series.find((each) => ukDay(each.occurredAt) === ukDay(occurredAt))
  if (sameDay)
    found.push({
      path: 'occurredAt',
      words: `${procedureName(body.procedure)} on this day is on record already. Confirm that it was done twice`,
    })
  else if (series.some((each) => each.body.course === body.course))
    found.push({ path: 'course', words: `Course ${body.course} is on record already` })
  const last = series.at(-1)
  if (last && body.course > last.body.course + 1)
    found.push({ path: 'course', words: `The last course on record is ${last.body.course}` })
  if (last && last.occurredAt > occurredAt && body.course > last.body.course)
    found.push({ path: 'course', words: 'A later course is dated before an earlier one' })
  return found
}

/** What in the activities of a treatment does not add up. */
export function activityWarnings(
  { activity }: Pick<Treatment, 'activity'>,
  occurredAt: string,
): readonly Warning[] {
  if (!activity) return []
  const { calibrated, calibratedAt, residual, delivered } = activity
  const found: Warning[] = []
  const decayedOnly = calibratedAt <= occurredAt
  if (decayedOnly && delivered + residual > calibrated * 1.05)
    found.push({
      path: 'activity.delivered',
      words:
        'Delivered and residual activity come to more than was calibrated before: an activity only decays',
    })
  if (residual > delivered)
    found.push({ path: 'activity.residual', words: 'More stayed behind than was delivered' })
  if (Math.abs(daysBetween(ukDay(calibratedAt), ukDay(occurredAt))) > 14)
    found.push({ path: 'activity.calibratedAt', words: 'This is more than two weeks from the treatment' })
  return found
}

export function dischargeWarnings({ course }: Facts, occurredAt: string): readonly Warning[] {
  const done = course.latest(treatment)
  if (!done) return [{ path: '', words: 'No treatment is on record yet' }]
  return occurredAt < done.occurredAt
    ? [{ path: 'occurredAt', words: `This is before the treatment of ${momentWords(done.occurredAt)}` }]
    : []
}
