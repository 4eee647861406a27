/** Clauses that what was said before a procedure did not keep. */

import { ukDay } from '../../../calendar/uk-day.ts'
import { procedureWithin } from '../../../catalogue/procedures.ts'
import { isRadioactive } from '../../../catalogue/techniques.ts'
import { competentFor, delegateFor } from '../../../service/standing.ts'
import type { Bodies, Judged } from '../../bodies.ts'
import { decisionOn } from '../../reading/consent.ts'
import { referralOf } from '../../reading/referral.ts'
import { openBookings } from '../../reading/treatments.ts'
import { type Breach, rcr } from '../remark.ts'

/** Clause 3.5, unless need is urgent. */
export function referralBreaches({ body }: Judged<Bodies['referral']>): readonly Breach[] {
  if (body.urgency !== 'elective') return []
  const breaches: Breach[] = []
  if (!body.consultantAware)
    breaches.push({
      clause: rcr('3.5'),
      path: 'consultantAware',
      words: 'An elective referral is made with the knowledge of the consultant in overall charge',
    })
  if (!body.radiologistInMdt)
    breaches.push({
      clause: rcr('3.5'),
      path: 'radiologistInMdt',
      words: 'An elective referral is made to a radiologist who is a member of the MDT',
    })
  return breaches
}

/** Clause 3.7: who was referred by another provider is discussed where the procedure will be done. */
export function discussionBreaches({
  body,
  course,
  surroundings,
}: Judged<Bodies['mdt-discussion']>): readonly Breach[] {
  const from = referralOf(course)?.referral.body.from
  if (!from || from === surroundings.treating || body.organisation === surroundings.treating) return []
  const words = 'Referred from elsewhere: the MDT meeting has to be the one where the procedure will be done'
  return [{ clause: rcr('3.7'), path: 'organisation', words }]
}

/** Clauses 4.2.1 and 4.2.2. */
export function informationBreaches({ body }: Judged<Bodies['information']>): readonly Breach[] {
  const breaches: Breach[] = []
  if (body.leaflet === 'none')
    breaches.push({
      clause: rcr('4.2.1'),
      path: 'leaflet',
      words: 'A service has leaflets for all of its procedures',
    })
  if (body.leaflet === 'not-given')
    breaches.push({
      clause: rcr('4.2.2'),
      path: 'leaflet',
      words: 'The patient is offered the leaflet of the procedure',
    })
  if (isRadioactive(body.procedure) && body.radiationProtection !== true)
    breaches.push({
      clause: rcr('4.2.2'),
      path: 'radiationProtection',
      words: 'Radiation protection is discussed before a radioactive treatment',
    })
  return breaches
}

/** Clause 4.3: by the operator, or by a delegate who is trained for the procedure. */
export function consentBreaches({
  body,
  surroundings,
  occurredAt,
}: Judged<Bodies['consent']>): readonly Breach[] {
  if (!body.by || body.as !== 'delegate') return []
  if (delegateFor(surroundings.service, body.by, body.procedure, ukDay(occurredAt))) return []
  const words = `The competence register does not show that ${body.by.name} is trained to take consent for ${procedureWithin(body.procedure)}`
  return [{ clause: rcr('4.3'), path: 'by', words }]
}

/** Clause 4.5.1 confirms a consent that there is. */
export function confirmationBreaches({
  body,
  course,
  occurredAt,
}: Judged<Bodies['consent-confirmation']>): readonly Breach[] {
  const procedure = openBookings(course)[0]?.body.procedure ?? referralOf(course)?.referral.body.procedure
  if (!body.confirmed || !procedure) return []
  if (decisionOn(course, procedure, occurredAt).state === 'given') return []
  const words = `There is no consent to ${procedureWithin(procedure)} on record to be confirmed`
  return [{ clause: rcr('4.3'), path: 'confirmed', words }]
}

/** Clause 4.5.2: fitness assessed, by a member of the team, on the pro forma. */
export function admissionBreaches({
  body,
  course,
  surroundings,
  occurredAt,
}: Judged<Bodies['admission']>): readonly Breach[] {
  const breach = (path: string, words: string): Breach => ({ clause: rcr('4.5.2'), path, words })
  if (body.fit === 'not-assessed') return [breach('fit', 'Fitness to proceed is assessed on admission')]
  const breaches: Breach[] = []
  const procedure = openBookings(course)[0]?.body.procedure
  const isRegistered =
    body.assessedBy !== undefined &&
    procedure !== undefined &&
    competentFor(surroundings.service, body.assessedBy, 'fitness-assessor', procedure, ukDay(occurredAt))
  if (body.assessorInTeam === false && !isRegistered)
    breaches.push(
      breach('assessorInTeam', 'Fitness is assessed by a member of the interventional radiology team'),
    )
  if (body.proForma === false)
    breaches.push(breach('proForma', 'Fitness is assessed on the pro forma of the procedure'))
  return breaches
}
