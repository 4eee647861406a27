/** Invented patients. Their numbers begin with 999, which nobody is given (docs/sources.md, Formats). */

import { checkDigit } from '#core/patient/identifiers.ts'
import type { Identity } from '#core/patient/patient.ts'
import { patientName } from '../names.ts'
import type { Chance } from '../random.ts'
import type { Disease } from './diseases.ts'

export interface InventedPatient {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly birthOn: string
  readonly sex: Identity['sex']
  readonly nhsNumber: string
  readonly postcode: string
  readonly gpPractice: string
}

/** The `number`-th patient of the demonstration, of an age, and where the disease asks for it of a sex, that suits. */
export function inventPatient(
  chance: Chance,
  number: number,
  { born, sex: only }: Pick<Disease, 'born' | 'sex'>,
): InventedPatient {
  const sex = only ?? (chance.next() < 0.46 ? 'female' : 'male')
  // Twice thrown: most are near the middle, few at the ends.
  const year = born.from + Math.floor(((chance.next() + chance.next()) / 2) * (born.to - born.from))
  const month = String(1 + chance.whole(12)).padStart(2, '0')
  const day = String(1 + chance.whole(28)).padStart(2, '0')
  return {
    id: chance.uuid(),
    ...patientName(chance, sex),
    birthOn: `${year}-${month}-${day}`,
    sex,
    nhsNumber: testNumber(number),
    // The postal area ZZ99 stands for no place.
    postcode: 'ZZ99 3VZ',
    gpPractice: `Fictional Practice ${1 + chance.whole(40)}`,
  }
}

/** The `nth` ten-digit number that begins with 999 and has a check digit; no two are the same. */
function testNumber(nth: number): string {
  for (const step of [0, 1, 2, 3]) {
    const nine = `999${String(nth * 4 + step).padStart(6, '0')}`
    const check = checkDigit(nine)
    if (check !== null) return `${nine}${check}`
  }
  throw new Error(`no number that begins like ${nth} has a check digit`)
}
