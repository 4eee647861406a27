/** Cases and services made of what a test says of them: `caseWith(referral({ ... }), treatment({ on: '2026-03-02' }))`. */

import { ukMoment } from '#core/calendar/uk-time.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import * as followUp from '#core/pathway/kinds/follow-up.ts'
import * as planning from '#core/pathway/kinds/planning.ts'
import * as preparation from '#core/pathway/kinds/preparation.ts'
import * as procedure from '#core/pathway/kinds/procedure.ts'
import * as referring from '#core/pathway/kinds/referral.ts'
import type { MeetingHeld, Surroundings } from '#core/pathway/surroundings.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Kind } from '#core/record/kind.ts'
import * as ofService from '#core/service/kinds.ts'

const HERE = 'ZT001'
export const ELSEWHERE = 'ZT002'
export const TACE = 'transarterial-chemoembolisation'
export const SIRT = 'selective-internal-radiation-therapy'

/** One statement, before it is an entry. */
export interface Said {
  readonly id: string
  readonly kind: Kind
  readonly at: string
  readonly body: unknown
  readonly corrects?: string
}

interface When {
  /** The day, as 2026-03-02; it happened at noon unless `time` says otherwise. */
  readonly on?: string
  readonly time?: string
}

let made = 0
const nextId = () => `019f0000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`

type Over<Body> = { readonly [Field in keyof Body]?: Body[Field] | undefined } & When
type Usual = { readonly on: string; readonly time?: string; readonly [field: string]: unknown }

/** Says one kind: a body that stands for the usual, with what a test says over it. Undefined takes a field out. */
function saying<Body>(kind: Kind<string, Body>, usual: Usual): (over?: Over<Body>) => Said {
  return (over) => {
    const { on, time, ...body } = { ...usual, ...over } as Usual
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    const parsed = kind.schema.parse(given)
    return { id: nextId(), kind: kind as unknown as Kind, at: ukMoment(on, time ?? '12:00'), body: parsed }
  }
}

/** The same statement, said anew in place of another. */
export function correcting(replaced: Said, by: Said): Said {
  return { ...by, corrects: replaced.id }
}

const radiologist = { name: 'Dr Robin Vale' }
const referrer = { name: 'Dr Sam Field' }

