/** What is said of the procedure itself, and of the hours after it. */

import { procedureName } from '../../catalogue/procedures.ts'
import * as field from '../../record/field.ts'
import { caseKind } from '../case-kind.ts'
import { breachReason, intent, laterality, organ } from './choices.ts'
import { agent } from './preparation.ts'

const ablationOnly = ['ablation']
const vesselsOnly = ['embolisation', 'radioembolisation', 'chemotherapy']
const contrastTechniques = [...vesselsOnly, 'venous', 'drainage', 'stenting']
const spheresOnly = ['radioembolisation']

export const treatment = caseKind({
  name: 'treatment',
  title: 'Treatment',
  stage: 'procedure',
  button: 'Record treatment',
  whenAsked: 'When did the procedure begin?',
  timed: true,
  clauses: ['4.6', '6.1', '6.6'],
  fields: {
    procedure: field.procedure({ label: 'Procedure' }),
    intent: intent(),
    course: field.whole({ label: 'Course number', hint: '1 unless it is one of a series', min: 1, max: 30 }),
    operators: field.list({
      label: 'Operators',
      one: 'operator',
      max: 4,
      fields: {
        who: field.clinician({ label: 'Operator' }),
        role: field.choice({
          label: 'Role',
          options: { first: 'First operator', second: 'Second operator', trainee: 'Trainee, supervised' },
        }),
      },
    }),
    targets: field.list({
      label: 'Targets',
      one: 'target',
      max: 10,
      fields: {
        organ: organ(),
        lesion: field.optional(
          field.text({
            label: 'Lesion',
            hint: 'Its letter in the response assessment, such as A',
            max: 10,
          }),
        ),
        segment: field.optional(
          field.text({ label: 'Segment or level', hint: 'Such as segment 8, or L3', max: 60 }),
        ),
        laterality: field.optional(laterality()),
        size: field.optional(
          field.number({ label: 'Longest diameter', unit: 'mm', min: 1, max: 400, plausible: [3, 200] }),
        ),
        margin: field.optional(
          field.number({
            label: 'Smallest ablative margin',
            unit: 'mm',
            min: 0,
            max: 40,
            plausible: [0, 20],
            techniques: ablationOnly,
          }),
        ),
      },
    }),
    guidance: field.many({
      label: 'Guidance',
      options: {
        ultrasound: 'Ultrasound',
        ct: 'CT',
        fluoroscopy: 'Fluoroscopy',
        'cone-beam-ct': 'Cone-beam CT',
        mri: 'MRI',
        fusion: 'Fusion',
      },
    }),
    modality: field.optional(
      field.choice({
        label: 'Ablation by',
        techniques: ablationOnly,
        options: {
          microwave: 'Microwave',
          radiofrequency: 'Radiofrequency',
          cryo: 'Cryoablation',
          ire: 'Irreversible electroporation',
          laser: 'Laser',
          ethanol: 'Ethanol',
          hifu: 'Focused ultrasound',
        },
      }),
    ),
    embolic: field.optional(
      field.choice({
        label: 'Embolic',
        techniques: ['embolisation'],
        options: {
          'drug-eluting': 'Drug-eluting beads',
          conventional: 'Oil and drug emulsion',
          bland: 'Bland particles',
          coils: 'Coils or plugs',
          liquid: 'Liquid agent',
          microspheres: 'Radioactive microspheres',
        },
      }),
    ),
    selectivity: field.optional(
      field.choice({
        label: 'Selectivity',
        techniques: vesselsOnly,
        options: {
          superselective: 'Superselective',
          segmental: 'Segmental',
          lobar: 'Lobar',
          whole: 'Whole organ',
        },
      }),
    ),
    access: field.optional(
      field.choice({
        label: 'Access',
        techniques: vesselsOnly,
        options: {
          femoral: 'Femoral artery',
          radial: 'Radial artery',
          'other-artery': 'Another artery',
          portal: 'Portal vein, through the liver',
          vein: 'A vein',
        },
      }),
    ),
    endpoint: field.optional(
      field.choice({
        label: 'End point of embolisation',
        techniques: ['embolisation'],
        options: {
          stasis: 'Stasis',
          'near-stasis': 'Near stasis',
          'planned-dose': 'Planned dose given',
          other: 'Other',
        },
      }),
    ),
    agents: field.optional(
      field.list({
        label: 'Agents given',
        one: 'agent',
        max: 6,
        fields: {
          agent: agent(),
          dose: field.number({ label: 'Dose', min: 0.001, max: 100000 }),
          unit: field.choice({ label: 'Unit', options: { mg: 'mg', ml: 'ml', GBq: 'GBq', units: 'units' } }),
        },
      }),
    ),
    activity: field.optional(
      field.group({
        label: 'Activity',
        techniques: spheresOnly,
        fields: {
          calibrated: field.number({
            label: 'Calibrated activity',
            unit: 'GBq',
            min: 0.05,
            max: 25,
            plausible: [0.3, 10],
          }),
          calibratedAt: field.time({ label: 'Day and time of calibration' }),
          residual: field.number({
            label: 'Residual activity',
            unit: 'GBq',
            min: 0,
            max: 25,
            plausible: [0, 2],
          }),
          delivered: field.number({
            label: 'Delivered activity',
            unit: 'GBq',
            min: 0,
            max: 25,
            plausible: [0.2, 10],
          }),
        },
      }),
    ),
    samples: field.optional(
      field.whole({
        label: 'Samples taken',
        techniques: ['biopsy'],
        min: 0,
        max: 50,
        plausible: [1, 12],
      }),
    ),
    drained: field.optional(
      field.number({
        label: 'Fluid drained',
        unit: 'ml',
        techniques: ['drainage'],
        min: 0,
        max: 30000,
        plausible: [0, 10000],
      }),
    ),
    contrast: field.optional(
      field.number({
        label: 'Iodinated contrast given',
        unit: 'ml',
        techniques: contrastTechniques,
        min: 0,
        max: 1000,
        plausible: [1, 400],
      }),
    ),
    device: field.optional(field.text({ label: 'Device', hint: 'Maker, model, size, batch', max: 200 })),
    anaesthesia: field.choice({
      label: 'Anaesthesia',
      options: {
        local: 'Local',
        sedation: 'Local and sedation',
        general: 'General',
        regional: 'Regional',
        none: 'None',
      },
    }),
    minutes: field.whole({ label: 'Duration', unit: 'minutes', min: 1, max: 1440, plausible: [5, 360] }),
    technicalSuccess: field.choice({
      label: 'Technical success',
      options: { yes: 'Yes', partial: 'In part', no: 'No' },
    }),
    whyNot: field.when(
      'technicalSuccess',
      ['partial', 'no'],
      field.paragraph({ label: 'What stood in the way', max: 1000 }),
    ),
    radiation: field.optional(
      field.group({
        label: 'Radiation',
        fields: {
          dap: field.optional(
            field.number({
              label: 'Dose-area product',
              unit: 'Gy·cm²',
              min: 0,
              max: 5000,
              plausible: [0.01, 800],
            }),
          ),
          airKerma: field.optional(
            field.number({
              label: 'Air kerma at the reference point',
              unit: 'mGy',
              min: 0,
              max: 30000,
              plausible: [0.1, 5000],
            }),
          ),
          fluoroscopy: field.optional(
            field.number({
              label: 'Fluoroscopy time',
              unit: 'minutes',
              min: 0,
              max: 600,
              plausible: [0.1, 120],
            }),
          ),
          dlp: field.optional(
            field.number({
              label: 'CT dose-length product',
              unit: 'mGy·cm',
              min: 0,
              max: 30000,
              plausible: [1, 5000],
            }),
          ),
        },
      }),
    ),
    complicationNow: field.yesNo({
      label: 'A complication during the procedure',
      missing: 'Select yes or no: a complication during the procedure',
    }),
    study: field.optional(
      field.text({ label: 'Study or trial', hint: 'Where the treatment is part of one' }),
    ),
    documented: field.optional(field.paragraph({ label: 'Notes', max: 4000 })),
    breachReason: breachReason(),
  },
  line: (body) =>
    `${procedureName(body.procedure)}${body.course > 1 ? `, course ${body.course}` : ''}: ${{ yes: 'technically successful', partial: 'technically successful in part', no: 'not technically successful' }[body.technicalSuccess]}`,
})

