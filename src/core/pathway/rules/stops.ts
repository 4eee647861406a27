/** What stops a plan. What has happened already is never stopped: that is what `breachesOf` is for. */

import { momentWords } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import type { Bodies, Judged } from '../bodies.ts'
import { decisionOn } from '../reading/consent.ts'
import { endOf } from '../reading/referral.ts'
import { licensedProcedure, missingLicences } from './licences.ts'
import { rcr, type Stop } from './remark.ts'

/**
 * A booking: not for a patient who has declined or withdrawn; without consent only when it is said when it
 * will be asked for; not in a case that has ended.
 */
export function bookingStops({ body, course }: Judged<Bodies['booking']>): readonly Stop[] {
  const end = endOf(course)
  if (end) {
    const why = end.kind === 'death' ? 'The patient died' : 'The case was closed'
    return [
      { clause: '', path: '', words: `${why} on ${momentWords(end.occurredAt)}: nothing can be booked` },
    ]
  }
  const name = procedureWithin(body.procedure)
  const { state, stated } = decisionOn(course, body.procedure, body.plannedFor)
  switch (state) {
    case 'declined':
    case 'withdrawn': {
      const on = stated ? ` on ${momentWords(stated.occurredAt)}` : ''
      const words = `The patient ${state === 'declined' ? 'declined' : 'withdrew consent to'} ${name}${on}. Record a new consent before you book`
      return [{ clause: rcr('4.3'), path: 'procedure', words }]
    }
    case 'none':
    case 'used': {
      if (body.consentPlan) return []
      const already =
        state === 'used'
          ? 'The consent on record was for an earlier treatment'
          : `There is no consent to ${name} on record`
      return [
        {
          clause: rcr('4.3'),
          path: 'consentPlan',
          words: `${already}. Record it, or select when it will be asked for`,
        },
      ]
    }
    case 'given':
      return []
  }
}

/** A radioactive agent: only with both licences on the day of injection. */
export function prescriptionStops({
  body,
  course,
  surroundings,
}: Judged<Bodies['prescription']>): readonly Stop[] {
  const procedure = licensedProcedure(body.agent)
  if (!procedure || !body.injectionAt) return []
  const end = endOf(course)
  if (end?.kind === 'death') {
    const words = `The patient died on ${momentWords(end.occurredAt)}: nothing can be prescribed`
    return [{ clause: '', path: '', words }]
  }
  return missingLicences(surroundings, procedure, body.injectionAt, body.prescriber, 'prescriber')
}
