/**
 * A treatment of before this record, or of a service that keeps its record elsewhere: one session with what came of
 * it, as it is uploaded. No names and no free text: what the registry needs and nothing else. The patient's number
 * and birth date stand in the body, which can be erased.
 */

import { ecog, icd10, intent, laterality, organ, tumourSite } from '../pathway/kinds/choices.ts'
import { complication, feedback, followUpContact, responseAssessment } from '../pathway/kinds/follow-up.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import type { identifierSystems } from '../patient/identifiers.ts'
import * as field from '../record/field.ts'
import { kind } from '../record/kind.ts'
import type { OrganisationFacts } from './patient-for-registry.ts'

const { optional } = field
const { modality, embolic, selectivity, anaesthesia, minutes } = treatment.fields
const code = { pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, mismatch: 'Letters, digits and . _ / - only' }

const identifierWords = { nhs: 'NHS number', chi: 'CHI number', hcn: 'H&C number', local: 'Hospital number' }
const score = (label: string) => optional(field.whole({ label, min: 0, max: 10 }))
const onDay = (label: string) => optional(field.date({ label }))

const ofTumour = {
  organ: organ('Where the tumour is'),
  laterality: optional(laterality()),
  size: optional(
    field.number({ label: 'Longest diameter', unit: 'mm', min: 1, max: 400, plausible: [3, 200] }),
  ),
  margin: optional(field.number({ label: 'Smallest ablative margin', unit: 'mm', min: 0, max: 40 })),
  efficacy: optional(field.yesNo({ label: 'No residual tumour at the first assessment' })),
  progressedOn: onDay('Local progression of this tumour seen on'),
}

export const pastTreatmentFields = {
  localKey: field.text({ label: 'The service’s own number of the treatment', max: 60, ...code }),
  patient: optional(
    field.group({
      label: 'Patient',
      fields: {
        system: field.choice({
          label: 'Kind of number',
          options: identifierWords satisfies Record<(typeof identifierSystems)[number], string>,
        }),
        value: field.text({ label: 'Number', max: 40, ...code }),
      },
    }),
  ),
  birthOn: onDay('Birth date'),
  sex: field.choice({
    label: 'Sex',
    options: { female: 'Female', male: 'Male', indeterminate: 'Indeterminate', unknown: 'Not known' },
  }),

  procedure: field.procedure({ label: 'Procedure' }),
  treatedOn: field.date({ label: 'Day of the treatment' }),
  intent: intent(),
  course: optional(field.whole({ label: 'Number in a series', min: 1, max: 30 })),
  operator: optional(field.text({ label: 'The operator’s code', hint: 'Not a name', max: 40, ...code })),
  urgency: optional(
    field.choice({
      label: 'Urgency',
      options: { elective: 'Elective', urgent: 'Urgent', emergency: 'Emergency' },
    }),
  ),
  tumourSite: optional(tumourSite()),
  icd10: optional(icd10()),
  stageGroup: optional(
    field.choice({
      label: 'Stage group',
      options: { I: 'I', II: 'II', III: 'III', IV: 'IV', unknown: 'Not known' },
    }),
  ),
  ecog: optional(ecog()),
  referredOn: onDay('Referred on'),
  discussedOn: onDay('Discussed at an MDT meeting on'),
  childPugh: optional(field.choice({ label: 'Child-Pugh class', options: { A: 'A', B: 'B', C: 'C' } })),
  albi: optional(field.choice({ label: 'ALBI grade', options: { '1': '1', '2': '2', '3': '3' } })),
  targets: optional(field.list({ label: 'Tumours treated', one: 'tumour', max: 10, fields: ofTumour })),
  modality,
  embolic,
  selectivity,
  anaesthesia: optional(anaesthesia),
  minutes: optional(minutes),
  activityDelivered: optional(
    field.number({ label: 'Delivered activity', unit: 'GBq', min: 0, max: 25, plausible: [0.2, 10] }),
  ),
  dap: optional(field.number({ label: 'Dose-area product', unit: 'Gy·cm²', min: 0, max: 5000 })),
  airKerma: optional(
    field.number({ label: 'Air kerma at the reference point', unit: 'mGy', min: 0, max: 30000 }),
  ),
  fluoroscopy: optional(field.number({ label: 'Fluoroscopy time', unit: 'minutes', min: 0, max: 600 })),
  dlp: optional(field.number({ label: 'CT dose-length product', unit: 'mGy·cm', min: 0, max: 30000 })),
  technicalSuccess: optional(treatment.fields.technicalSuccess),

  lastSeenOn: onDay('Last known to be alive on'),
  diedOn: onDay('Died on'),
  firstProgressionOn: onDay('First progression seen on'),
  localProgressionOn: onDay('Local progression seen on'),
  lastImagedOn: onDay('Last scan read for response on'),
  criteria: optional(responseAssessment.fields.criteria),
  bestResponse: optional(
    field.choice({
      label: 'Best response',
      options: {
        CR: 'Complete response',
        PR: 'Partial response',
        SD: 'Stable disease',
        PD: 'Progressive disease',
        NE: 'Not evaluable',
      },
    }),
  ),
  bestChange: optional(
    field.number({ label: 'Best change of the sum of diameters', unit: '%', min: -100, max: 1000 }),
  ),
  safety: optional(
    field.choice({
      label: 'Within 30 days',
      options: { none: 'No complication', recorded: 'All complications are given' },
    }),
  ),
  /** Where it was looked at before day 30. */
  safetyOn: onDay('Safety looked at on'),
  complicationOn: onDay('Day of the complication'),
  worstCirse: optional(complication.fields.cirse),
  worstCtcae: complication.fields.ctcae,
  severeOn: onDay('Day of the first severe complication'),
  scoreBefore: score('Symptom before'),
  scoreAfter: score('Symptom after'),
  relief: followUpContact.fields.relief,
  feedback: optional(feedback.fields.state),
  experience: optional(field.when('feedback', ['given'], feedback.fields.experience)),
  feedbackBy: optional(field.when('feedback', ['given'], feedback.fields.by)),
} as const satisfies field.Fields

export const pastTreatment = kind({
  name: 'past-treatment',
  version: 1,
  of: 'past',
  title: 'Past treatment',
  schema: field.conditional(pastTreatmentFields),
  fields: pastTreatmentFields,
  line: ({ procedure, treatedOn }) => `${procedure}, ${treatedOn}`,
  corrects: true,
})
export type PastTreatmentBody = ReturnType<(typeof pastTreatment)['schema']['parse']>

/** A past treatment as the fold takes it. */
export interface PastTreatment {
  /** The id of its record. */
  readonly id: string
  readonly organisation: OrganisationFacts
  readonly body: PastTreatmentBody
}

/** The subject of a past treatment's record. */
export function pastSubject(id: string): string {
  return `past:${id}`
}
