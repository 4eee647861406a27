/** Clauses that a prescription did not keep: signed, by a written protocol, with licences. */

import { ukDay } from '../../../calendar/uk-day.ts'
import { procedureWithin } from '../../../catalogue/procedures.ts'
import { namedProtocol } from '../../../service/standing.ts'
import type { Bodies, Judged } from '../../bodies.ts'
import { therapeuticAgents } from '../../kinds/preparation.ts'
import { procedureOf } from '../../reading/treatments.ts'
import { licensedProcedure, missingLicences } from '../licences.ts'
import { type Breach, rcr } from '../remark.ts'

/** Clauses 4.4.2 and 4.4.3. Licences are judged here once the injection lies in the past; before, they stop it. */
export function prescriptionBreaches(
  { body, course, surroundings, occurredAt }: Judged<Bodies['prescription']>,
  isPlan: boolean,
): readonly Breach[] {
  const breaches: Breach[] = []
  if (!body.signed)
    breaches.push({
      clause: rcr('4.4.2'),
      path: 'signed',
      words: 'A prescription is signed by its prescriber',
    })
  if (!body.protocol && therapeuticAgents.includes(body.agent))
    breaches.push({
      clause: rcr('4.4.2'),
      path: 'protocol',
      words: 'A therapeutic agent is prescribed by a written protocol',
    })
  const of = procedureOf(course)
  if (body.protocol && of && therapeuticAgents.includes(body.agent))
    if (!namedProtocol(surroundings.service, body.protocol, 'therapeutic-agents', of, ukDay(occurredAt)))
      breaches.push({
        clause: rcr('4.4.2'),
        path: 'protocol',
        words: `This is no protocol on the agents of ${procedureWithin(of)} that is in force`,
      })
  const procedure = licensedProcedure(body.agent)
  if (!isPlan && procedure && body.injectionAt)
    breaches.push(
      ...missingLicences(surroundings, procedure, body.injectionAt, body.prescriber, 'prescriber'),
    )
  return breaches
}
