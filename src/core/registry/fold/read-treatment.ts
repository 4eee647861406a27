/** All that rows need to know of one treatment, read once. */

import type { KeyOf } from '../patient-for-registry.ts'
import type { AssessmentFacts, SessionFacts } from './facts.ts'
import { daysOfLife, type Life } from './life.ts'
import { type LocalControl, localControlOf } from './local.ts'
import { type Safety, safetyOf } from './safety.ts'
import { type TreatmentFacts, treatmentAbout, treatmentAfter } from './treatments.ts'
import { type TumourFacts, tumoursOf } from './tumours.ts'

/** What every treatment of a patient shares. */
export interface Around {
  /** The pseudonym. */
  readonly patient: string
  readonly sex: string
  /** Null where it is not known, or cannot be. */
  readonly birthOn: string | null
  readonly life: Life
  /** The scans of all cases, by time, without baselines. */
  readonly scans: readonly AssessmentFacts[]
  readonly keyOf: KeyOf
}

export interface ReadTreatment {
  readonly treatment: TreatmentFacts
  /** Those of the same case, by time, this one among them. */
  readonly siblings: readonly TreatmentFacts[]
  /** The first day of the patient's next treatment of the same intent. */
  readonly nextOn: string | null
  /** Its scans, by time, the baseline too. */
  readonly own: readonly AssessmentFacts[]
  readonly tumours: readonly (TumourFacts & { readonly control: LocalControl })[]
  readonly safety: readonly (Safety & { readonly session: SessionFacts })[]
  readonly lives: ReturnType<typeof daysOfLife>
}

export function readTreatment(
  treatment: TreatmentFacts,
  siblings: readonly TreatmentFacts[],
  nextOn: string | null,
  life: Life,
): ReadTreatment {
  const { told } = treatment
  const own = told.assessments.filter((scan) => {
    const of = scan.baseline ? treatmentAfter(siblings, scan) : treatmentAbout(siblings, scan)
    return of === treatment
  })
  const ownSet = new Set(own)
  return {
    treatment,
    siblings,
    nextOn,
    own,
    tumours: tumoursOf(treatment).map((tumour) => ({
      ...tumour,
      control: localControlOf(tumour, treatment, told.assessments, ownSet),
    })),
    safety: treatment.sessions.map((session) => ({ session, ...safetyOf(session, told, life) })),
    lives: daysOfLife(life, treatment.startOn),
  }
}
