/** Cases and services for tests, written as a list of what was said when. */

import type { CaseKind } from '#core/pathway/case-kind.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import type { Facts } from '#core/pathway/facts.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import type { MeetingHeld, Surroundings } from '#core/pathway/surroundings.ts'
import type { Entry } from '#core/record/entry.ts'
import { serviceKindNamed } from '#core/service/kinds.ts'

export interface Said {
  readonly kind: string
  /** 2026-03-02, or a moment. */
  readonly on: string
  readonly body: unknown
  /** The number, from 1, of the entry that it corrects. */
  readonly corrects?: number
  readonly erased?: true
}

export const treating = 'RXA01'
export const elsewhere = 'RXB02'

/** The id of a test record's entry by its number, from 1. */
export function idOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** A day as noon of it, so that it is the same day in summer and in winter. */
export function moment(on: string): string {
  return on.length === 10 ? `${on}T12:00:00.000Z` : on
}

/** Entries as the record would hold them, but for their digests. */
export function entriesOf(said: readonly Said[], subject = 'case:test'): Entry[] {
  return said.map(({ kind, on, body, corrects, erased }, at) => ({
    id: idOf(at + 1 + (subject.startsWith('service') ? 4096 : 0)),
    subject,
    position: at + 1,
    kind,
    version: 1,
    occurredAt: moment(on),
    recordedAt: moment(on),
    author: 'person:test',
    role: 'interventional-radiologist',
    organisation: treating,
    body: erased ? null : recorded(body),
    corrects: corrects === undefined ? null : idOf(corrects),
    bodyDigest: '',
    previous: '',
    digest: '',
  }))
}

/** A body as JSON holds it: a field that a test takes out with `undefined` is not there. */
function recorded(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body))
}

/** A case; every body has to keep its kind's schema, so that no test rests on what cannot be. */
export function caseOf(...said: readonly Said[]): Course {
  for (const each of said) parsed(caseKindNamed(each.kind), each)
  return courseOf('case:test', entriesOf(said))
}

function parsed(kind: Pick<CaseKind, 'schema'> | undefined, { kind: name, body, erased }: Said): void {
  if (!kind) throw new Error(`'${name}' is not a kind`)
  if (!erased) kind.schema.parse(recorded(body))
}

/** A service's record. */
export function serviceOf(...said: readonly Said[]): Course {
  for (const each of said) parsed(serviceKindNamed(each.kind) as never, each)
  return courseOf(`service:${treating}`, entriesOf(said, `service:${treating}`))
}

export function surroundingsWith(
  service: Course = serviceOf(),
  meetings: readonly Partial<MeetingHeld>[] = [],
): Surroundings {
  return {
    treating,
    service,
    meetings: meetings.map((meeting, at) => ({
      id: `meeting-${at}`,
      organisation: treating,
      team: 'Hepatobiliary',
      at: '2026-03-10T08:00:00.000Z',
      tumourSites: [],
      ...meeting,
    })),
  }
}

export function factsOf(course: Course, surroundings: Surroundings, now: string): Facts {
  return {
    course,
    surroundings,
    now,
    person: { name: 'Dr Ada Quill', person: 'p-ada' },
    organisation: treating,
    patient: { birthOn: '1950-03-14', diedOn: null },
  }
}

export const TACE = 'transarterial-chemoembolisation'
export const SIRT = 'selective-internal-radiation-therapy'
export const NEPHROSTOMY = 'nephrostomy'

const ada = { name: 'Dr Ada Quill' }

/** Bodies with everything that is demanded, to be changed in one field by a test. */
export const referral = (on: string, change: object = {}): Said => ({
  kind: 'referral',
  on,
  body: {
    from: elsewhere,
    referrer: { name: 'Dr Ruth Ferrier' },
    specialty: 'hepatology',
    urgency: 'elective',
    tumour: { site: 'hepatocellular', icd10: 'C22.0' },
    ecog: '1',
    intent: 'disease-modifying',
    procedure: TACE,
    question: 'Is TACE possible?',
    earlierTreatment: ['none'],
    consultantInCharge: { name: 'Dr Ruth Ferrier' },
    consultantAware: true,
    oncologistInvolved: false,
    radiologist: ada,
    radiologistInMdt: true,
    ...change,
  },
})

