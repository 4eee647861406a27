/** The lung in a cross-check: its dose by the plan, this time and together, against the limits. */

import { activityAtLungLimit, glassLungActivityCapGBq, lungDose, lungLimitsGy } from './lung.ts'
import { massesOf, type SirtWorkUp } from './work-up.ts'

export interface LungCheck {
  readonly doseGy: number
  /** Of earlier treatments, where it is known. */
  readonly earlierGy: number
  readonly totalGy: number
  /** What reaches the lung, GBq. */
  readonly activityGBq: number
  /** The most that could be given within the limits, GBq; null where that is more than anyone gives. */
  readonly mostGBq: number | null
  readonly withinTreatment: boolean
  readonly withinCumulative: boolean
  /** Only of glass; true where it is within the label's cap. */
  readonly withinGlassCap: boolean | null
  readonly reasons: readonly string[]
}

/** GBq; the largest vial holds 20. */
const beyondAnyGBq = 100

/**
 * Holds a plan's lung dose against the limits.
 *
 * @param earlierGy the lung dose of earlier treatments, in Gy
 * @see docs/sources.md, Dosimetry: 30 Gy a treatment, 50 Gy together; glass label, 0.61 GBq to the lung
 */
export function lungCheck(workUp: SirtWorkUp, earlierGy: number): LungCheck {
  const { plannedActivity, device, lungShunt } = workUp
  const { lungKg } = massesOf(workUp)
  const fraction = lungShunt / 100
  const doseGy = lungDose(plannedActivity, fraction, lungKg)
  const totalGy = earlierGy + doseGy
  const activityGBq = plannedActivity * fraction
  const most = fraction > 0 ? activityAtLungLimit(fraction, lungKg, earlierGy) : Number.POSITIVE_INFINITY
  const withinGlassCap = device === 'glass' ? activityGBq <= glassLungActivityCapGBq : null
  const withinTreatment = doseGy <= lungLimitsGy.treatment
  const withinCumulative = totalGy <= lungLimitsGy.cumulative
  return {
    ...{ doseGy, earlierGy, totalGy, activityGBq, withinTreatment, withinCumulative, withinGlassCap },
    mostGBq: most <= beyondAnyGBq ? most : null,
    reasons: [
      ...(withinTreatment
        ? []
        : [
            `The lung would receive ${doseGy.toFixed(1)} Gy: the limit for one treatment is ${lungLimitsGy.treatment} Gy`,
          ]),
      ...(withinCumulative
        ? []
        : [
            `The lung would have received ${totalGy.toFixed(1)} Gy in all: the limit is ${lungLimitsGy.cumulative} Gy`,
          ]),
      ...(withinGlassCap === false
        ? [
            `${activityGBq.toFixed(2)} GBq would reach the lung: the label of glass microspheres takes ${glassLungActivityCapGBq} GBq`,
          ]
        : []),
    ],
  }
}
