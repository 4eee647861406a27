/** Clauses that a prescription did not keep: signed, by a written protocol, with licences. */

import type { Bodies, Judged } from '../../bodies.ts'
import { therapeuticAgents } from '../../kinds/preparation.ts'
import { licensedProcedure, missingLicences } from '../licences.ts'
import { type Breach, rcr } from '../remark.ts'

/** Clauses 4.4.2 and 4.4.3. Licences are judged here once the injection lies in the past; before, they stop it. */
export function prescriptionBreaches(
  { body, surroundings }: Judged<Bodies['prescription']>,
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
  const procedure = licensedProcedure(body.agent)
  if (!isPlan && procedure && body.injectionAt)
    breaches.push(
      ...missingLicences(surroundings, procedure, body.injectionAt, body.prescriber, 'prescriber'),
    )
  return breaches
}
