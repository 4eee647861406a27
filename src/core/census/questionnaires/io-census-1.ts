/**
 * The paper's own key points as a questionnaire: the version of the 2017-like edition.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, Methods: key points of the survey, follow-up, formal referral
 *   pathway; Results: barriers. The survey itself is an online supplement that was not read: words are ours.
 */
import { inPaperTable } from '../../catalogue/procedures.ts'
import { CANNOT_SAY } from '../provision.ts'
import type { Option, Question, Questionnaire } from '../questionnaire.ts'

export const IO = 'Interventional oncology here'
const PATHWAYS = 'Referral pathways'
export const DEPARTMENT = 'Your department'
const RESPONDENT = 'About you'

export const cannotSay: Option = { value: CANNOT_SAY, label: 'I cannot say which' }

export const supportiveOptions: readonly Option[] = inPaperTable('supportive').map(asOption)
export const diseaseModifyingOptions: readonly Option[] = inPaperTable('disease-modifying').map(asOption)

/** A procedure of the catalogue as an option. */
export function asOption({ id, name, plainly }: { id: string; name: string; plainly: string }): Option {
  return { value: id, label: name, hint: plainly }
}

const barrierOptions: readonly Option[] = [
  { value: 'funding', label: 'Insufficient funding' },
  { value: 'staff', label: 'Lack of staff' },
  { value: 'clinician-support', label: 'Lack of support from clinicians outside radiology' },
  { value: 'pathway-in-place', label: 'A referral pathway is already in place' },
  { value: 'recruitment', label: 'Problems recruiting into interventional radiology' },
  { value: 'other', label: 'Something else' },
  { value: 'nothing', label: 'Nothing stands in the way' },
]

export const respondentRoles: readonly Option[] = [
  { value: 'head-of-department', label: 'Head of department of radiology or interventional radiology' },
  { value: 'interventional-radiologist', label: 'Consultant interventional radiologist' },
  { value: 'diagnostic-radiologist', label: 'Consultant diagnostic radiologist' },
  { value: 'superintendent-radiographer', label: 'Superintendent radiographer' },
]

const formalPathway =
  'A formal referral pathway is an existing way of referring through the MDT that is responsible for the ' +
  'patient, usually in a local oncology or radiology network.'

/** What is offered here, and which procedures. */
export const provisionQuestions: readonly Question[] = [
  {
    id: 'ioOffered',
    section: IO,
    wave: 'first',
    asks: 'Does your organisation offer interventional oncology procedures?',
    hint: 'Image-guided procedures for people with cancer, such as biopsies, drains, stents, ablation and embolisation.',
    type: 'yes-no',
    required: true,
  },
  {
    id: 'kinds',
    section: IO,
    wave: 'first',
    asks: 'Which kinds do you offer?',
    type: 'one',
    options: [
      {
        value: 'supportive-only',
        label: 'Supportive procedures only',
        hint: 'They support other treatment or relieve symptoms: biopsies, drains, stents, lines.',
      },
      {
        value: 'both',
        label: 'Both supportive and disease-modifying procedures',
        hint: 'Disease-modifying procedures treat the tumour itself: ablation, TACE, SIRT.',
      },
    ],
    required: true,
    when: { question: 'ioOffered', is: 'yes' },
  },
  {
    id: 'supportiveProcedures',
    section: IO,
    wave: 'first',
    asks: 'Which supportive procedures do you offer?',
    hint: 'Choose all that are offered to people with cancer in your organisation.',
    type: 'many',
    options: [...supportiveOptions, cannotSay],
    exclusive: CANNOT_SAY,
    required: true,
    when: { question: 'ioOffered', is: 'yes' },
  },
  {
    id: 'diseaseModifyingProcedures',
    section: IO,
    wave: 'first',
    asks: 'Which disease-modifying procedures do you offer?',
    hint: 'Choose all that are offered in your organisation.',
    type: 'many',
    options: [...diseaseModifyingOptions, cannotSay],
    exclusive: CANNOT_SAY,
    required: true,
    when: { question: 'kinds', is: 'both' },
  },
]

