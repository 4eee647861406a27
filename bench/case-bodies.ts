/** Entries of the largest kinds of a case, as full as a form of them gets: fictional. */

import type { CaseKind } from '#core/pathway/case-kind.ts'
import { responseAssessment } from '#core/pathway/kinds/follow-up.ts'
import { workUp } from '#core/pathway/kinds/planning.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'

export interface FullStatement {
  readonly name: string
  readonly kind: CaseKind
  readonly body: Readonly<Record<string, unknown>>
}

const radiologist = { name: 'Dr Rowan Ash' }
const sirt = 'selective-internal-radiation-therapy'
const notes =
  'Right femoral access, 5 F sheath. Coeliac and superior mesenteric runs: conventional anatomy. The feeders of ' +
  'segments 5 and 8 were taken superselectively with a 2.4 F microcatheter; cone-beam CT before each injection. ' +
  'No reflux. Closure device; good haemostasis. Observe for four hours, then the ward’s protocol.'

const fullTreatment = {
  procedure: sirt,
  intent: 'disease-modifying',
  course: 2,
  operators: [
    { who: radiologist, role: 'first' },
    { who: { name: 'Dr Ines Marsh' }, role: 'second' },
  ],
  targets: [
    { organ: 'liver', segment: 'Segment 8', laterality: 'right', size: 41 },
    { organ: 'liver', segment: 'Segment 5', laterality: 'right', size: 23 },
    { organ: 'liver', segment: 'Segment 4', laterality: 'left', size: 17.5 },
  ],
  guidance: ['fluoroscopy', 'cone-beam-ct', 'ultrasound'],
  selectivity: 'lobar',
  agents: [
    { agent: 'y90-resin', dose: 1.62, unit: 'GBq' },
    { agent: 'lipiodol', dose: 4, unit: 'ml' },
  ],
  activity: { calibrated: 1.9, calibratedAt: '2026-10-13T11:00:00.000Z', residual: 0.04, delivered: 1.62 },
  device: 'Microcatheter 2.4 F 130 cm, batch Q2291; resin microspheres, batch 77-1043',
  anaesthesia: 'sedation',
  minutes: 95,
  technicalSuccess: 'yes',
  radiation: { dap: 182.4, airKerma: 911, fluoroscopy: 24.5, dlp: 640 },
  complicationNow: false,
  documented: notes,
}

const sirtWorkUp = {
  imaging: ['ct', 'mri', 'angiogram'],
  bilirubin: 17,
  albumin: 38,
  inr: 1.1,
  creatinine: 82,
  sodium: 138,
  dialysed: false,
  platelets: 164,
  haemoglobin: 128,
  ascites: 'none',
  encephalopathy: 'none',
  childPughAlbuminCutOff: '28',
  sirt: {
    mappingOn: '2026-09-28',
    vesselsEmbolised: 'Gastroduodenal and right gastric arteries',
    device: 'resin',
    height: 175,
    weight: 80,
    lungShunt: 5.2,
    liverVolume: 1500,
    tumourVolume: 200,
    treatedVolume: 1700,
    tumourToNormal: 4.1,
    lungMass: 1,
    method: 'partition',
    targetDose: 120,
    targetDoseTo: 'tumour',
    plannedActivity: 1.7,
    physicist: { name: 'Dr Ola Berg' },
  },
  result: 'suitable',
  notes,
}

const lesions = Array.from({ length: 10 }, (_, place) => {
  const where = { key: `L${place + 1}`, organ: 'liver', place: `segment ${(place % 8) + 1}` }
  return place < 5
    ? { ...where, kind: 'target', diameter: 34.5 - 3 * place, treatedBefore: place === 0 }
    : { ...where, kind: 'non-target', state: 'present', treatedBefore: false }
})

export const response = {
  baseline: false,
  criteria: 'recist-1.1',
  modality: 'ct',
  lesions,
  read: 'PR',
  reader: { name: 'Dr Sam Reed' },
  specialist: true,
  notes,
}

export const fullStatements: readonly FullStatement[] = [
  { name: 'treatment', kind: treatment, body: fullTreatment },
  { name: 'work-up with SIRT', kind: workUp, body: sirtWorkUp },
  { name: 'response with 10 lesions', kind: responseAssessment, body: response },
] as readonly FullStatement[]
