/** What is said while a treatment is decided and planned: the MDT meeting, work-up, booking. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import * as field from '../../record/field.ts'
import { caseKind } from '../case-kind.ts'
import { breachReason } from './choices.ts'

export const mdtDiscussion = caseKind({
  name: 'mdt-discussion',
  title: 'MDT discussion',
  stage: 'planning',
  whenAsked: 'When was the MDT meeting?',
  clauses: ['3.2', '3.4', '3.7', '3.8', '4.1.3'],
  fields: {
    organisation: field.organisation({ label: 'Whose MDT meeting' }),
    team: field.text({ label: 'MDT', hint: 'Such as hepatobiliary' }),
    meeting: field.optional(
      field.text({ system: true, label: 'Meeting', max: 36, hint: 'Filled in by the meeting page' }),
    ),
    radiologistPresent: field.yesNo({ label: 'An interventional radiologist was present' }),
    recommendation: field.choice({
      label: 'Recommendation',
      options: {
        treat: 'Treat as asked',
        'treat-otherwise': 'Another image-guided procedure',
        'more-information': 'More information, discuss again',
        'other-treatment': 'Another kind of treatment',
        'refer-onward': 'Refer onward',
        'best-supportive-care': 'Best supportive care',
      },
    }),
    procedure: field.when(
      'recommendation',
      ['treat', 'treat-otherwise'],
      field.procedure({ label: 'Procedure recommended' }),
    ),
    place: field.when(
      'recommendation',
      ['treat', 'treat-otherwise', 'refer-onward'],
      field.organisation({ label: 'Where the procedure will be done' }),
    ),
    actsNext: field.optional(field.text({ label: 'Who acts next' })),
    notes: field.optional(field.paragraph({ label: 'What was said', max: 4000 })),
    breachReason: breachReason(),
  },
  line: (body) =>
    `Discussed at the ${body.team} MDT meeting${body.radiologistPresent ? '' : ', without an interventional radiologist'}`,
})

const albumin = { unit: 'g/L', min: 5, max: 80, plausible: [15, 55] } as const

/** Where units are easily mistaken, the impossible begins where another unit's usual values begin. */
export const workUp = caseKind({
  name: 'work-up',
  title: 'Work-up',
  stage: 'planning',
  whenAsked: 'When was it done?',
  clauses: ['Appendix 1'],
  fields: {
    imaging: field.many({
      label: 'Imaging reviewed',
      options: {
        ct: 'CT',
        mri: 'MRI',
        pet: 'PET-CT',
        ultrasound: 'Ultrasound',
        angiogram: 'Angiogram',
        none: 'None',
      },
    }),
    bilirubin: field.optional(
      field.number({ label: 'Bilirubin', unit: 'µmol/L', min: 1, max: 1000, plausible: [3, 300] }),
    ),
    albumin: field.optional(field.number({ label: 'Albumin', ...albumin })),
    inr: field.optional(field.number({ label: 'INR', min: 0.5, max: 20, plausible: [0.8, 5] })),
    creatinine: field.optional(
      field.number({ label: 'Creatinine', unit: 'µmol/L', min: 10, max: 2500, plausible: [30, 600] }),
    ),
    sodium: field.optional(
      field.number({ label: 'Sodium', unit: 'mmol/L', min: 90, max: 200, plausible: [120, 155] }),
    ),
    dialysed: field.optional(field.yesNo({ label: 'Dialysed twice in the last week' })),
    platelets: field.optional(
      field.number({ label: 'Platelets', unit: '10⁹/L', min: 1, max: 3000, plausible: [20, 800] }),
    ),
    antithrombotic: field.optional(
      field.choice({
        label: 'Anticoagulant or antiplatelet',
        options: {
          none: 'None taken',
          stopped: 'Stopped for the procedure',
          continued: 'Continued',
        },
      }),
    ),
    haemoglobin: field.optional(
      field.number({ label: 'Haemoglobin', unit: 'g/L', min: 20, max: 260, plausible: [60, 200] }),
    ),
    ascites: field.optional(
      field.choice({
        label: 'Ascites',
        options: { none: 'None', controlled: 'Easily controlled', refractory: 'Poorly controlled' },
      }),
    ),
    encephalopathy: field.optional(
      field.choice({
        label: 'Encephalopathy',
        options: { none: 'None', '1-2': 'Grade 1 or 2', '3-4': 'Grade 3 or 4' },
      }),
    ),
    childPughAlbuminCutOff: field.optional(
      field.choice({
        label: 'Child-Pugh: lower albumin cut-off',
        options: { '28': '28 g/L', '30': '30 g/L' },
      }),
    ),
    sirt: field.optional(
      field.group({
        label: 'SIRT work-up',
        techniques: ['radioembolisation'],
        fields: {
          mappingOn: field.date({ label: 'Day of the mapping angiogram' }),
          vesselsEmbolised: field.optional(
            field.text({ label: 'Vessels embolised', hint: 'None, or which' }),
          ),
          device: field.choice({ label: 'Microspheres', options: { resin: 'Resin', glass: 'Glass' } }),
          height: field.number({ label: 'Height', unit: 'cm', min: 50, max: 250, plausible: [140, 205] }),
          weight: field.number({ label: 'Weight', unit: 'kg', min: 20, max: 350, plausible: [40, 160] }),
          lungShunt: field.number({
            label: 'Lung shunt fraction',
            unit: '%',
            min: 0,
            max: 100,
            plausible: [0, 20],
          }),
          liverVolume: field.number({
            label: 'Whole liver volume without tumour',
            unit: 'ml',
            min: 100,
            max: 8000,
            plausible: [600, 3500],
          }),
          tumourVolume: field.number({
            label: 'Tumour volume',
            unit: 'ml',
            min: 0.1,
            max: 6000,
            plausible: [1, 2500],
          }),
          treatedVolume: field.number({
            label: 'Volume treated, with tumour',
            unit: 'ml',
            min: 1,
            max: 10000,
            plausible: [50, 4000],
          }),
          tumourToNormal: field.optional(
            field.number({
              label: 'Tumour to normal ratio',
              hint: 'Of concentrations: activity per gram in tumour over activity per gram in normal liver',
              min: 0.1,
              max: 100,
              plausible: [1, 20],
            }),
          ),
          lungMass: field.optional(
            field.number({ label: 'Lung mass', unit: 'kg', min: 0.2, max: 3, plausible: [0.5, 1.5] }),
          ),
          method: field.choice({
            label: 'The physicist’s method',
            options: {
              bsa: 'Body surface area',
              single: 'Single compartment',
              partition: 'Partition model',
              other: 'Another',
            },
          }),
          targetDose: field.optional(
            field.number({ label: 'Target dose', unit: 'Gy', min: 1, max: 2000, plausible: [40, 600] }),
          ),
          targetDoseTo: field.optional(
            field.choice({
              label: 'Target dose is to',
              options: {
                volume: 'The volume treated, on average',
                tumour: 'The tumour',
                'normal-liver': 'The normal liver in the volume treated',
              },
            }),
          ),
          plannedActivity: field.number({
            label: 'Activity planned by the physicist, at injection',
            unit: 'GBq',
            min: 0.05,
            max: 20,
            plausible: [0.3, 8],
          }),
          physicist: field.clinician({ label: 'Physicist' }),
        },
      }),
    ),
    result: field.choice({
      label: 'Result',
      options: {
        suitable: 'Suitable for the procedure',
        'not-suitable': 'Not suitable',
        'more-needed': 'More is needed',
      },
    }),
    notes: field.optional(field.paragraph({ label: 'Notes', max: 2000 })),
  },
  line: ({ result }) =>
    ({
      suitable: 'Work-up: suitable for the procedure',
      'not-suitable': 'Work-up: not suitable',
      'more-needed': 'Work-up: more is needed',
    })[result],
})

