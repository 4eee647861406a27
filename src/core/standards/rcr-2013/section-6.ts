/**
 * Section 6: outcome measures.
 *
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, section 6
 */

import { ukDay } from '../../calendar/uk-day.ts'
import { procedureById } from '../../catalogue/procedures.ts'
import { responseAssessment } from '../../pathway/kinds/follow-up.ts'
import { namedProtocol, protocolFor } from '../../service/standing.ts'
import { attested, clause, undecided } from '../clause.ts'
import { met, notMet } from '../finding.ts'
import type { ServiceView } from '../service-view.ts'
import type { Section } from '../standard.ts'
import { protocolsInPlace } from './aftercare.ts'
import { clinicianNamed } from './follow-up.ts'
import { efficacyAssessed, feedbackSought, safetyRecorded, symptomsScored } from './outcome.ts'

const newInterventions = attested({
  number: '6.1',
  asks: 'New interventions are developed within well-designed clinical trials, where feasible',
  how: 'The record does not know which interventions are new; a treatment can name its study, and no more. The service attests it.',
})

const resources = attested({
  number: '6.2',
  asks: 'Outcome data have adequate resource, and oncologists and radiologists take part in cancer peer review',
  how: 'Resource and peer review are not in the data. The service attests them, with a document.',
})

const registries = undecided({
  number: '6.3',
  asks: 'National registries are encouraged for new interventions',
  how: 'It speaks to the profession as a whole, not to one service.',
})

/** Clause 6.6: the MDT follows the patient through one designated clinician, and response is read by experts. */
const followedByMdt = clause({
  number: '6.6',
  asks: 'After a disease-modifying procedure one designated clinician follows the patient, and experts read the response',
  how: 'For disease-modifying treatments: what 5.5 asks, and every response assessment after the treatment was read by a specialist in the procedure’s imaging.',
  appliesTo: ({ treated }) => treated.filter(({ intent }) => intent === 'disease-modifying'),
  find: (treated, view) => {
    const named = clinicianNamed(treated, view)
    if (named.verdict !== 'met') return named
    const { done, next } = treated
    const reads = view.course
      .of(responseAssessment)
      .filter(
        ({ body, occurredAt }) =>
          !body.baseline &&
          occurredAt > done.occurredAt &&
          (body.treatment === undefined
            ? next === undefined || occurredAt < next.occurredAt
            : view.course.standing(body.treatment)?.first === done.first),
      )
    const layRead = reads.find(({ body }) => !body.specialist)
    if (layRead)
      return notMet('A response was read by somebody who is no specialist in this imaging.', layRead)
    const entries = [...named.entries, ...reads.map(({ entry }) => entry)]
    const words = reads.length > 0 ? ', and specialists read the response' : ''
    return {
      ...named,
      reason: `One clinician is responsible for follow-up${words}.`,
      entries: [...new Set(entries)],
    }
  },
})

/** Clause 6.7: the MDT has a protocol on how response is best assessed after each intervention. */
const responseByProtocol = clause({
  number: '6.7',
  asks: 'Response is assessed by a protocol that the MDT has set for the intervention',
  how: 'Of a case: each response assessment after a treatment names a response protocol of the service for the procedure, or one was in force that day. Of the service: there is one for each disease-modifying procedure that it says it does.',
  appliesTo: ({ course, treated }) =>
    course.of(responseAssessment).flatMap((assessed) => {
      const of = assessed.body.baseline ? undefined : treatmentOf(assessed)
      return of ? [{ about: assessed.first, ...(of.month ? { month: of.month } : {}), assessed, of }] : []

      function treatmentOf({ body, occurredAt }: typeof assessed) {
        const first = body.treatment === undefined ? undefined : course.standing(body.treatment)?.first
        return first === undefined
          ? treated.findLast(({ done }) => done.occurredAt < occurredAt)
          : treated.find(({ about }) => about === first)
      }
    }),
  find: ({ assessed, of }, { surroundings: { service } }) => {
    const { protocol } = assessed.body
    const day = ukDay(assessed.occurredAt)
    const held =
      namedProtocol(service, protocol, 'response-assessment', of.procedure, day) ??
      protocolFor(service, 'response-assessment', of.procedure, day)
    return held
      ? met('Assessed while a protocol for this procedure was in force.', assessed, held)
      : notMet('No protocol says how response is assessed after this procedure.', assessed)
  },
  service: protocolsInPlace('response-assessment', 'a response protocol', diseaseModifying),
})

function diseaseModifying({ procedures }: ServiceView): readonly string[] {
  return procedures.filter((each) => procedureById(each)?.categoryBy.college.includes('disease-modifying'))
}

export const section6: Section = {
  number: '6',
  title: 'Outcome measures',
  clauses: [
    newInterventions,
    resources,
    registries,
    symptomsScored,
    efficacyAssessed,
    safetyRecorded,
    feedbackSought,
    followedByMdt,
    responseByProtocol,
  ],
}
