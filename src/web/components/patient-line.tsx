/** Who it is about, at the top of every step: name, number, birth date, age. */

import { ageWords } from '#core/patient/age.ts'
import { displayed } from '#core/patient/identifiers.ts'
import { nameOf, type Patient, SEX_WORDS } from '#core/patient/patient.ts'
import { dateWords, isoDay } from './dates.ts'

export function PatientLine({ patient, now }: { readonly patient: Patient; readonly now: Date }) {
  const { birthOn, sex, identifiers } = patient
  const number = identifiers.find(({ system }) => system !== 'local') ?? identifiers[0]
  return (
    <p className="fp-patient-line">
      <strong>{nameOf(patient)}</strong>
      <span>
        Born {dateWords(birthOn)} ({ageWords(patient, isoDay(now))})
      </span>
      <span>{SEX_WORDS[sex]}</span>
      <span>{number ? displayed(number) : 'No number recorded'}</span>
    </p>
  )
}