export const referral = saying(referring.referral, {
  on: '2026-02-02',
  from: HERE,
  referrer,
  specialty: 'hepatology',
  urgency: 'elective',
  tumour: { site: 'hepatocellular', icd10: 'C22.0' },
  ecog: '1',
  intent: 'disease-modifying',
  procedure: TACE,
  question: 'Is this suitable?',
  earlierTreatment: ['none'],
  consultantInCharge: referrer,
  consultantAware: true,
  oncologistInvolved: false,
  radiologist,
  radiologistInMdt: true,
})
export const referralAnswer = saying(referring.referralAnswer, { on: '2026-02-04', answer: 'accepted' })
export const clinicalDiscussion = saying(referring.clinicalDiscussion, {
  on: '2026-02-01',
  referrer,
  radiologist,
  how: 'telephone',
  conclusion: 'To the MDT meeting.',
})
export const oncologistInformed = saying(referring.oncologistInformed, {
  on: '2026-02-05',
  oncologist: { name: 'Dr Lee Marsh' },
  how: 'letter',
})
export const onwardReferral = saying(referring.onwardReferral, {
  on: '2026-02-10',
  to: ELSEWHERE,
  procedure: SIRT,
  reason: 'Not offered here.',
})
export const responsibility = saying(referring.responsibility, {
  on: '2026-02-20',
  admission: 'radiologist',
  consultant: radiologist,
})
export const nurseSpecialist = saying(referring.nurseSpecialist, {
  on: '2026-02-06',
  involved: 'involved',
  name: { name: 'Sister Jo Reed' },
})
export const mdtDiscussion = saying(planning.mdtDiscussion, {
  on: '2026-02-11',
  organisation: HERE,
  team: 'Hepatobiliary',
  radiologistPresent: true,
  recommendation: 'treat',
  procedure: TACE,
  place: HERE,
})
export const booking = saying(planning.booking, {
  on: '2026-02-15',
  procedure: TACE,
  plannedFor: '2026-03-02T09:00:00.000Z',
  operator: radiologist,
})
export const information = saying(preparation.information, {
  on: '2026-02-18',
  procedure: TACE,
  leaflet: 'given',
  adoption: '019f0000-0000-7000-8000-ffffffffffff',
  leafletTitle: 'TACE',
  leafletVersion: '2',
  language: 'English',
  format: 'print',
  where: 'clinic',
  withRadiologist: true,
})
export const consent = saying(preparation.consent, {
  on: '2026-02-18',
  decision: 'given',
  procedure: TACE,
  courses: 'one',
  by: radiologist,
  as: 'operator',
  where: 'clinic',
  interpreter: 'not-needed',
})
export const consentConfirmation = saying(preparation.consentConfirmation, {
  on: '2026-03-02',
  time: '08:30',
  by: radiologist,
  confirmed: true,
})
export const prescription = saying(preparation.prescription, {
  on: '2026-02-27',
  agent: 'doxorubicin',
  dose: 75,
  unit: 'mg',
  prescriber: radiologist,
  signed: true,
  responsible: radiologist,
})
export const admission = saying(preparation.admission, {
  on: '2026-03-02',
  time: '08:00',
  type: 'inpatient',
  ward: 'Ward 4',
  fit: 'fit',
  assessedBy: radiologist,
  assessorInTeam: true,
  proForma: true,
})
export const treatment = saying(procedure.treatment, {
  on: '2026-03-02',
  time: '10:00',
  procedure: TACE,
  intent: 'disease-modifying',
  course: 1,
  operators: [{ who: radiologist, role: 'first' }],
  targets: [{ organ: 'liver' }],
  guidance: ['fluoroscopy'],
  embolic: 'drug-eluting',
  agents: [{ agent: 'doxorubicin', dose: 75, unit: 'mg' }],
  anaesthesia: 'sedation',
  minutes: 60,
  technicalSuccess: 'yes',
  complicationNow: false,
})
export const recovery = saying(procedure.recovery, {
  on: '2026-03-02',
  time: '12:00',
  ward: 'Ward 4',
  wardFamiliar: true,
})
export const discharge = saying(procedure.discharge, {
  on: '2026-03-03',
  assessedBy: radiologist,
  familiar: true,
  to: 'home',
  analgesia: 'prescribed',
  antiemetics: 'not-needed',
  aftercare: true,
})
const someTreatment = '019f0000-0000-7000-8000-fffffffffffe'
export const followUpPlan = saying(followUp.followUpPlan, {
  on: '2026-03-03',
  time: '09:00',
  treatment: someTreatment,
  clinician: radiologist,
  items: [{ key: '1', what: 'clinic', by: 'The clinic', from: '2026-03-30', to: '2026-04-12' }],
})
export const followUpContact = saying(followUp.followUpContact, {
  on: '2026-04-08',
  how: 'clinic',
  by: radiologist,
  findings: 'Well.',
})
export const responseAssessment = saying(followUp.responseAssessment, {
  on: '2026-05-04',
  baseline: false,
  criteria: 'other',
  modality: 'ct',
  read: 'PR',
  reader: radiologist,
  specialist: true,
})
export const symptomScore = saying(followUp.symptomScore, {
  on: '2026-03-01',
  symptom: 'Pain',
  scale: 'nrs-0-10',
  value: 7,
  moment: 'before',
})
export const complication = saying(followUp.complication, {
  on: '2026-03-04',
  treatment: someTreatment,
  what: 'Fever',
  cirse: '2',
  relation: 'likely',
  management: 'Fluids.',
  outcome: 'resolved',
})
export const safetyReview = saying(followUp.safetyReview, {
  on: '2026-03-20',
  treatment: someTreatment,
  noComplication: 'none',
})
export const feedback = saying(followUp.feedback, { on: '2026-04-08', state: 'asked' })
export const death = saying(followUp.death, { on: '2026-03-20', cause: 'Cancer', relation: 'no' })
export const closure = saying(followUp.closure, { on: '2026-06-20', why: 'completed' })