export const answer = (on: string, body: object = { answer: 'accepted' }): Said => ({
  kind: 'referral-answer',
  on,
  body,
})

export const discussed = (on: string, change: object = {}): Said => ({
  kind: 'mdt-discussion',
  on,
  body: {
    organisation: treating,
    team: 'Hepatobiliary',
    radiologistPresent: true,
    recommendation: 'treat',
    procedure: TACE,
    place: treating,
    ...change,
  },
})

export const booked = (on: string, plannedFor: string, change: object = {}): Said => ({
  kind: 'booking',
  on,
  body: { procedure: TACE, plannedFor, operator: ada, ...change },
})

export const consented = (on: string, change: object = {}): Said => ({
  kind: 'consent',
  on,
  body: {
    decision: 'given',
    procedure: TACE,
    courses: 'one',
    by: ada,
    as: 'operator',
    where: 'clinic',
    interpreter: 'not-needed',
    ...change,
  },
})

export const withdrawn = (on: string, decision: 'withdrawn' = 'withdrawn'): Said => ({
  kind: 'consent',
  on,
  body: { decision, procedure: TACE, interpreter: 'not-needed' },
})

export const admitted = (on: string, change: object = {}): Said => ({
  kind: 'admission',
  on,
  body: {
    type: 'inpatient',
    ward: 'Ward 7',
    fit: 'fit',
    assessedBy: ada,
    assessorInTeam: true,
    proForma: true,
    ...change,
  },
})

export const confirmed = (on: string, isConfirmed = true): Said => ({
  kind: 'consent-confirmation',
  on,
  body: { by: ada, confirmed: isConfirmed },
})

export const treated = (on: string, change: object = {}): Said => ({
  kind: 'treatment',
  on,
  body: {
    procedure: TACE,
    intent: 'disease-modifying',
    course: 1,
    operators: [{ who: ada, role: 'first' }],
    targets: [{ organ: 'liver', segment: 'segment 8', size: 32 }],
    guidance: ['fluoroscopy'],
    anaesthesia: 'sedation',
    minutes: 80,
    technicalSuccess: 'yes',
    complicationNow: false,
    ...change,
  },
})

export const discharged = (on: string, change: object = {}): Said => ({
  kind: 'discharge',
  on,
  body: {
    assessedBy: ada,
    familiar: true,
    to: 'home',
    analgesia: 'prescribed',
    antiemetics: 'prescribed',
    aftercare: true,
    ...change,
  },
})

export const planned = (
  on: string,
  treatment: number,
  items: readonly object[],
  change: object = {},
): Said => ({
  kind: 'follow-up-plan',
  on,
  body: { treatment: idOf(treatment), clinician: ada, items, ...change },
})

export const assessed = (on: string, change: object = {}): Said => ({
  kind: 'response-assessment',
  on,
  body: {
    baseline: false,
    criteria: 'other',
    modality: 'ct',
    read: 'PR',
    reader: ada,
    specialist: true,
    ...change,
  },
})

export const licences = (until = '2027-12-31', procedure = SIRT): readonly Said[] => [
  {
    kind: 'licence',
    on: '2024-01-01',
    body: { holder: 'employer', number: 'E-1', procedures: [{ procedure }], expires: until },
  },
  {
    kind: 'licence',
    on: '2024-01-01',
    body: { holder: 'practitioner', who: ada, number: 'P-1', procedures: [{ procedure }], expires: until },
  },
]

/** The physicist's work-up of a SIRT with glass microspheres. */
export const workedUp = (on: string): Said => ({
  kind: 'work-up',
  on,
  body: {
    imaging: ['ct'],
    result: 'suitable',
    sirt: {
      mappingOn: '2026-02-18',
      device: 'glass',
      height: 170,
      weight: 70,
      lungShunt: 4,
      liverVolume: 1300,
      tumourVolume: 200,
      treatedVolume: 800,
      method: 'single',
      plannedActivity: 2.4,
      physicist: { name: 'Dr Phil Ion' },
    },
  },
})

export const prescribedSpheres = (on: string, injectionAt: string, change: object = {}): Said => ({
  kind: 'prescription',
  on,
  body: {
    agent: 'y90-resin',
    dose: 1.7,
    unit: 'GBq',
    prescriber: ada,
    signed: true,
    responsible: ada,
    injectionAt,
    ...change,
  },
})
