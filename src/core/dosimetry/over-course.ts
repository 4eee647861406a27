/** Dosimetry over a case's course: the check of each SIRT work-up, and the activity that each treatment delivered. */

import type { Course, Stated } from '../pathway/course.ts'
import type { workUp } from '../pathway/kinds/planning.ts'
import type { treatment } from '../pathway/kinds/procedure.ts'
import { type CrossCheck, crossCheck } from './cross-check.ts'
import { type Delivered, deliveredActivity } from './delivered.ts'
import { defaultLungMassKg, lungDose } from './lung.ts'

type WorkUpBody = ReturnType<(typeof workUp)['schema']['parse']>
type TreatmentBody = ReturnType<(typeof treatment)['schema']['parse']>

/** A treatment's activity as recorded, and as it comes to. */
export interface DeliveredCheck {
  readonly entry: string
  readonly occurredAt: string
  readonly recordedGBq: number
  readonly computed: Delivered
  /** Recorded above (below 0: below) computed, per cent; null where nothing is left to compare with. */
  readonly differencePercent: number | null
  /** By the lung shunt of the last work-up before it; null where there is none. */
  readonly lungGy: number | null
}

export interface CrossCheckOver extends CrossCheck {
  readonly entry: string
  readonly device: 'resin' | 'glass'
  /** Earlier treatments of which the lung dose is not known. */
  readonly unknownLung: number
}

/** The check of a SIRT work-up in a course, by the id of any statement of it; undefined where there is none. */
export function crossCheckOver(course: Course, entry: string): CrossCheckOver | undefined {
  const stated = course.standing(entry)
  if (stated?.kind !== 'work-up') return undefined
  const { sirt } = stated.body as WorkUpBody
  if (!sirt) return undefined
  const { earlierGy, unknown } = earlierLung(course, stated.occurredAt)
  return { ...crossCheck(sirt, earlierGy), entry: stated.entry, device: sirt.device, unknownLung: unknown }
}

/** The lung dose of the treatments before a moment, and of how many it is not known. */
export function earlierLung(course: Course, before: string): { earlierGy: number; unknown: number } {
  const earlier = deliveredOver(course).filter(({ occurredAt }) => occurredAt < before)
  return {
    earlierGy: earlier.reduce((sum, { lungGy }) => sum + (lungGy ?? 0), 0),
    unknown: earlier.filter(({ lungGy }) => lungGy === null).length,
  }
}

/** Each treatment with microspheres: what was delivered by its own numbers, beside what was recorded. */
export function deliveredOver(course: Course): readonly DeliveredCheck[] {
  const workUps = course.of<WorkUpBody>({ name: 'work-up' }).filter(({ body }) => body.sirt)
  return course.of<TreatmentBody>({ name: 'treatment' }).flatMap((stated) => {
    const { activity } = stated.body
    return activity ? [deliveredCheck(stated, activity, workUps)] : []
  })
}

function deliveredCheck(
  { entry, occurredAt }: Stated<TreatmentBody>,
  activity: NonNullable<TreatmentBody['activity']>,
  workUps: readonly Stated<WorkUpBody>[],
): DeliveredCheck {
  const computed = deliveredActivity({
    calibratedGBq: activity.calibrated,
    calibratedAt: activity.calibratedAt,
    injectedAt: occurredAt,
    residualGBq: activity.residual,
  })
  const sirt = workUps.findLast((each) => each.occurredAt <= occurredAt)?.body.sirt
  const { deliveredGBq } = computed
  return {
    ...{ entry, occurredAt, computed, recordedGBq: activity.delivered },
    differencePercent: deliveredGBq > 0 ? (100 * (activity.delivered - deliveredGBq)) / deliveredGBq : null,
    lungGy: sirt
      ? lungDose(activity.delivered, sirt.lungShunt / 100, sirt.lungMass ?? defaultLungMassKg)
      : null,
  }
}