/** A plan, which rules may stop; what was done is a `treatment`, which they never do. */
export const booking = caseKind({
  name: 'booking',
  title: 'Booking',
  stage: 'preparation',
  button: 'Book the procedure',
  whenAsked: 'When was it booked?',
  timed: true,
  fields: {
    procedure: field.procedure({ label: 'Procedure' }),
    plannedFor: field.time({ label: 'Day and time of the procedure' }),
    operator: field.clinician({ label: 'Operator' }),
    place: field.optional(field.text({ label: 'Room or theatre' })),
    course: field.optional(field.whole({ label: 'Course number', min: 1, max: 30 })),
    consentPlan: field.optional(
      field.choice({
        label: 'Where there is no consent yet',
        options: {
          clinic: ['In clinic before', 'It will be asked for before the day'],
          'on-the-day': ['On the day', 'It will be asked for before the procedure begins'],
        },
      }),
    ),
    repeatOf: field.optional(field.entry({ label: 'Next of the series after', kinds: ['treatment'] })),
  },
  line: (body) => `Booked: ${procedureWithin(body.procedure)} by ${body.operator.name}`,
})

export const bookingCancelled = caseKind({
  name: 'booking-cancelled',
  title: 'Booking cancelled',
  stage: 'preparation',
  button: 'Cancel the booking',
  whenAsked: 'When was it cancelled?',
  fields: {
    booking: field.entry({ label: 'Booking', kinds: ['booking'] }),
    reason: field.paragraph({ label: 'Why', missing: 'Enter why the booking is cancelled', max: 1000 }),
  },
  line: ({ reason }) => `Booking cancelled: ${reason}`,
})
