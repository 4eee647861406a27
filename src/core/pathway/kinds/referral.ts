/** What is said from a referral until it is accepted: asked for, answered, sent on. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import * as field from '../../record/field.ts'
import { caseKind } from '../case-kind.ts'
import { breachReason, ecog, icd10, intent, laterality, tumourSite } from './choices.ts'

/** The first entry of every case: whose it is and who treats. */
export const caseOpened = caseKind({
  name: 'case-opened',
  title: 'Case opened',
  stage: 'referral',
  offered: false,
  corrects: false,
  fields: {
    patient: field.text({ label: 'Patient', max: 36 }),
    treating: field.organisation({ label: 'Treating organisation' }),
  },
  line: () => 'Case opened',
})

export const referral = caseKind({
  name: 'referral',
  title: 'Referral',
  stage: 'referral',
  button: 'Record referral',
  whenAsked: 'When was the referral made?',
  clauses: ['3.5', '4.1.1'],
  fields: {
    from: field.organisation({ label: 'Referring organisation' }),
    referrer: field.clinician({ label: 'Referring clinician' }),
    specialty: field.choice({
      label: 'Specialty of the referring clinician',
      options: {
        'medical-oncology': 'Medical oncology',
        'clinical-oncology': 'Clinical oncology',
        haematology: 'Haematology',
        surgery: 'Surgery',
        urology: 'Urology',
        hepatology: 'Hepatology',
        gastroenterology: 'Gastroenterology',
        respiratory: 'Respiratory medicine',
        gynaecology: 'Gynaecology',
        palliative: 'Palliative medicine',
        radiology: 'Radiology',
        'emergency-medicine': 'Emergency or acute medicine',
        other: 'Another specialty',
      },
    }),
    urgency: field.choice({
      label: 'Urgency',
      options: {
        elective: ['Elective', 'Can wait for the MDT meeting'],
        urgent: ['Urgent', 'Within days, before the MDT meeting if need be'],
        emergency: ['Emergency', 'Now'],
      },
    }),
    /** What exempts it from discussion before the procedure (3.4, 3.5, 3.8). */
    urgencyReason: field.optional(
      field.when(
        'urgency',
        ['urgent', 'emergency'],
        field.text({ label: 'Why it cannot wait', hint: 'Such as obstruction with infection' }),
      ),
    ),
    tumour: field.group({
      label: 'Tumour',
      fields: {
        site: tumourSite(),
        icd10: icd10(),
        laterality: field.optional(laterality()),
        histology: field.optional(field.text({ label: 'Histology, if known' })),
        stageGroup: field.optional(
          field.choice({
            label: 'Stage group',
            options: { I: 'I', II: 'II', III: 'III', IV: 'IV', unknown: 'Not known' },
          }),
        ),
      },
    }),
    ecog: ecog(),
    intent: intent(),
    procedure: field.procedure({ label: 'Procedure asked for' }),
    question: field.paragraph({ label: 'Question to the interventional radiologist', max: 2000 }),
    symptom: field.optional(
      field.when(
        'intent',
        ['supportive'],
        field.text({ label: 'Symptom to be relieved', hint: 'Such as pain, itch, breathlessness' }),
      ),
    ),
    earlierTreatment: field.many({
      label: 'Earlier treatment of this tumour',
      options: {
        none: 'None',
        surgery: 'Surgery',
        chemotherapy: 'Chemotherapy',
        radiotherapy: 'Radiotherapy',
        immunotherapy: 'Immunotherapy',
        'targeted-therapy': 'Targeted or hormone therapy',
        ablation: 'Ablation',
        embolisation: 'Embolisation, TACE or SIRT',
        other: 'Other',
      },
    }),
    consultantInCharge: field.clinician({ label: 'Consultant in overall charge' }),
    consultantAware: field.yesNo({ label: 'The consultant in overall charge knows of this referral' }),
    oncologistInvolved: field.yesNo({ label: 'An oncologist is involved in the patient’s care' }),
    oncologistIsReferrer: field.when(
      'oncologistInvolved',
      [true],
      field.yesNo({ label: 'The oncologist is the referring clinician' }),
    ),
    oncologist: field.optional(
      field.when('oncologistIsReferrer', [false], field.clinician({ label: 'Oncologist' })),
    ),
    radiologist: field.clinician({ label: 'Interventional radiologist addressed' }),
    radiologistInMdt: field.yesNo({ label: 'That radiologist is a member of the MDT' }),
    breachReason: breachReason(),
  },
  line: (body) =>
    `Referred for ${procedureWithin(body.procedure)}, ${body.urgency}, by ${body.referrer.name}`,
})

