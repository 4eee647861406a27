/** What looks wrong and may yet be right: said beside its field, and accepted once someone confirms it. */

import type { Bodies } from '../bodies.ts'
import type { Facts } from '../facts.ts'
import { caseKindNamed } from '../kinds.ts'
import { implausibleIn } from './plausible.ts'
import type { Warning } from './remark.ts'
import { bleedingWarnings, complicationWarnings, consentWarnings, lungWarnings } from './warnings/harm.ts'
import { bookingWarnings, prescriptionWarnings, scoreWarnings, workUpWarnings } from './warnings/plans.ts'
import { referralWarnings } from './warnings/referral.ts'
import { dischargeWarnings, treatmentWarnings } from './warnings/treatment.ts'

/**
 * What looks wrong in a body.
 *
 * @param body one that keeps its kind's schema
 * @param occurredAt when it happened; by default the present
 */
export function warningsOf(
  kindName: string,
  body: unknown,
  facts: Facts,
  occurredAt: string = facts.now,
): readonly Warning[] {
  const kind = caseKindNamed(kindName)
  if (!kind) return []
  const implausible = implausibleIn(kind.fields, body as Readonly<Record<string, unknown>>)
  return [...implausible, ...particular(kindName, body, facts, occurredAt)]
}

function particular(kindName: string, body: unknown, facts: Facts, occurredAt: string): readonly Warning[] {
  switch (kindName) {
    case 'referral':
      return referralWarnings(body as Bodies['referral'])
    case 'treatment':
      return treatmentWarnings(body as Bodies['treatment'], facts, occurredAt)
    case 'discharge':
      return dischargeWarnings(facts, occurredAt)
    case 'booking':
      return bookingWarnings(body as Bodies['booking'], facts, occurredAt)
    case 'prescription':
      return [
        ...prescriptionWarnings(body as Bodies['prescription'], facts),
        ...lungWarnings(body as Bodies['prescription'], facts),
      ]
    case 'consent':
      return consentWarnings(body as Bodies['consent'], facts, occurredAt)
    case 'complication':
      return complicationWarnings(body as Bodies['complication'])
    case 'work-up':
      return [
        ...workUpWarnings(body as Parameters<typeof workUpWarnings>[0]),
        ...bleedingWarnings(body as Parameters<typeof bleedingWarnings>[0], facts),
      ]
    case 'symptom-score':
      return scoreWarnings(body as Bodies['symptom-score'], facts)
    default:
      return []
  }
}
