/** What each procedure that a service offers has of what the clauses ask of a service, and what it lacks. */

import { ukDay } from '../calendar/uk-day.ts'
import { IMAGE_GUIDED_BIOPSY } from '../catalogue/procedures.ts'
import { isRadioactive, techniquesFor } from '../catalogue/techniques.ts'
import { isDiseaseModifying } from '../census/availability.ts'
import { censusAnswer } from '../census/kinds.ts'
import { provisionOf } from '../census/provision.ts'
import type { Course, Stated } from '../pathway/course.ts'
import { competence } from './kinds.ts'
import { leafletFor, licenceCovering, type ProtocolArea, protocolFor } from './standing.ts'
import { inForce, proceduresOf, standingOn } from './state.ts'

/** Something that a procedure needs its service to have. */
export interface ServiceNeed {
  readonly key: string
  readonly title: string
  /** The clause of rcr-2013 that asks for it. */
  readonly clause: string
  /** The kind that answers it, and what its form can be begun with. */
  readonly kind: string
  readonly begin: Readonly<Record<string, string>>
  appliesTo(procedure: string): boolean
  find(service: Course, procedure: string, day: string): Stated | undefined
}

const always = () => true

const byProtocol = (
  area: ProtocolArea,
  title: string,
  clause: string,
  appliesTo: (procedure: string) => boolean = always,
): ServiceNeed => ({
  key: area,
  title,
  clause,
  kind: 'protocol',
  begin: { area },
  appliesTo,
  find: (service, procedure, day) => protocolFor(service, area, procedure, day),
})

const bringsAgent = (procedure: string): boolean =>
  isRadioactive(procedure) || techniquesFor(procedure).includes('chemotherapy')

/** A sample is taken and nothing is treated: no plan of follow-up of its own. */
const treats = (procedure: string): boolean => procedure !== IMAGE_GUIDED_BIOPSY

export const serviceNeeds: readonly ServiceNeed[] = [
  {
    key: 'leaflet',
    title: 'Leaflet',
    clause: '4.2.1',
    kind: 'leaflet-adoption',
    begin: {},
    appliesTo: always,
    find: (service, procedure, day) => leafletFor(service, procedure, undefined, day),
  },
  {
    key: 'operator',
    title: 'Operator',
    clause: '4.6',
    kind: 'competence',
    begin: { role: 'operator' },
    appliesTo: always,
    find: (service, procedure, day) =>
      inForce(service, competence, day).findLast(
        (each) => each.body.role === 'operator' && proceduresOf(service, each, day).includes(procedure),
      ),
  },
  {
    key: 'practitioner-licence',
    title: 'Practitioner’s licence',
    clause: '4.4.3',
    kind: 'licence',
    begin: { holder: 'practitioner' },
    appliesTo: isRadioactive,
    find: (service, procedure, day) => licenceCovering(service, procedure, day, 'practitioner'),
  },
  {
    key: 'employer-licence',
    title: 'Employer’s licence',
    clause: '4.4.3',
    kind: 'licence',
    begin: { holder: 'employer' },
    appliesTo: isRadioactive,
    find: (service, procedure, day) => licenceCovering(service, procedure, day, 'employer'),
  },
  byProtocol('therapeutic-agents', 'Agents', '4.4.2', bringsAgent),
  byProtocol('fitness', 'Fitness', '4.5.2'),
  byProtocol('recovery', 'Recovery', '4.7.1'),
  byProtocol('aftercare', 'Aftercare', '5.1'),
  byProtocol('radiation-protection', 'Radiation', '5.3', isRadioactive),
  byProtocol('follow-up', 'Follow-up', '5.4', treats),
  byProtocol('response-assessment', 'Response', '6.7', isDiseaseModifying),
]

export interface Covered {
  readonly need: ServiceNeed
  /** `late`: there, and its review is. */
  readonly state: 'there' | 'late' | 'missing' | 'not-needed'
  readonly by?: Stated
}

export interface ProcedureCoverage {
  readonly procedure: string
  readonly needs: readonly Covered[]
  readonly missing: number
}

export interface Coverage {
  /** Where the list of procedures is from: the census's last answer, else what the record names, else nothing. */
  readonly source: 'census' | 'record' | 'nothing'
  /** The day of the census answer. */
  readonly saidOn?: string
  readonly procedures: readonly ProcedureCoverage[]
  readonly missing: number
}

/** What each procedure has and lacks on a day. */
export function coverageOf(service: Course, day: string): Coverage {
  const { procedures, ...offered } = offeredBy(service, day)
  const rows = procedures.map((procedure) => coverageFor(service, procedure, day))
  return { ...offered, procedures: rows, missing: rows.reduce((sum, row) => sum + row.missing, 0) }
}

function coverageFor(service: Course, procedure: string, day: string): ProcedureCoverage {
  const needs = serviceNeeds.map((need): Covered => {
    if (!need.appliesTo(procedure)) return { need, state: 'not-needed' }
    const by = need.find(service, procedure, day)
    if (!by) return { need, state: 'missing' }
    return { need, by, state: standingOn(service, by, day).state === 'overdue' ? 'late' : 'there' }
  })
  return { procedure, needs, missing: needs.filter(({ state }) => state === 'missing').length }
}

interface Offered {
  readonly source: Coverage['source']
  readonly saidOn?: string
  readonly procedures: readonly string[]
}

/** The procedures that a service offers: as it told the census last; where it did not say which, those that its record names. */
export function offeredBy(service: Course, day: string): Offered {
  const answer = service
    .of(censusAnswer)
    .findLast(({ body, occurredAt }) => body.wave === 'first' && ukDay(occurredAt) <= day)
  const told = answer && provisionOf(answer.body.answers).procedures
  if (answer && told) return { source: 'census', saidOn: ukDay(answer.occurredAt), procedures: told }
  const named = new Set(
    ['competence', 'licence', 'protocol', 'leaflet-adoption'].flatMap((name) =>
      inForce(service, { name }, day).flatMap((stated) => proceduresOf(service, stated, day)),
    ),
  )
  return named.size > 0 ? { source: 'record', procedures: [...named] } : { source: 'nothing', procedures: [] }
}