/** What the treating service answers a referral. */
export const referralAnswer = caseKind({
  name: 'referral-answer',
  title: 'Answer to the referral',
  stage: 'referral',
  button: 'Answer the referral',
  whenAsked: 'When was it answered?',
  timed: true,
  fields: {
    answer: field.choice({
      label: 'Answer',
      options: {
        acknowledged: ['Acknowledged', 'Received; an answer follows'],
        advice: ['Advice given', 'Back to the referrer; the referral stays open'],
        accepted: ['Accepted', 'The case is taken on'],
        refused: ['Refused', 'With a reason'],
      },
    }),
    advice: field.when('answer', ['advice'], field.paragraph({ label: 'Advice', max: 2000 })),
    reason: field.when('answer', ['refused'], field.paragraph({ label: 'Reason for refusal', max: 2000 })),
    comment: field.optional(
      field.when('answer', ['acknowledged', 'accepted'], field.paragraph({ label: 'Comment', max: 2000 })),
    ),
  },
  line: ({ answer, reason }) =>
    ({
      acknowledged: 'Referral acknowledged',
      advice: 'Advice given to the referrer',
      accepted: 'Referral accepted',
      refused: `Referral refused: ${reason}`,
    })[answer],
})

export const clinicalDiscussion = caseKind({
  name: 'clinical-discussion',
  title: 'Clinical discussion',
  stage: 'referral',
  whenAsked: 'When did they speak?',
  clauses: ['4.1.1'],
  fields: {
    referrer: field.clinician({ label: 'Referring clinician' }),
    radiologist: field.clinician({ label: 'Interventional radiologist' }),
    how: field.choice({
      label: 'How',
      missing: 'Select how they spoke',
      options: {
        'in-person': 'In person',
        telephone: 'By telephone',
        video: 'By video call',
        written: 'In writing',
      },
    }),
    conclusion: field.paragraph({ label: 'Conclusion', max: 2000 }),
  },
  line: (body) => `${body.referrer.name} and ${body.radiologist.name} discussed the case`,
})

export const oncologistInformed = caseKind({
  name: 'oncologist-informed',
  title: 'Oncologist informed',
  stage: 'referral',
  button: 'Record that the oncologist was informed',
  whenAsked: 'When was the oncologist informed?',
  clauses: ['4.1.2'],
  fields: {
    oncologist: field.clinician({ label: 'Oncologist' }),
    how: field.choice({
      label: 'How',
      missing: 'Select how the oncologist was informed',
      options: {
        letter: 'By letter',
        email: 'By e-mail',
        telephone: 'By telephone',
        'in-person': 'In person',
        meeting: 'At the MDT meeting',
      },
    }),
  },
  line: (body) => `Oncologist ${body.oncologist.name} informed`,
})

export const onwardReferral = caseKind({
  name: 'onward-referral',
  title: 'Onward referral',
  stage: 'referral',
  button: 'Refer onward',
  whenAsked: 'When was it referred onward?',
  clauses: ['3.6', '3.7'],
  fields: {
    to: field.organisation({ label: 'Organisation referred to' }),
    procedure: field.procedure({ label: 'Procedure asked for' }),
    pathway: field.optional(
      field.entry({
        label: 'Referral pathway',
        kinds: ['referral-pathway'],
        of: 'service',
        hint: 'Leave empty where there is none',
      }),
    ),
    reason: field.paragraph({ label: 'Why', missing: 'Enter why the patient is referred onward', max: 2000 }),
    case: field.optional(field.text({ system: true, label: 'Case opened there', max: 36 })),
  },
  line: (body) => `Referred onward to ${body.to} for ${procedureWithin(body.procedure)}`,
})

export const responsibility = caseKind({
  name: 'responsibility',
  title: 'Responsibility',
  stage: 'planning',
  button: 'Record who is responsible',
  whenAsked: 'When was this agreed?',
  clauses: ['4.1.4', '5.5', '6.6'],
  fields: {
    admission: field.choice({
      label: 'Responsible during the admission',
      missing: 'Select who is responsible during the admission',
      options: {
        referrer: 'The referring clinician',
        radiologist: 'The interventional radiologist',
        joint: 'Joint care',
      },
    }),
    consultant: field.clinician({ label: 'Consultant responsible during the admission' }),
    secondConsultant: field.when('admission', ['joint'], field.clinician({ label: 'Second consultant' })),
    followUp: field.optional(field.clinician({ label: 'Clinician responsible for follow-up' })),
  },
  line: (body) =>
    `${body.consultant.name} responsible for the admission${body.admission === 'joint' ? ', in joint care' : ''}`,
})

export const nurseSpecialist = caseKind({
  name: 'nurse-specialist',
  title: 'Cancer nurse specialist',
  stage: 'planning',
  button: 'Record the cancer nurse specialist',
  clauses: ['4.1.5'],
  fields: {
    involved: field.choice({
      label: 'Cancer nurse specialist',
      options: {
        involved: 'Involved',
        'not-linked': 'None is linked to the patient',
        'none-here': 'This centre has none',
        declined: 'The patient does not wish it',
        no: 'Linked, but not involved',
      },
    }),
    name: field.when('involved', ['involved'], field.clinician({ label: 'Name' })),
    reason: field.when('involved', ['no'], field.paragraph({ label: 'Why not', max: 500 })),
  },
  line: ({ involved, name }) =>
    involved === 'involved'
      ? `Cancer nurse specialist ${name?.name} involved`
      : 'No cancer nurse specialist involved',
})
