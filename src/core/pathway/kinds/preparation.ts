/** What is said before a procedure: information, consent, prescription, admission. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import * as field from '../../record/field.ts'
import { caseKind } from '../case-kind.ts'
import { breachReason, doseUnit } from './choices.ts'

export const information = caseKind({
  name: 'information',
  title: 'Patient information',
  stage: 'preparation',
  button: 'Record the information given',
  whenAsked: 'When was it given?',
  clauses: ['4.2.1', '4.2.2', '4.2.3'],
  fields: {
    procedure: field.procedure({ label: 'Procedure' }),
    leaflet: field.choice({
      label: 'Leaflet',
      options: {
        given: 'Given',
        offered: 'Offered and declined',
        none: 'There is none for this procedure',
        'not-given': 'Not given',
      },
    }),
    adoption: field.when(
      'leaflet',
      ['given', 'offered'],
      field.entry({ label: 'Which leaflet', kinds: ['leaflet-adoption'], of: 'service' }),
    ),
    /** Filled in by the system from the adoption, so that the letter can say what the patient was given. */
    leafletTitle: field.when(
      'leaflet',
      ['given', 'offered'],
      field.text({ system: true, label: 'Leaflet’s title' }),
    ),
    leafletVersion: field.when(
      'leaflet',
      ['given', 'offered'],
      field.text({ system: true, label: 'Leaflet’s version', max: 40 }),
    ),
    language: field.when(
      'leaflet',
      ['given', 'offered'],
      field.text({ system: true, label: 'Language', max: 40 }),
    ),
    format: field.when(
      'leaflet',
      ['given', 'offered'],
      field.choice({
        label: 'Format',
        options: {
          print: 'Printed',
          'large-print': 'Large print',
          'easy-read': 'Easy read',
          digital: 'By e-mail or link',
          braille: 'Braille',
          audio: 'Audio',
        },
      }),
    ),
    radiationProtection: field.optional(
      field.yesNo({
        label: 'Radiation protection was discussed',
        techniques: ['radioembolisation', 'brachytherapy'],
      }),
    ),
    where: field.choice({
      label: 'Where',
      missing: 'Select where it was given',
      options: { clinic: 'In clinic', ward: 'On the ward', remote: 'By telephone or video' },
    }),
    withRadiologist: field.yesNo({ label: 'The patient spoke with the interventional radiologist' }),
    breachReason: breachReason(),
  },
  line: (body) =>
    ({
      given: `Leaflet given: ${body.leafletTitle}, version ${body.leafletVersion}`,
      offered: `Leaflet offered and declined: ${body.leafletTitle}`,
      none: 'There is no leaflet for this procedure',
      'not-given': 'No leaflet given',
    })[body.leaflet],
})

export const consent = caseKind({
  name: 'consent',
  title: 'Consent',
  stage: 'preparation',
  whenAsked: 'When was it decided?',
  timed: true,
  clauses: ['4.3'],
  fields: {
    decision: field.choice({
      label: 'The patient’s decision',
      options: {
        given: 'Consent given',
        declined: 'Consent declined',
        withdrawn: ['Consent withdrawn', 'After it was given'],
        'best-interests': ['Best-interests decision', 'The patient lacks capacity'],
      },
    }),
    procedure: field.procedure({ label: 'Procedure' }),
    /** A child's parent, or whoever decides on welfare for an adult who cannot. */
    givenBy: field.optional(
      field.when(
        'decision',
        ['given', 'declined', 'withdrawn'],
        field.choice({
          label: 'Whose decision it was',
          options: {
            patient: 'The patient’s',
            parent: ['A parent’s', 'Or of whoever else has parental responsibility'],
            attorney: ['An attorney’s, deputy’s or guardian’s', 'With power over health and welfare'],
          },
        }),
      ),
    ),
    courses: field.when(
      'decision',
      ['given'],
      field.choice({
        label: 'Covers',
        missing: 'Select what the consent covers',
        options: { one: 'This treatment', series: 'The series of treatments' },
      }),
    ),
    by: field.when(
      'decision',
      ['given', 'declined', 'best-interests'],
      field.clinician({ label: 'Who took it' }),
    ),
    as: field.when(
      'decision',
      ['given', 'declined', 'best-interests'],
      field.choice({
        label: 'As',
        missing: 'Select whether the operator or a delegate took it',
        options: {
          operator: 'The operator',
          delegate: ['A delegate', 'Trained for this procedure, as the competence register shows'],
        },
      }),
    ),
    where: field.when(
      'decision',
      ['given', 'declined', 'best-interests'],
      field.choice({
        label: 'Where',
        missing: 'Select where it was taken',
        options: {
          clinic: 'In clinic',
          ward: 'On the ward',
          room: 'In the procedure room',
          remote: 'By telephone or video',
        },
      }),
    ),
    interpreter: field.choice({
      label: 'Interpreter',
      options: {
        'not-needed': 'Not needed',
        professional: 'A professional interpreter',
        other: 'Someone else',
      },
    }),
    form: field.optional(field.text({ label: 'Consent form', hint: 'Its name and version', max: 100 })),
    reason: field.optional(field.paragraph({ label: 'Reason given', max: 1000 })),
    breachReason: breachReason(),
  },
  line: (body) =>
    ({
      given: `Consent given${{ patient: '', parent: ' by a parent', attorney: ' by an attorney or guardian' }[body.givenBy ?? 'patient']} for ${procedureWithin(body.procedure)}, taken by ${body.by?.name}`,
      declined: 'Consent declined',
      withdrawn: 'Consent withdrawn',
      'best-interests': `Best-interests decision by ${body.by?.name}`,
    })[body.decision],
})

