/** What one invented case is about, before it is told. */

import type { Technique } from '#core/catalogue/techniques.ts'
import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Disease } from './diseases.ts'
import type { Fate } from './fate.ts'
import type { DemonstrationMeeting, MdtTeam } from './meetings.ts'
import type { InventedPatient } from './patients.ts'
import type { ServiceEntries } from './service-record.ts'
import type { Colleague } from './team.ts'

export interface CasePlan {
  readonly patient: InventedPatient
  readonly procedure: string
  readonly disease: Disease
  readonly intent: 'supportive' | 'disease-modifying'
  readonly urgency: 'elective' | 'urgent' | 'emergency'
  readonly referredAt: Date
  /** Where the patient was referred from: the service's own organisation, or another. */
  readonly from: string
  readonly referrer: Colleague
  readonly radiologist: Colleague
  readonly side: 'left' | 'right' | null
  readonly service: ServiceEntries
  /** Treated at this time, whatever the day of the week: so that there is something on today's list. */
  readonly plannedFor?: Date
  readonly refused: boolean
  readonly fate: Fate
  /** Every patient of this service is followed up, but those whose fate is otherwise. */
  readonly chases: boolean
  /** The MDT that discusses it. */
  readonly mdt: MdtTeam
}

export const has = (plan: CasePlan, technique: Technique) => techniquesFor(plan.procedure).includes(technique)
export const modifies = (plan: CasePlan) => plan.intent === 'disease-modifying'

/** The next meeting of the case's MDT after a moment. */
export function nextMeeting({ mdt }: Pick<CasePlan, 'mdt'>, after: Date): DemonstrationMeeting | undefined {
  return mdt.meetings.find(({ at }) => at > after)
}
