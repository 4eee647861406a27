/**
 * One row per treatment: one or more sessions of one procedure that belong to one course of it
 * (SIO-DATECAN's unit, PMC8961014). What cohorts filter by stands here.
 */

import { complication, feedback, followUpContact } from '../../pathway/kinds/follow-up.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { referral } from '../../pathway/kinds/referral.ts'
import { choice, choiceFrom, code, day, days, number, type RowOf, whole, yesNo } from '../column.ts'
import { organisationCode, patientKey, treatmentKey } from './joined.ts'

export const treatmentColumns = {
  treatment: treatmentKey,
  patient: patientKey,
  organisation: organisationCode,
  nation: code({ list: 'nation', label: 'Nation', meaning: 'Nation of the service' }),
  region: code({ list: 'region', label: 'Region', meaning: 'Region of the service' }),
  origin: choice({
    label: 'Origin',
    meaning: 'Where the row comes from',
    options: { record: 'Case record', upload: 'Upload of a past treatment' },
  }),
  year: whole({ label: 'Year', meaning: 'Calendar year of the first session' }),
  startedOn: day({ label: 'Started', meaning: 'Day of the first session' }),
  procedure: code({
    list: 'procedure',
    label: 'Procedure',
    meaning: 'Procedure of the catalogue',
    from: 'treatment.procedure',
  }),
  intent: choiceFrom(treatment, 'intent', 'Disease-modifying or supportive'),
  urgency: choiceFrom(referral, 'urgency', 'As the referral said'),
  tumourSite: choiceFrom(referral, 'tumour.site', 'As the referral said'),
  icd10: code({
    list: 'icd10',
    label: 'ICD-10 category',
    meaning: 'First three characters of the diagnosis',
    from: 'referral.tumour.icd10',
  }),
  stageGroup: choiceFrom(referral, 'tumour.stageGroup', 'Stage group, where known'),
  ecog: choiceFrom(referral, 'ecog', 'Performance status at the referral'),
  sex: choice({
    label: 'Sex',
    meaning: 'Sex as registered',
    options: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' },
  }),
  age: whole({
    label: 'Age',
    unit: 'years',
    meaning: 'Whole years at the first session; 90 stands for 90 and over',
  }),
  childPugh: choice({
    label: 'Child-Pugh class',
    meaning: 'From the last work-up before the first session',
    options: { A: 'A', B: 'B', C: 'C' },
  }),
  albi: choice({
    label: 'ALBI grade',
    meaning: 'From the last work-up before the first session',
    options: { '1': '1', '2': '2', '3': '3' },
  }),
  sessions: whole({ label: 'Sessions', meaning: 'How many sessions the treatment had' }),
  tumours: whole({ label: 'Tumours', meaning: 'How many tumours were targets' }),
  largestTumour: number({
    label: 'Largest tumour',
    unit: 'mm',
    meaning: 'Longest diameter of the largest target',
  }),
  modality: choiceFrom(treatment, 'modality', 'By what it was ablated, at the first session', 'Ablation'),
  embolic: choiceFrom(treatment, 'embolic', 'Embolic of the first session'),
  selectivity: choiceFrom(treatment, 'selectivity', 'Selectivity of the first session'),
  anaesthesia: choiceFrom(treatment, 'anaesthesia', 'Anaesthesia of the first session'),
  daysFromReferral: whole({
    label: 'Days from referral',
    unit: 'days',
    meaning: 'From the referral to the first session',
  }),
  daysFromDiscussion: whole({
    label: 'Days from MDT discussion',
    unit: 'days',
    meaning: 'From the MDT discussion that decided it to the first session',
  }),

  technicalSuccess: yesNo({
    label: 'Technical success',
    meaning: 'Treated to plan at every session, judged at its end; in part counts as no',
    from: 'treatment.technicalSuccess',
  }),
  techniqueEfficacy: yesNo({
    label: 'Technique efficacy',
    meaning: 'Of ablation: no residual tumour at the first assessment after the last session',
  }),
  bestResponse: choice({
    label: 'Best response',
    meaning: 'Best response up to progression, by the criteria used',
    options: {
      CR: 'Complete response',
      PR: 'Partial response',
      SD: 'Stable disease',
      PD: 'Progressive disease',
      NE: 'Not evaluable',
    },
  }),
  criteria: choice({
    label: 'Response criteria',
    meaning: 'By which the best response was judged; never converted',
    options: {
      'recist-1.1': 'RECIST 1.1',
      mrecist: 'mRECIST',
      'ablation-zone': 'Ablation zone',
      other: 'Other',
    },
  }),
  responded: yesNo({
    label: 'Responded',
    meaning: 'Best response complete or partial; no answer where it was not evaluable or not assessed',
  }),
  bestChange: number({
    label: 'Best change of the sum of diameters',
    unit: '%',
    meaning: 'Smallest sum of target diameters against the baseline',
  }),
  worstCirse: choiceFrom(
    complication,
    'cirse',
    'Highest CIRSE grade (2017) of a complication within 30 days of a session',
  ),
  worstCtcae: choiceFrom(
    complication,
    'ctcae',
    'Highest CTCAE grade (5.0) of a complication within 30 days of a session',
  ),
  complication30: yesNo({
    label: 'Complication within 30 days',
    meaning:
      'Of any grade; no only where the safety of each session was reviewed, and nothing came up to day 30',
  }),
  severe30: yesNo({
    label: 'Severe complication within 30 days',
    meaning: 'CIRSE 4 or above, or CTCAE 3 or above, as graded',
  }),
  died30: yesNo({
    label: 'Died within 30 days',
    meaning: 'Of the last session; no only where seen alive on or after day 30',
  }),
  died90: yesNo({
    label: 'Died within 90 days',
    meaning: 'Of the last session; no only where seen alive on or after day 90',
  }),
  scoreBefore: whole({
    label: 'Symptom before',
    meaning: 'Score 0 to 10 of the symptom to be relieved, last before the first session',
    from: 'symptom-score.value',
  }),
  scoreAfter: whole({
    label: 'Symptom after',
    meaning: 'Score 0 to 10 of the same symptom, first after the last session',
    from: 'symptom-score.value',
  }),
  relief: choiceFrom(
    followUpContact,
    'relief',
    'As said at the first follow-up contact that asked',
    'Relief of the symptom',
  ),
  relieved: yesNo({
    label: 'Relieved',
    meaning:
      'Score lower by 2 or more; where no two scores were taken, gone or better at the first contact that asked',
  }),
  feedback: choiceFrom(feedback, 'state', 'Whether feedback was given'),
  experience: choiceFrom(feedback, 'experience', 'Answer to the Friends and Family question', 'Experience'),
  feedbackGiven: yesNo({
    label: 'Feedback given',
    meaning: 'Of those who were asked: no where it was declined or not answered',
  }),
  experienceGood: yesNo({
    label: 'Good experience',
    meaning:
      'Very good or good, of those who answered the Friends and Family question other than ‘don’t know’',
  }),

  daysToDeath: days({
    label: 'Days to death',
    meaning: 'From the first session; empty where none is recorded',
  }),
  daysToLastSeen: days({
    label: 'Days last seen',
    meaning: 'From the first session to the last day on which an entry shows that the patient was alive',
  }),
  daysToProgression: days({
    label: 'Days to progression',
    meaning: 'First scan that shows progression anywhere',
  }),
  daysToLocalProgression: days({
    label: 'Days to local tumour progression',
    meaning:
      'The first of its tumours. Of ablation: progression after a scan that showed it complete; of other treatments: the first scan on which a tumour has grown from its smallest',
  }),
  daysToLastImaging: days({ label: 'Days to last scan', meaning: 'Last scan that was read for response' }),
  daysToNextTreatment: days({
    label: 'Days to next treatment',
    meaning: 'First session of the patient’s next treatment of the same intent in the registry',
  }),
  daysToSevere: days({
    label: 'Days to severe complication',
    meaning: 'First complication of CIRSE 4 or above, or CTCAE 3 or above',
  }),
} as const
export type TreatmentRow = RowOf<typeof treatmentColumns>