const procedures = [{ procedure: TACE }]
export const mdtMembership = saying(ofService.mdtMembership, {
  on: '2025-01-01',
  team: 'Hepatobiliary',
  radiologistCoreMember: 'core',
  complexProcedures: true,
})
export const referralPathway = saying(ofService.referralPathway, {
  on: '2025-01-01',
  to: ELSEWHERE,
  procedures: [{ procedure: SIRT }],
  through: 'Hepatobiliary MDT',
  reviewDue: '2027-01-01',
})
export const pathwayReview = saying(ofService.pathwayReview, {
  on: '2025-12-01',
  pathway: someTreatment,
  outcome: 'kept',
  reviewDue: '2027-12-01',
})
export const protocol = saying(ofService.protocol, {
  on: '2025-01-01',
  area: 'recovery',
  title: 'After TACE',
  version: '3',
  procedures,
  reviewDue: '2027-01-01',
})
export const leafletAdoption = saying(ofService.leafletAdoption, {
  on: '2025-01-01',
  procedure: TACE,
  title: 'TACE',
  version: '2',
  language: 'English',
  source: 'The British Society, adapted',
  reviewDue: '2027-01-01',
})
export const competence = saying(ofService.competence, {
  on: '2020-01-01',
  who: radiologist,
  role: 'operator',
  procedures,
  evidence: 'Logbook',
})
export const licence = saying(ofService.licence, {
  on: '2024-01-01',
  holder: 'employer',
  number: 'E1',
  procedures: [{ procedure: SIRT }],
  expires: '2028-12-31',
})
export const attestation = saying(ofService.attestation, {
  on: '2026-01-01',
  standard: 'rcr-2013',
  clause: '6.1',
  verdict: 'met',
  statement: 'All new procedures are in trials.',
  until: '2026-12-31',
})
export const auditReport = saying(ofService.auditReport, {
  on: '2026-01-15',
  title: 'Outcomes of 2025',
  covers: 'all',
  conclusion: 'As expected.',
})
export const teaching = saying(ofService.teaching, {
  on: '2026-01-20',
  audience: 'referring-teams',
  what: 'What TACE is for',
})

/** The course that these statements come to, in this order. */
export function caseWith(...said: readonly Said[]): Course {
  return courseOf('case:test', said.map(entryOf))
}

/** A service's record. */
function serviceWith(...said: readonly Said[]): Course {
  return courseOf(`service:${HERE}`, said.map(entryOf))
}

export function surroundingsWith(
  parts: { readonly service?: readonly Said[]; readonly meetings?: readonly MeetingHeld[] } = {},
): Surroundings {
  return { treating: HERE, service: serviceWith(...(parts.service ?? [])), meetings: parts.meetings ?? [] }
}

/** A meeting of the treating service, at 13:00. */
export function meetingOn(day: string, over: Partial<MeetingHeld> = {}): MeetingHeld {
  const at = ukMoment(day, '13:00')
  return { id: `meeting-${day}`, organisation: HERE, team: 'Hepatobiliary', at, tumourSites: [], ...over }
}

/** Noon of a day, as the present. */
export const at = (day: string): string => ukMoment(day, '12:00')

function entryOf({ id, kind, at: occurredAt, body, corrects }: Said, index: number): Entry {
  const digest = '0'.repeat(64)
  return {
    id,
    subject: 'case:test',
    position: index + 1,
    kind: kind.name,
    version: kind.version,
    occurredAt,
    recordedAt: occurredAt,
    author: 'person:test',
    role: 'interventional-radiologist',
    organisation: HERE,
    body,
    corrects: corrects ?? null,
    bodyDigest: digest,
    previous: digest,
    digest,
  }
}
