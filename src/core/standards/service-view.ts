/** A service as clauses look at it: its record on a day, the procedures that it does, who operates. */

import { ukDay } from '../calendar/uk-day.ts'
import { dayWords } from '../calendar/uk-time.ts'
import { procedureWithin } from '../catalogue/procedures.ts'
import { censusAnswer } from '../census/kinds.ts'
import { provisionOf } from '../census/provision.ts'
import type { Course } from '../pathway/course.ts'
import type { Surroundings } from '../pathway/surroundings.ts'
import { clinicianKey } from '../service/clinician.ts'
import { attestation, competence } from '../service/kinds.ts'
import { attestationOf, type Competence } from '../service/standing.ts'
import { inForce } from '../service/state.ts'
import type { Judged } from './clause.ts'
import { late, met, notMet, type Subject } from './finding.ts'

export interface ServiceView {
  readonly service: Course
  readonly surroundings: Surroundings
  /** The present; ISO 8601, UTC. */
  readonly asOf: string
  /** The day of the present in the United Kingdom. */
  readonly day: string
  /** What the service says that it does: in its last census answer, and by whom it says are its operators. */
  readonly procedures: readonly string[]
  /** Who operates, one statement a person. */
  readonly operators: readonly Competence[]
  /** What the service attests of a clause; not met where it attests nothing. */
  attestationOf(clause: string): Judged
}

/** The service as a whole, as the subject of a clause. */
export const wholeService = (): readonly Subject[] => [{ about: '' }]

export function serviceView(
  service: Course,
  surroundings: Surroundings,
  asOf: string,
  standard: string,
): ServiceView {
  const day = ukDay(asOf)
  const operating = inForce(service, competence, day).filter(({ body }) => body.role === 'operator')
  return {
    service,
    surroundings,
    asOf,
    day,
    procedures: proceduresDone(service, operating),
    operators: [...new Map(operating.map((each) => [clinicianKey(each.body.who), each])).values()],
    attestationOf: (clause) => attestedOn(service, standard, clause, day),
  }
}

function proceduresDone(service: Course, operating: readonly Competence[]): readonly string[] {
  const answered = service.latest(censusAnswer)
  const declared = answered ? (provisionOf(answered.body.answers).procedures ?? []) : []
  const operated = operating.flatMap(({ body }) => body.procedures ?? []).map(({ procedure }) => procedure)
  return [...new Set([...declared, ...operated])].sort()
}

function attestedOn(service: Course, standard: string, clause: string, day: string): Judged {
  const held = attestationOf(service, standard, clause, day)
  if (held) {
    const until = `until ${dayWords(held.body.until)}`
    const said = `Attested on ${dayWords(ukDay(held.occurredAt))}, ${until}: ${held.body.statement}`
    return { about: held.first, ...(held.body.verdict === 'met' ? met(said, held) : notMet(said, held)) }
  }
  const past = service
    .of(attestation)
    .findLast(
      ({ body, occurredAt }) =>
        body.standard === standard && body.clause === clause && ukDay(occurredAt) <= day,
    )
  if (!past) return { about: '', ...notMet('The service has attested nothing for this clause.') }
  const words = `What was attested was valid until ${dayWords(past.body.until)}, and nothing has followed.`
  return { about: past.first, ...late(words, past) }
}

/** Several procedures in words: `liver ablation, nephrostomy and 3 more`. */
export function proceduresInWords(procedures: readonly string[]): string {
  const shown = procedures.slice(0, 4).map((each) => procedureWithin(each))
  const rest = procedures.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}
