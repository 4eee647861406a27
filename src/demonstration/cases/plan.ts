/** What one invented case is about, before it is told. */

import type { Technique } from '#core/catalogue/techniques.ts'
import { techniquesFor } from '#core/catalogue/techniques.ts'
import type { Disease } from './diseases.ts'
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
  /** The MDT meetings' day of the week at this service, 1 for Monday, and its hour. */
  readonly meeting: { readonly weekday: number; readonly hour: number }
}

export const has = (plan: CasePlan, technique: Technique) => techniquesFor(plan.procedure).includes(technique)
export const modifies = (plan: CasePlan) => plan.intent === 'disease-modifying'

/** The next meeting of the MDT after a moment. */
export function nextMeeting({ meeting }: Pick<CasePlan, 'meeting'>, after: Date): Date {
  const at = new Date(after)
  at.setUTCHours(meeting.hour, 0, 0, 0)
  while (at.getUTCDay() !== meeting.weekday || at <= after) at.setUTCDate(at.getUTCDate() + 1)
  return at
}
