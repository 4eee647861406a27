/** What is said after a procedure: the plan, whether it was kept, and how it turned out. */

import * as field from '../../record/field.ts'
import { caseKind } from '../case-kind.ts'
import { breachReason, followUpItem, organ } from './choices.ts'

const treatmentOf = () => field.entry({ label: 'Treatment', kinds: ['treatment'] })

export const followUpPlan = caseKind({
  name: 'follow-up-plan',
  title: 'Follow-up plan',
  stage: 'follow-up',
  whenAsked: 'When was it made?',
  clauses: ['5.4', '5.5'],
  fields: {
    treatment: treatmentOf(),
    protocol: field.optional(
      field.entry({ label: 'Follow-up protocol', kinds: ['protocol'], of: 'service' }),
    ),
    protocolVersion: field.optional(field.text({ system: true, label: 'Protocol’s version', max: 100 })),
    changes: field.optional(field.paragraph({ label: 'Changed for this patient', max: 1000 })),
    clinician: field.clinician({ label: 'Clinician responsible for follow-up' }),
    items: field.list({
      label: 'Items',
      one: 'item',
      max: 20,
      fields: {
        /** Names the item within its plan; contacts answer it. */
        key: field.text({ system: true, label: 'Number', max: 20 }),
        what: followUpItem(),
        detail: field.optional(field.text({ label: 'Detail' })),
        by: field.text({ label: 'By whom', max: 120 }),
        from: field.date({ label: 'Not before', missing: 'Enter the first day' }),
        to: field.date({ label: 'Not after', missing: 'Enter the last day' }),
      },
    }),
    breachReason: breachReason(),
  },
  line: (body) => `Follow-up planned: ${body.items.length === 1 ? 'one item' : `${body.items.length} items`}`,
})

export const followUpContact = caseKind({
  name: 'follow-up-contact',
  title: 'Follow-up contact',
  stage: 'follow-up',
  whenAsked: 'When was the contact?',
  clauses: ['5.4', '6.4'],
  fields: {
    plan: field.optional(field.entry({ label: 'Plan', kinds: ['follow-up-plan'] })),
    item: field.optional(field.text({ label: 'Item of the plan', max: 20 })),
    how: field.choice({
      label: 'How',
      missing: 'Select how the contact was made',
      options: {
        telephone: 'Telephone',
        clinic: 'In clinic',
        video: 'Video',
        ward: 'On a ward',
        letter: 'By letter',
        'not-reached': 'Not reached',
      },
    }),
    by: field.clinician({ label: 'By whom' }),
    findings: field.paragraph({ label: 'Findings', max: 2000 }),
    /** Efficacy is recorded with reference to the symptoms to be relieved and the side effects (6.4). */
    relief: field.optional(
      field.choice({
        label: 'Symptom that was to be relieved',
        options: { gone: 'Gone', better: 'Better', same: 'As before', worse: 'Worse' },
      }),
    ),
    sideEffects: field.optional(field.paragraph({ label: 'Side effects', max: 1000 })),
    breachReason: breachReason(),
  },
  line: (body) => (body.how === 'not-reached' ? 'Follow-up: not reached' : `Follow-up by ${body.by.name}`),
})

const lesion = {
  /** The same in each assessment, so that a lesion is followed over time. */
  key: field.text({ label: 'Lesion', hint: 'Such as A', max: 10 }),
  organ: organ(),
  place: field.optional(field.text({ label: 'Where', hint: 'Such as segment 6', max: 60 })),
  kind: field.choice({
    label: 'As',
    missing: 'Select what the lesion counts as',
    options: {
      target: 'Target',
      'target-node': 'Target lymph node',
      'non-target': 'Non-target',
      new: 'New lesion',
    },
  }),
  /** Longest diameter; of a node the short axis; under mRECIST of the enhancing part. */
  diameter: field.optional(
    field.number({ label: 'Diameter', unit: 'mm', min: 0, max: 500, plausible: [0, 250] }),
  ),
  state: field.optional(
    field.choice({
      label: 'Of a non-target lesion',
      options: {
        gone: 'Gone',
        present: 'Present',
        progressed: 'Unequivocal progression',
        'not-evaluated': 'Not evaluated',
      },
    }),
  ),
  treatedBefore: field.optional(field.yesNo({ label: 'Treated or irradiated before' })),
  progressedSince: field.optional(field.yesNo({ label: 'Has grown since that treatment' })),
}

