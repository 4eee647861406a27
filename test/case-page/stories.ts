/** Two fictional courses for the tests of the case page: chemoembolisation with a correction, radioembolisation. */

import { randomUUID } from 'node:crypto'
import { courseOf } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import type { Entry } from '#core/record/entry.ts'

/** One statement of a story; `ref` gives the id of an earlier one by its name. */
export interface Statement {
  readonly name?: string
  readonly kind: string
  readonly occurredAt: string
  readonly corrects?: string
  readonly body: (ref: (name: string) => string) => Readonly<Record<string, unknown>>
}

const says = (
  kind: string,
  occurredAt: string,
  body: Readonly<Record<string, unknown>> | Statement['body'],
  rest: Pick<Statement, 'name' | 'corrects'> = {},
): Statement => ({ kind, occurredAt, body: typeof body === 'function' ? body : () => body, ...rest })

export const radiologist = { name: 'Dr Rowan Ash' }
const referrer = { name: 'Dr Ann Lee' }

export const referralBody = {
  from: 'ZREF',
  referrer,
  specialty: 'hepatology',
  urgency: 'elective',
  tumour: { site: 'hepatocellular', icd10: 'C22.0', laterality: 'right', stageGroup: 'II' },
  ecog: '1',
  intent: 'disease-modifying',
  procedure: 'transarterial-chemoembolisation',
  question: 'Is the lesion in segment 8 suitable?',
  earlierTreatment: ['none'],
  consultantInCharge: referrer,
  consultantAware: true,
  oncologistInvolved: false,
  radiologist,
  radiologistInMdt: true,
}

export const treatmentBody = {
  procedure: 'transarterial-chemoembolisation',
  intent: 'disease-modifying',
  course: 1,
  operators: [{ who: radiologist, role: 'first' }],
  targets: [{ organ: 'liver', segment: 'segment 8', size: 34 }],
  guidance: ['fluoroscopy', 'cone-beam-ct'],
  agents: [{ agent: 'doxorubicin', dose: 75, unit: 'mg' }],
  embolic: 'drug-eluting',
  anaesthesia: 'local',
  minutes: 70,
  technicalSuccess: 'yes',
  complicationNow: false,
}

const dischargeBody = {
  assessedBy: radiologist,
  familiar: true,
  to: 'home',
  analgesia: 'prescribed',
  antiemetics: 'not-needed',
  medicines: 'Paracetamol 1 g up to four times a day, for one week',
  aftercare: true,
}

const lesion = (key: string, diameter: number) => ({ key, organ: 'liver', kind: 'target', diameter })
const scan = (baseline: boolean, diameters: readonly [number, number], read: string) => ({
  baseline,
  criteria: 'recist-1.1',
  modality: 'ct',
  lesions: [lesion('A', diameters[0]), lesion('B', diameters[1])],
  read,
  reader: { name: 'Dr Sam Reed' },
  specialist: true,
})

/** A treatment typed with a wrong duration and corrected; a complication; a plan with an overdue item. */
export const chemoembolisation: readonly Statement[] = [
  says('referral', '2026-01-05T09:00:00.000Z', referralBody),
  says('referral-answer', '2026-01-06T10:00:00.000Z', { answer: 'accepted' }),
  says('clinical-discussion', '2026-01-06T09:30:00.000Z', {
    referrer,
    radiologist,
    how: 'telephone',
    conclusion: 'Suitable for chemoembolisation.',
  }),
  says('mdt-discussion', '2026-01-09T13:00:00.000Z', {
    organisation: 'ZTREAT',
    team: 'hepatobiliary',
    radiologistPresent: true,
    recommendation: 'treat',
    procedure: 'transarterial-chemoembolisation',
    place: 'ZTREAT',
  }),
  says('response-assessment', '2026-01-12T09:00:00.000Z', scan(true, [34, 22], 'baseline')),
  says('responsibility', '2026-01-12T12:00:00.000Z', {
    admission: 'radiologist',
    consultant: radiologist,
    followUp: radiologist,
  }),
  says('treatment', '2026-01-20T09:30:00.000Z', { ...treatmentBody, minutes: 7 }, { name: 'mistyped' }),
  says('treatment', '2026-01-20T09:30:00.000Z', treatmentBody, { name: 'treatment', corrects: 'mistyped' }),
  says('discharge', '2026-01-21T11:00:00.000Z', dischargeBody),
  says('complication', '2026-01-22T08:00:00.000Z', (ref) => ({
    treatment: ref('treatment'),
    what: 'Post-embolisation syndrome',
    cirse: '2',
    relation: 'certain',
    management: 'Oral analgesia and fluids',
    outcome: 'resolved',
  })),
  says(
    'follow-up-plan',
    '2026-01-21T12:00:00.000Z',
    (ref) => ({
      treatment: ref('treatment'),
      clinician: radiologist,
      items: [
        { key: '1', what: 'telephone', by: 'Nurse Kit Vale', from: '2026-01-27', to: '2026-02-03' },
        { key: '2', what: 'imaging', detail: 'CT', by: 'Dr Rowan Ash', from: '2026-03-17', to: '2026-04-14' },
      ],
    }),
    { name: 'plan' },
  ),
  says('response-assessment', '2026-03-18T09:00:00.000Z', (ref) => ({
    ...scan(false, [22, 14], 'PR'),
    treatment: ref('treatment'),
  })),
  says('symptom-score', '2026-01-12T09:00:00.000Z', {
    symptom: 'Pain',
    scale: 'nrs-0-10',
    value: 6,
    moment: 'before',
  }),
  says('symptom-score', '2026-02-20T09:00:00.000Z', (ref) => ({
    symptom: 'Pain',
    scale: 'nrs-0-10',
    value: 2,
    moment: 'after',
    treatment: ref('treatment'),
  })),
]