export const recovery = caseKind({
  name: 'recovery',
  title: 'Recovery',
  stage: 'recovery',
  whenAsked: 'When did the patient reach the ward?',
  timed: true,
  clauses: ['4.7.1', '5.3'],
  fields: {
    ward: field.text({ label: 'Ward', max: 80 }),
    /** Whoever nurses someone after a radioactive agent has to know where on the ward they are (5.3). */
    bed: field.optional(field.text({ label: 'Bed or side room', max: 40 })),
    wardFamiliar: field.yesNo({ label: 'Its staff are familiar with the procedure' }),
    protocol: field.optional(field.entry({ label: 'Recovery protocol', kinds: ['protocol'], of: 'service' })),
    protocolVersion: field.optional(field.text({ system: true, label: 'Protocol’s version', max: 100 })),
    deviations: field.optional(field.paragraph({ label: 'Deviations from it', max: 1000 })),
    /** Until when radiation precautions hold: filled in by the system where the agent is radioactive. */
    precautionsUntil: field.optional(
      field.date({
        label: 'Radiation precautions until',
        techniques: ['radioembolisation', 'brachytherapy'],
      }),
    ),
    breachReason: breachReason(),
  },
  line: (body) => `On ${body.ward}${body.deviations ? ', with deviations from the protocol' : ''}`,
})

const takeHome = {
  prescribed: 'Prescribed',
  'not-needed': 'Not needed',
  'not-prescribed': 'Needed, and not prescribed',
} as const

export const discharge = caseKind({
  name: 'discharge',
  title: 'Discharge',
  stage: 'recovery',
  whenAsked: 'When did the patient leave?',
  timed: true,
  clauses: ['4.7.2', '5.1', '5.2'],
  fields: {
    assessedBy: field.clinician({ label: 'Assessed by', missing: 'Enter who assessed the patient' }),
    familiar: field.yesNo({ label: 'The assessor is familiar with the procedure' }),
    to: field.choice({
      label: 'To',
      missing: 'Select where the patient went',
      options: {
        home: 'Home',
        'other-ward': 'Another ward',
        'other-hospital': 'Another hospital',
        hospice: 'A hospice',
        'care-home': 'A care home',
      },
    }),
    analgesia: field.choice({
      label: 'Analgesia',
      options: takeHome,
    }),
    antiemetics: field.choice({
      label: 'Antiemetics',
      options: takeHome,
    }),
    medicines: field.optional(field.paragraph({ label: 'Medicines', max: 1000 })),
    aftercare: field.yesNo({ label: 'Aftercare of the first days was arranged by the protocol' }),
    radiationCard: field.optional(
      field.yesNo({
        label: 'The radiation advice card was given',
        techniques: ['radioembolisation', 'brachytherapy'],
      }),
    ),
    precautionsUntil: field.optional(
      field.date({
        label: 'Radiation precautions until',
        techniques: ['radioembolisation', 'brachytherapy'],
      }),
    ),
    breachReason: breachReason(),
  },
  line: (body) => `Discharged, assessed by ${body.assessedBy.name}`,
})