export const responseAssessment = caseKind({
  name: 'response-assessment',
  title: 'Response assessment',
  stage: 'follow-up',
  whenAsked: 'When was the scan?',
  clauses: ['6.5', '6.6', '6.7'],
  fields: {
    treatment: field.optional(
      field.entry({
        label: 'After which treatment',
        kinds: ['treatment'],
        hint: 'Leave empty for the baseline',
      }),
    ),
    baseline: field.yesNo({ label: 'This is the baseline, before treatment' }),
    criteria: field.choice({
      label: 'Criteria',
      options: {
        'recist-1.1': 'RECIST 1.1',
        mrecist: 'mRECIST',
        'ablation-zone': 'Ablation zone',
        other: 'Other',
      },
    }),
    modality: field.choice({
      label: 'By',
      missing: 'Select how the scan was made',
      options: { ct: 'CT', mri: 'MRI', 'pet-ct': 'PET-CT', ultrasound: 'Contrast ultrasound' },
    }),
    lesions: field.when(
      'criteria',
      ['recist-1.1', 'mrecist'],
      field.list({ label: 'Lesions', one: 'lesion', max: 30, fields: lesion }),
    ),
    zone: field.when(
      'criteria',
      ['ablation-zone'],
      field.choice({
        label: 'Ablation zone',
        options: {
          complete: 'Complete: no residual tumour',
          residual: 'Residual tumour',
          progression: 'Local tumour progression',
        },
      }),
    ),
    zoneOf: field.optional(
      field.when(
        'criteria',
        ['ablation-zone'],
        field.text({
          label: 'Zone of lesion',
          hint: 'Its letter, such as A. Leave empty where it is so of all that were treated',
          max: 10,
        }),
      ),
    ),
    /** What the rule comes to, by the same function on every page; absent where none applies. */
    computed: field.optional(
      field.choice({
        label: 'By the rule',
        system: true,
        options: {
          CR: 'Complete response',
          PR: 'Partial response',
          SD: 'Stable disease',
          PD: 'Progressive disease',
          NE: 'Not evaluable',
          'non-CR-non-PD': 'Neither complete response nor progression',
        },
      }),
    ),
    read: field.choice({
      label: 'As read',
      missing: 'Select the response as it was read',
      options: {
        CR: 'Complete response',
        PR: 'Partial response',
        SD: 'Stable disease',
        PD: 'Progressive disease',
        NE: 'Not evaluable',
        baseline: 'Baseline',
      },
    }),
    reader: field.clinician({ label: 'Read by', missing: 'Enter who read the scan' }),
    specialist: field.yesNo({ label: 'The reader is a specialist in this procedure’s imaging' }),
    protocol: field.optional(field.entry({ label: 'Response protocol', kinds: ['protocol'], of: 'service' })),
    notes: field.optional(field.paragraph({ label: 'Notes', max: 2000 })),
    breachReason: breachReason(),
  },
  line: (body) =>
    body.baseline ? 'Baseline measured' : `Response: ${body.read}, read by ${body.reader.name}`,
})

export const symptomScore = caseKind({
  name: 'symptom-score',
  title: 'Symptom score',
  stage: 'follow-up',
  whenAsked: 'When was it scored?',
  clauses: ['6.4', '6.5'],
  fields: {
    symptom: field.text({ label: 'Symptom', hint: 'Such as pain', max: 80 }),
    scale: field.choice({ label: 'Scale', options: { 'nrs-0-10': 'Numeric, 0 to 10' } }),
    value: field.whole({ label: 'Score', min: 0, max: 10 }),
    moment: field.choice({
      label: 'Moment',
      options: { before: 'Before treatment', after: 'After treatment' },
    }),
    treatment: field.optional(field.when('moment', ['after'], treatmentOf())),
  },
  line: (body) => `${body.symptom}: ${body.value} of 10 ${body.moment} treatment`,
})

export const complication = caseKind({
  name: 'complication',
  title: 'Complication',
  stage: 'follow-up',
  whenAsked: 'When did it begin?',
  clauses: ['6.5'],
  fields: {
    treatment: treatmentOf(),
    what: field.text({ label: 'What happened' }),
    /** The system that graded it is kept with the grade; none is turned into another. */
    cirse: field.choice({
      label: 'CIRSE grade, 2017',
      options: {
        '1': ['1', 'Dealt with in the same procedure'],
        '2': ['2', 'Stay longer by less than 48 hours, no extra therapy'],
        '3': ['3', 'Extra therapy or stay over 48 hours, no sequelae'],
        '4': ['4', 'Mild sequelae after discharge'],
        '5': ['5', 'Severe sequelae'],
        '6': ['6', 'Death'],
      },
    }),
    ctcae: field.optional(
      field.choice({
        label: 'CTCAE grade, version 5.0',
        options: {
          '1': '1, mild',
          '2': '2, moderate',
          '3': '3, severe',
          '4': '4, life-threatening',
          '5': '5, death',
        },
      }),
    ),
    relation: field.choice({
      label: 'Related to the procedure',
      missing: 'Select whether it was related to the procedure',
      options: { certain: 'Yes', likely: 'Likely', possible: 'Possibly', unlikely: 'Unlikely', no: 'No' },
    }),
    management: field.paragraph({ label: 'What was done', max: 1000 }),
    outcome: field.choice({
      label: 'Outcome',
      options: {
        resolved: 'Resolved',
        ongoing: 'Going on',
        sequelae: 'Resolved with sequelae',
        died: 'Died',
      },
    }),
  },
  line: (body) => `Complication: ${body.what}, CIRSE ${body.cirse}`,
})