/** Radioembolisation from its work-up to the ward, with precautions. */
export const radioembolisation: readonly Statement[] = [
  says('referral', '2026-02-02T09:00:00.000Z', {
    ...referralBody,
    procedure: 'selective-internal-radiation-therapy',
  }),
  says('work-up', '2026-02-16T09:00:00.000Z', {
    imaging: ['ct', 'angiogram'],
    bilirubin: 17,
    albumin: 40,
    inr: 1.1,
    creatinine: 80,
    sodium: 138,
    ascites: 'none',
    encephalopathy: 'none',
    childPughAlbuminCutOff: '28',
    sirt: {
      mappingOn: '2026-02-13',
      vesselsEmbolised: 'Gastroduodenal artery',
      device: 'resin',
      height: 175,
      weight: 80,
      lungShunt: 5,
      liverVolume: 1500,
      tumourVolume: 200,
      treatedVolume: 1700,
      method: 'bsa',
      plannedActivity: 1.8,
      physicist: { name: 'Dr Ola Berg' },
    },
    result: 'suitable',
  }),
  says('prescription', '2026-02-20T15:00:00.000Z', {
    agent: 'y90-resin',
    dose: 1.8,
    unit: 'GBq',
    prescriber: radiologist,
    signed: true,
    responsible: radiologist,
    injectionAt: '2026-03-10T10:00:00.000Z',
    orderBy: '2026-03-02',
    practitionerLicence: 'P-100',
    employerLicence: 'E-200',
  }),
  says(
    'treatment',
    '2026-03-10T10:00:00.000Z',
    {
      ...treatmentBody,
      procedure: 'selective-internal-radiation-therapy',
      agents: [{ agent: 'y90-resin', dose: 1.8, unit: 'GBq' }],
      embolic: 'microspheres',
      activity: {
        calibrated: 1.9,
        calibratedAt: '2026-03-10T08:00:00.000Z',
        residual: 0.1,
        delivered: 1.75,
      },
    },
    { name: 'treatment' },
  ),
  says('recovery', '2026-03-10T13:00:00.000Z', {
    ward: 'Ward 7',
    wardFamiliar: true,
    precautionsUntil: '2026-03-17',
  }),
]

/** The entries that a story comes to, for tests of the core: checked by their kinds, not chained. */
export function entriesOf(story: readonly Statement[], subject = `case:${randomUUID()}`): readonly Entry[] {
  const ids = new Map<string, string>()
  const ref = (name: string) => ids.get(name) ?? ''
  return story.map((statement, at) => {
    const id = randomUUID()
    if (statement.name) ids.set(statement.name, id)
    const kind = caseKindNamed(statement.kind)
    if (!kind) throw new Error(`there is no kind ${statement.kind}`)
    return {
      id,
      subject,
      position: at + 1,
      kind: statement.kind,
      version: 1,
      occurredAt: statement.occurredAt,
      recordedAt: statement.occurredAt,
      author: 'person:test',
      role: 'interventional-radiologist',
      organisation: 'ZTREAT',
      body: kind.schema.parse(statement.body(ref)),
      corrects: statement.corrects ? ref(statement.corrects) : null,
      bodyDigest: '',
      previous: '',
      digest: '',
    }
  })
}

export function courseTold(story: readonly Statement[]) {
  const entries = entriesOf(story)
  return courseOf(entries[0]?.subject ?? '', entries)
}