export const consentConfirmation = caseKind({
  name: 'consent-confirmation',
  title: 'Consent confirmed',
  stage: 'procedure',
  button: 'Confirm consent',
  whenAsked: 'When was it confirmed?',
  timed: true,
  clauses: ['4.5.1'],
  fields: {
    by: field.clinician({ label: 'Confirmed by' }),
    confirmed: field.yesNo({ label: 'The patient still consents' }),
    breachReason: breachReason(),
  },
  line: (body) => (body.confirmed ? `Consent confirmed by ${body.by.name}` : 'Consent not confirmed'),
})

/** What an agent is, for the prescription and for what was given. */
export const agents = {
  doxorubicin: 'Doxorubicin',
  epirubicin: 'Epirubicin',
  cisplatin: 'Cisplatin',
  'mitomycin-c': 'Mitomycin C',
  irinotecan: 'Irinotecan',
  melphalan: 'Melphalan',
  lipiodol: 'Ethiodised oil',
  'y90-resin': 'Yttrium-90 resin microspheres',
  'y90-glass': 'Yttrium-90 glass microspheres',
  ho166: 'Holmium-166 microspheres',
  i125: 'Iodine-125 seeds',
  antibiotic: 'Antibiotic',
  analgesic: 'Analgesic',
  antiemetic: 'Antiemetic',
  anticoagulant: 'Anticoagulant',
  sedative: 'Sedative',
  other: 'Another agent',
} as const
export const radioactiveAgents = ['y90-resin', 'y90-glass', 'ho166', 'i125'] as const
/** What treats the tumour. Contrast oil, antibiotics, analgesics and the like are given with it, not for it. */
export const therapeuticAgents: readonly (keyof typeof agents)[] = [
  'doxorubicin',
  'epirubicin',
  'cisplatin',
  'mitomycin-c',
  'irinotecan',
  'melphalan',
  ...radioactiveAgents,
  'other',
]

export const agent = () => field.choice({ label: 'Agent', options: agents })

export const prescription = caseKind({
  name: 'prescription',
  title: 'Prescription',
  stage: 'preparation',
  button: 'Record prescription',
  whenAsked: 'When was it signed?',
  timed: true,
  clauses: ['4.4.1', '4.4.2', '4.4.3'],
  fields: {
    agent: agent(),
    otherAgent: field.when('agent', ['other'], field.text({ label: 'Name of the agent' })),
    dose: field.number({ label: 'Dose or activity', min: 0.001, max: 100000 }),
    unit: doseUnit(),
    protocol: field.optional(field.entry({ label: 'Protocol', kinds: ['protocol'], of: 'service' })),
    /** Filled in by the system. */
    protocolVersion: field.optional(field.text({ system: true, label: 'Protocol’s version', max: 100 })),
    prescriber: field.clinician({ label: 'Prescriber' }),
    signed: field.yesNo({ label: 'Signed by the prescriber' }),
    responsible: field.clinician({ label: 'Medical practitioner responsible for the procedure' }),
    injectionAt: field.when('agent', radioactiveAgents, field.time({ label: 'Day and time of injection' })),
    orderBy: field.optional(
      field.when('agent', radioactiveAgents, field.date({ label: 'To be ordered by' })),
    ),
    practitionerLicence: field.optional(
      field.when('agent', radioactiveAgents, field.text({ label: 'Practitioner’s licence', max: 60 })),
    ),
    employerLicence: field.optional(
      field.when('agent', radioactiveAgents, field.text({ label: 'Employer’s licence', max: 60 })),
    ),
    breachReason: breachReason(),
  },
  line: (body) =>
    `${body.otherAgent ?? agents[body.agent]} ${body.dose} ${body.unit === 'mg-m2' ? 'mg/m²' : body.unit} prescribed by ${body.prescriber.name}${body.signed ? '' : ', not signed'}`,
})

export const admission = caseKind({
  name: 'admission',
  title: 'Admission',
  stage: 'procedure',
  whenAsked: 'When was the patient admitted?',
  timed: true,
  clauses: ['4.5.2'],
  fields: {
    type: field.choice({
      label: 'Admitted as',
      missing: 'Select how the patient was admitted',
      options: { 'day-case': 'Day case', inpatient: 'Inpatient', outpatient: 'Outpatient' },
    }),
    ward: field.text({ label: 'Ward', max: 80 }),
    fit: field.choice({
      label: 'Fitness to proceed',
      options: {
        fit: 'Fit',
        'fit-with-care': 'Fit, with precautions',
        'not-fit': 'Not fit',
        'not-assessed': 'Not assessed',
      },
    }),
    assessedBy: field.when(
      'fit',
      ['fit', 'fit-with-care', 'not-fit'],
      field.clinician({ label: 'Assessed by' }),
    ),
    assessorInTeam: field.when(
      'fit',
      ['fit', 'fit-with-care', 'not-fit'],
      field.yesNo({ label: 'The assessor is a member of the interventional radiology team' }),
    ),
    proForma: field.when(
      'fit',
      ['fit', 'fit-with-care', 'not-fit'],
      field.yesNo({ label: 'The pro forma for this procedure was used' }),
    ),
    notes: field.optional(field.paragraph({ label: 'Notes', max: 1000 })),
    breachReason: breachReason(),
  },
  line: (body) => `Admitted to ${body.ward}${body.fit === 'not-fit' ? ', not fit to proceed' : ''}`,
})