/** Where patients go when nothing is offered here, and what is planned. */
export const pathwayQuestions: readonly Question[] = [
  {
    id: 'referralPathway',
    section: PATHWAYS,
    wave: 'first',
    asks: 'Is there a formal referral pathway to another organisation for interventional oncology?',
    hint: formalPathway,
    type: 'yes-no',
    required: true,
    when: { question: 'ioOffered', is: 'no' },
  },
  {
    id: 'referralPathwayTo',
    section: PATHWAYS,
    wave: 'first',
    asks: 'To which organisations does the formal referral pathway lead?',
    hint: 'Start to type a name. You can choose several.',
    type: 'organisations',
    required: true,
    when: { question: 'referralPathway', is: 'yes' },
  },
  {
    id: 'plannedWithin12Months',
    section: PATHWAYS,
    wave: 'first',
    asks: 'Is there a plan to offer interventional oncology, or to set up a formal referral pathway, in the next 12 months?',
    type: 'yes-no',
    required: true,
    when: { question: 'referralPathway', is: 'no' },
  },
]

/** What stands in the way: asked of all that do not offer disease-modifying procedures. */
export const barrierQuestion: Question = {
  id: 'barriers',
  section: 'What stands in the way',
  wave: 'first',
  asks: 'What stands in the way of offering disease-modifying interventional oncology here?',
  hint: 'Choose all that apply.',
  type: 'many',
  options: barrierOptions,
  exclusive: 'nothing',
  required: true,
  when: {
    any: [
      { question: 'ioOffered', is: 'no' },
      { question: 'kinds', is: 'supportive-only' },
    ],
  },
}

/** The department and its lead: facts apart from what is offered. */
export const departmentQuestions: readonly Question[] = [
  {
    id: 'irDepartment',
    section: DEPARTMENT,
    wave: 'first',
    asks: 'Does your organisation have an interventional radiology department?',
    type: 'yes-no',
    required: true,
  },
  {
    id: 'ioLead',
    section: DEPARTMENT,
    wave: 'first',
    asks: 'Does your organisation have a named lead for interventional oncology?',
    hint: 'A clinician whose job includes leading interventional oncology.',
    type: 'yes-no',
    required: true,
  },
]

export const respondentQuestions: readonly Question[] = [
  {
    id: 'respondentRole',
    section: RESPONDENT,
    wave: 'first',
    asks: 'What is your role?',
    type: 'one',
    options: respondentRoles,
    required: true,
  },
  {
    id: 'comment',
    section: RESPONDENT,
    wave: 'first',
    asks: 'Is there anything else that we should know?',
    hint: 'Do not write anything that could identify a patient.',
    type: 'text',
    required: false,
  },
]

/** The second round, to services that offer supportive procedures only. */
export const followUpQuestions: readonly Question[] = [
  {
    id: 'diseaseModifyingPathway',
    section: PATHWAYS,
    wave: 'follow-up',
    asks: 'Is there a formal referral pathway to another organisation for disease-modifying procedures?',
    hint: formalPathway,
    type: 'yes-no',
    required: true,
    when: { question: 'kinds', is: 'supportive-only' },
  },
  {
    id: 'diseaseModifyingPathwayVia',
    section: PATHWAYS,
    wave: 'follow-up',
    asks: 'Through what does that referral pathway run?',
    type: 'one',
    options: [
      {
        value: 'regional-cancer-network',
        label: 'A regional cancer network',
        hint: 'Started after a formal discussion at the MDT meeting.',
      },
      { value: 'ir-network', label: 'An interventional radiology network' },
      { value: 'other', label: 'Something else' },
    ],
    required: true,
    when: { question: 'diseaseModifyingPathway', is: 'yes' },
  },
  {
    id: 'diseaseModifyingPathwayTo',
    section: PATHWAYS,
    wave: 'follow-up',
    asks: 'To which organisations does it lead?',
    hint: 'Start to type a name. You can choose several.',
    type: 'organisations',
    required: true,
    when: { question: 'diseaseModifyingPathway', is: 'yes' },
  },
]

export const ioCensus1: Questionnaire = {
  id: 'io-census',
  version: 1,
  title: 'Census of interventional oncology services',
  source: 'Zhong et al., BMJ Open 2017;7:e016631: key points of the survey',
  questions: [
    ...provisionQuestions,
    ...pathwayQuestions,
    barrierQuestion,
    ...departmentQuestions,
    ...respondentQuestions,
    ...followUpQuestions,
  ],
}
