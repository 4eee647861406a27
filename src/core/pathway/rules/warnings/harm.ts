/** What may do harm and is often known beforehand: bleeding, the lung's dose, a child's consent, a grade that belies its outcome. */

import { ukDay } from '../../../calendar/uk-day.ts'
import { techniquesFor } from '../../../catalogue/techniques.ts'
import { lungCheck } from '../../../dosimetry/lung-check.ts'
import { earlierLung } from '../../../dosimetry/over-course.ts'
import { ageAt } from '../../../patient/age.ts'
import type { Bodies } from '../../bodies.ts'
import type { Facts } from '../../facts.ts'
import { workUp } from '../../kinds/planning.ts'
import { procedureOf } from '../../reading/treatments.ts'
import type { Warning } from '../remark.ts'

interface Clotting {
  readonly inr?: number | undefined
  /** 10⁹/L */
  readonly platelets?: number | undefined
}

/**
 * The clotting that a procedure asks for. Of the high-risk ones only ablation was read by name; everything else has
 * the wider limits of low risk, so that no warning rests on a guess.
 *
 * @see docs/sources.md, Before a procedure: Society of Interventional Radiology, 2019
 */
function limitsFor(procedure: string) {
  const isAblation = techniquesFor(procedure).includes('ablation')
  const isArterial = ['transarterial-chemoembolisation', 'selective-internal-radiation-therapy'].includes(
    procedure,
  )
  if (isAblation) return { inr: 1.8, platelets: 50, why: 'before an ablation' }
  if (isArterial) return { inr: 1.8, platelets: 20, why: 'for femoral access; 2.2 for radial' }
  return { inr: 3, platelets: 20, why: 'before a procedure with a low risk of bleeding' }
}

const elsewhere = 'other limits apply in chronic liver disease'

/** Clotting outside of what the procedure of the case asks for. */
export function bleedingWarnings({ inr, platelets }: Clotting, { course }: Facts): readonly Warning[] {
  const procedure = procedureOf(course)
  if (procedure === undefined) return []
  const limits = limitsFor(procedure)
  const found: Warning[] = []
  if (inr !== undefined && inr > limits.inr)
    found.push({
      path: 'inr',
      words: `INR ${inr} is above ${limits.inr} ${limits.why} (Society of Interventional Radiology, 2019; ${elsewhere})`,
    })
  if (platelets !== undefined && platelets < limits.platelets)
    found.push({
      path: 'platelets',
      words: `Platelets of ${platelets} are below ${limits.platelets} × 10⁹/L, the lowest for this procedure (Society of Interventional Radiology, 2019; ${elsewhere})`,
    })
  return found
}

/** What the lung would receive of the yttrium-90 that is prescribed, by the last work-up, beyond its limits. */
export function lungWarnings(
  { agent, dose, injectionAt }: Bodies['prescription'],
  { course, now }: Facts,
): readonly Warning[] {
  const planned = course.latest(workUp)?.body.sirt
  if (!planned || (agent !== 'y90-resin' && agent !== 'y90-glass')) return []
  const device = agent === 'y90-resin' ? 'resin' : 'glass'
  const { earlierGy } = earlierLung(course, injectionAt ?? now)
  return lungCheck({ ...planned, device, plannedActivity: dose }, earlierGy).reasons.map((words) => ({
    path: 'dose',
    words,
  }))
}

/**
 * A child's consent. From 16 a patient is taken to be able to consent; before, one who understands what it means,
 * else someone with parental responsibility.
 *
 * @see docs/sources.md, Before a procedure: consent of children
 */
export function consentWarnings(
  { decision, givenBy }: Bodies['consent'],
  { patient }: Facts,
  occurredAt: string,
): readonly Warning[] {
  if (decision !== 'given' || !patient) return []
  const age = ageAt(patient.birthOn, ukDay(occurredAt))
  if (age >= 16 || (givenBy !== undefined && givenBy !== 'patient')) return []
  const words =
    givenBy === undefined
      ? `The patient is ${age}. Select who gave consent`
      : `The patient is ${age}. Confirm that they understand what the procedure means, else someone with parental responsibility consents`
  return [{ path: 'givenBy', words }]
}

/** A grade that says death where the outcome does not, or the other way round. */
export function complicationWarnings({ cirse, ctcae, outcome }: Bodies['complication']): readonly Warning[] {
  const gradedDeath = cirse === '6' || ctcae === '5'
  if (gradedDeath && outcome !== 'died')
    return [{ path: 'outcome', words: 'The grade says that the patient died of it, the outcome does not' }]
  if (outcome === 'died' && cirse !== '6')
    return [{ path: 'cirse', words: 'The outcome says that the patient died of it: CIRSE grade 6 is death' }]
  return []
}
