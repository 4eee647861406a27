/**
 * The edition's questionnaire: the paper's key points, and what the trainees' repeat (UNITE, IO1-UK) asks
 * besides: collaboration, cover around the clock, clinic and beds. The College's procedures that the paper
 * left out are asked too; those of tables 1 and 2 keep their place, so that editions compare.
 *
 * @see unitecollaborative.com/io1-uk (its form was not read: the topics are its, the words ours)
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, 2.1, 2.2
 */
import { PROCEDURES, type Procedure } from '../../catalogue/procedures.ts'
import { CANNOT_SAY } from '../provision.ts'
import type { Option, Question, Questionnaire } from '../questionnaire.ts'
import {
  asOption,
  barrierQuestion,
  cannotSay,
  DEPARTMENT,
  departmentQuestions,
  diseaseModifyingOptions,
  followUpQuestions,
  IO,
  pathwayQuestions,
  provisionQuestions,
  respondentQuestions,
  supportiveOptions,
} from './io-census-1.ts'

const collegeOnly = PROCEDURES.filter((procedure) => procedure.categoryBy.paper === null)
const isDiseaseModifying = (procedure: Procedure) =>
  procedure.categoryBy.college.includes('disease-modifying')

const procedureOptions: Readonly<Record<string, readonly Option[]>> = {
  supportiveProcedures: [
    ...supportiveOptions,
    ...collegeOnly.filter((procedure) => !isDiseaseModifying(procedure)).map(asOption),
    cannotSay,
  ],
  diseaseModifyingProcedures: [
    ...diseaseModifyingOptions,
    ...collegeOnly.filter(isDiseaseModifying).map(asOption),
    cannotSay,
  ],
}

const withCollegeProcedures = (question: Question): Question => {
  const options = procedureOptions[question.id]
  return options === undefined ? question : { ...question, options }
}

/** Asked of organisations that offer IO. */
const serviceQuestions: readonly Question[] = [
  {
    id: 'collaboration',
    section: IO,
    wave: 'first',
    asks: 'How do you work with other organisations in interventional oncology?',
    hint: 'Choose all that apply.',
    type: 'many',
    options: [
      { value: 'shared-mdt', label: 'A shared MDT meeting' },
      { value: 'visiting-operators', label: 'Operators who work in more than one organisation' },
      { value: 'shared-rota', label: 'A shared rota for cover' },
      { value: 'referral-network', label: 'A network of referral' },
      { value: 'shared-research', label: 'Shared research, audit or registry' },
      { value: 'no-collaboration', label: 'We do not work with other organisations' },
      { value: CANNOT_SAY, label: 'I cannot say' },
    ],
    exclusive: 'no-collaboration',
    required: true,
    when: { question: 'ioOffered', is: 'yes' },
  },
  {
    id: 'clinic',
    section: IO,
    wave: 'first',
    asks: 'Do interventional radiologists see people with cancer in their own outpatient clinic?',
    type: 'yes-no',
    required: true,
    when: { question: 'ioOffered', is: 'yes' },
  },
  {
    id: 'beds',
    section: IO,
    wave: 'first',
    asks: 'Does interventional radiology have beds to which it can admit?',
    hint: 'Day-case or inpatient beds.',
    type: 'yes-no',
    required: true,
    when: { question: 'ioOffered', is: 'yes' },
  },
]

/** Asked of organisations with an IR department. */
const coverQuestion: Question = {
  id: 'cover',
  section: DEPARTMENT,
  wave: 'first',
  asks: 'When is interventional radiology available?',
  type: 'one',
  options: [
    { value: 'round-the-clock-here', label: 'Around the clock, every day, here' },
    {
      value: 'round-the-clock-network',
      label: 'Around the clock, every day, through a network',
      hint: 'Outside working hours, another organisation covers by a formal arrangement.',
    },
    { value: 'extended-hours', label: 'Some evenings or weekends' },
    { value: 'working-hours', label: 'Working hours only' },
    { value: CANNOT_SAY, label: 'I cannot say' },
  ],
  required: true,
  when: { question: 'irDepartment', is: 'yes' },
}

export const ioCensus2: Questionnaire = {
  id: 'io-census',
  version: 2,
  title: 'Census of interventional oncology services',
  source:
    'Zhong et al., BMJ Open 2017;7:e016631: key points of the survey; topics of UNITE IO1-UK; ' +
    'procedures of the Royal College of Radiologists, 2013, 2.1 and 2.2',
  questions: [
    ...provisionQuestions.map(withCollegeProcedures),
    ...serviceQuestions,
    ...pathwayQuestions,
    barrierQuestion,
    ...departmentQuestions,
    coverQuestion,
    ...respondentQuestions,
    ...followUpQuestions,
  ],
}
