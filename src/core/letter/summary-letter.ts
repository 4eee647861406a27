/** The summary letter of a case, to the referring clinician and the GP: only what the record says. */

import { dayWords } from '../calendar/uk-time.ts'
import { procedureName } from '../catalogue/procedures.ts'
import { death } from '../pathway/kinds/follow-up.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { referral } from '../pathway/kinds/referral.ts'
import { displayed, IDENTIFIER_WORDS } from '../patient/identifiers.ts'
import { fieldOf } from '../record/field.ts'
import { inSentence } from '../sentence.ts'
import { type LetterFacts, organisationName, patientName } from './facts.ts'
import { type Address, type Fact, facts, type Letter, notRecorded, type Section } from './letter.ts'
import { died, discussedAt, whatCameOfTheCase } from './summary/came-of-it.ts'
import { complications, lastTreatmentSentence, result, whatWasDone } from './summary/done.ts'
import { whatHappensNext } from './summary/next.ts'
import { informationGiven, medicines, radiation, whoIsResponsible } from './summary/told.ts'
import { labelOf, onDay } from './words.ts'

/**
 * Writes the letter.
 *
 * Whatever the record does not hold is called not recorded; nothing is concluded from silence.
 */
export function summaryLetter(letter: LetterFacts): Letter {
  const { course, patient, treating, today } = letter
  const isDead = patient.diedOn !== null || course.latest(death) !== undefined
  const sections: readonly (Section | null)[] = [
    asked(letter),
    whatWasDone(course),
    complications(course),
    result(course),
    isDead ? null : whatHappensNext(course, today),
    medicinesUnless(isDead, letter),
    radiation(course, today),
    informationGiven(course),
    whoIsResponsible(letter),
  ]
  return {
    paper: 'a4',
    title: 'Summary of an interventional oncology case',
    heading: 'Summary of care',
    from: {
      name: letter.contact?.department ?? 'Interventional radiology',
      lines: [organisationName(letter, treating)],
    },
    to: recipients(letter),
    dated: dayWords(today),
    about: aboutPatient(letter),
    opening: opening(letter),
    sections: sections.filter((section) => section !== null),
    foot: `Made from entries 1 to ${course.position} of the patient’s record on ${dayWords(today)}.`,
    fictional: letter.fictional,
  }
}

const medicinesUnless = (isDead: boolean, { course }: LetterFacts) => (isDead ? null : medicines(course))

export function recipients(letter: LetterFacts): readonly Address[] {
  const asked = letter.course.latest(referral)?.body
  const { gpPractice } = letter.patient
  return [
    asked
      ? { name: asked.referrer.name, lines: [organisationName(letter, asked.from)] }
      : { name: 'Referring clinician', lines: [notRecorded] },
    { name: 'General practitioner', lines: [gpPractice ?? `Practice: ${inSentence(notRecorded)}`] },
  ]
}

/** Name, birth, numbers: enough to find the right person, and no more. */
export function aboutPatient({ patient, course }: LetterFacts): readonly Fact[] {
  const died = patient.diedOn ?? course.latest(death)?.occurredAt
  return [
    { label: 'Patient', value: patientName(patient) },
    { label: 'Born', value: dayWords(patient.birthOn) },
    ...(patient.identifiers.length > 0
      ? patient.identifiers.map((each) => ({ label: IDENTIFIER_WORDS[each.system], value: displayed(each) }))
      : [{ label: IDENTIFIER_WORDS.nhs, value: notRecorded }]),
    ...(died ? [{ label: 'Died', value: onDay(died.length === 10 ? `${died}T12:00:00Z` : died) }] : []),
  ]
}

function opening(letter: LetterFacts): readonly string[] {
  const { course } = letter
  const name = patientName(letter.patient)
  const treated = lastTreatmentSentence(course, name)
  const last = course.latest(death)
  const asked = course.latest(referral)
  const before = () =>
    asked
      ? `${name} was referred to us on ${onDay(asked.occurredAt)} for ${inSentence(procedureName(asked.body.procedure))}. No treatment is recorded yet.`
      : `${name} is under our care. No treatment is recorded yet.`
  return [
    treated ?? before(),
    ...(last ? [died(name, last)] : []),
    ...whatCameOfTheCase(letter),
    ...(course.of(treatment).length > 1
      ? [`${course.of(treatment).length} treatments are recorded in this case.`]
      : []),
  ]
}

/** Why the patient came. */
function asked({ course }: LetterFacts): Section {
  const said = course.latest(referral)
  if (!said) return { heading: 'Why the patient was referred', parts: [facts(['Referral', undefined])] }
  const { body } = said
  const tumour = referral.fields.tumour && fieldOf(referral.fields.tumour)
  const site = tumour?.input === 'group' ? tumour.fields.site : undefined
  const stage =
    body.tumour.stageGroup && body.tumour.stageGroup !== 'unknown' ? body.tumour.stageGroup : undefined
  return {
    heading: 'Why the patient was referred',
    parts: [
      facts(
        [
          'Referred',
          `${onDay(said.occurredAt)}, ${inSentence(labelOf(referral.fields.urgency, body.urgency))}`,
        ],
        ['Tumour', `${labelOf(site, body.tumour.site)} (ICD-10 ${body.tumour.icd10})`],
        ['Stage', stage],
        ['Asked for', procedureName(body.procedure)],
        ['Intent', labelOf(referral.fields.intent, body.intent)],
        ...(body.symptom ? ([['Symptom to be relieved', body.symptom]] as const) : []),
        ['MDT meeting', discussedAt(course)],
      ),
    ],
  }
}