/** Safety is recorded also where nothing happened: silence is not evidence. */
export const safetyReview = caseKind({
  name: 'safety-review',
  title: 'Safety review',
  stage: 'follow-up',
  button: 'Record that there was no complication',
  whenAsked: 'Looked at on',
  clauses: ['6.5'],
  fields: {
    treatment: treatmentOf(),
    noComplication: field.choice({
      label: 'To this day',
      options: { none: 'No complication', recorded: 'All complications are recorded' },
    }),
  },
  line: (body) =>
    body.noComplication === 'none' ? 'No complication to this day' : 'All complications recorded to this day',
})

export const feedback = caseKind({
  name: 'feedback',
  title: 'Patient feedback',
  stage: 'follow-up',
  whenAsked: 'When was it asked for?',
  clauses: ['6.5'],
  fields: {
    treatment: field.optional(treatmentOf()),
    state: field.choice({
      label: 'Feedback',
      options: { given: 'Given', asked: 'Asked for, no answer yet', declined: 'Declined' },
    }),
    /** The Friends and Family Test: its options are the columns of NHS England's results. */
    experience: field.when(
      'state',
      ['given'],
      field.choice({
        label: 'Overall, how was the experience of our service?',
        options: {
          'very-good': 'Very good',
          good: 'Good',
          neither: 'Neither good nor poor',
          poor: 'Poor',
          'very-poor': 'Very poor',
          unknown: 'Don’t know',
        },
      }),
    ),
    words: field.optional(
      field.when('state', ['given'], field.paragraph({ label: 'In the patient’s words', max: 2000 })),
    ),
    by: field.when(
      'state',
      ['given'],
      field.choice({
        label: 'Answered',
        options: { patient: 'By the patient', helped: 'With help', carer: 'By a carer' },
      }),
    ),
  },
  line: ({ state }) =>
    ({ given: 'Feedback given', asked: 'Feedback asked for', declined: 'Feedback declined' })[state],
})

export const death = caseKind({
  name: 'death',
  title: 'Death',
  stage: 'closed',
  button: 'Record death',
  whenAsked: 'When did the patient die?',
  clauses: ['6.5'],
  fields: {
    cause: field.text({ label: 'Cause' }),
    relation: field.choice({
      label: 'Related to a treatment',
      missing: 'Select whether it was related to a treatment',
      options: { no: 'No', possible: 'Possibly', yes: 'Yes', unknown: 'Not known' },
    }),
    treatment: field.optional(field.when('relation', ['possible', 'yes'], treatmentOf())),
  },
  line: () => 'Died',
})

export const closure = caseKind({
  name: 'closure',
  title: 'Closure',
  stage: 'closed',
  button: 'Close the case',
  whenAsked: 'When was it closed?',
  fields: {
    why: field.choice({
      label: 'Why',
      missing: 'Select why the case is closed',
      options: {
        completed: 'Treatment and follow-up are complete',
        'other-treatment': 'Another treatment was chosen',
        'referred-onward': 'Referred onward',
        declined: 'The patient declined',
        unfit: 'Not fit',
        refused: 'The referral was refused',
        died: 'The patient died',
        'opened-in-error': 'Opened in error',
      },
    }),
    note: field.optional(field.paragraph({ label: 'Note', max: 1000 })),
  },
  line: () => 'Case closed',
})

/** A file kept with the case: the digest is in the chain, the bytes are kept apart. */
export const attachment = caseKind({
  name: 'attachment',
  title: 'Attachment',
  stage: 'referral',
  button: 'Attach a file',
  offered: false,
  fields: {
    title: field.text({ label: 'What it is' }),
    type: field.text({ label: 'Type', max: 100 }),
    bytes: field.whole({ label: 'Size', unit: 'bytes', min: 1, max: 20_000_000 }),
    digest: field.text({ label: 'SHA-256', max: 64 }),
  },
  line: (body) => `File: ${body.title}`,
})
