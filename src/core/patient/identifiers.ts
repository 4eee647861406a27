/** The numbers that a patient is known by: of the NHS, of Scotland, of Northern Ireland, of one hospital. */

export const identifierSystems = ['nhs', 'chi', 'hcn', 'local'] as const
export type IdentifierSystem = (typeof identifierSystems)[number]

export const IDENTIFIER_WORDS: Readonly<Record<IdentifierSystem, string>> = {
  nhs: 'NHS number',
  chi: 'CHI number',
  hcn: 'Health and Care number',
  local: 'Hospital number',
}

export interface Identifier {
  readonly system: IdentifierSystem
  /** Ten digits; of a hospital number what the hospital gave, in capitals and without spaces. */
  readonly value: string
}

export type CheckedNumber =
  | { readonly value: string; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

/**
 * An NHS number, of England, Wales and the Isle of Man, as it may be typed: ten digits of which the last
 * checks the others. Spaces and hyphens are taken out.
 *
 * @see NHS Data Dictionary, NHS number: Modulus 11
 */
export function checkNhsNumber(typed: string): CheckedNumber {
  return tenDigits(typed, 'NHS number', false, '943 476 5919')
}

/**
 * A Community Health Index number, of Scotland: its first six digits are the birth date (DDMMYY), its last
 * checks the others by Modulus 11 as in an NHS number; since February 2026 new ones may do so by Modulus 10.
 *
 * @see Public Health Scotland, phsmethods, chi_check
 */
export function checkChi(typed: string): CheckedNumber {
  const checked = tenDigits(typed, 'CHI number', true, '010150 1237', [checkDigit, checkDigitModulus10])
  if (checked.problem !== undefined) return checked
  const [day, month] = [Number(checked.value.slice(0, 2)), Number(checked.value.slice(2, 4))]
  const isDate = day >= 1 && month >= 1 && month <= 12 && day <= (longestMonth[month] ?? 0)
  return isDate ? checked : { problem: 'The CHI number has to begin with the birth date, as in 311265' }
}

const longestMonth: Readonly<Record<number, number>> = {
  ...{ 1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30 },
  ...{ 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31 },
}

/**
 * A Health and Care number, of Northern Ireland: it checks itself as an NHS number does, and its first nine digits
 * are from the range reserved for Northern Ireland, 320 000 001 to 399 999 999.
 *
 * @see NHS Data Dictionary, Health and Care number
 */
export function checkHcn(typed: string): CheckedNumber {
  const checked = tenDigits(typed, 'Health and Care number', false, '320 000 0015')
  if (checked.problem !== undefined) return checked
  const nine = checked.value.slice(0, 9)
  return nine >= '320000001' && nine <= '399999999'
    ? checked
    : { problem: 'A Health and Care number is between 320 000 0010 and 399 999 9999: is this an NHS number?' }
}

/** A hospital's own number: letters, digits, and what stands between them. */
export function checkLocal(typed: string): CheckedNumber {
  const value = typed.replace(/\s/g, '').toUpperCase()
  return /^[A-Z0-9][A-Z0-9/.-]{0,29}$/.test(value)
    ? { value }
    : { problem: 'Enter the hospital number: up to 30 letters and digits' }
}

const checks: Readonly<Record<IdentifierSystem, (typed: string) => CheckedNumber>> = {
  nhs: checkNhsNumber,
  chi: checkChi,
  hcn: checkHcn,
  local: checkLocal,
}

/** Checks a number of any system. */
export function checkIdentifier(system: IdentifierSystem, typed: string): CheckedNumber {
  return checks[system](typed)
}

/** Whether ten digits were typed that are no national number of any kind: one of them is wrong. */
export function isMistyped(typed: string): boolean {
  const digits = typed.replace(/[\s\u2010-\u2015-]/g, '')
  const national = [checkNhsNumber, checkChi, checkHcn]
  return /^\d{10}$/.test(digits) && national.every((check) => check(digits).problem !== undefined)
}

/** A number as it is read out: national ones 3-3-4. */
export function displayed({ system, value }: Identifier): string {
  if (system === 'local' || !/^\d{10}$/.test(value)) return value
  return `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`
}

/**
 * The check digit of nine digits: weights 10 to 2, the sum modulo 11, taken from 11; 11 stands for 0.
 * Null where it would be 10: such numbers are not given out.
 */
export function checkDigit(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? null : digit % 11
}

/**
 * The check digit of nine digits by Modulus 10: every second digit from the ninth backwards is doubled (less 9
 * where that is more than 9), and the digit brings the sum to a multiple of ten.
 *
 * @see Public Health Scotland, phsmethods, chi_check
 */
export function checkDigitModulus10(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

function tenDigits(
  typed: string,
  what: string,
  mayBeginWithZero: boolean,
  example: string,
  ways: readonly ((nine: string) => number | null)[] = [checkDigit],
): CheckedNumber {
  const value = typed.replace(/[\s\u2010-\u2015-]/g, '')
  if (value === '') return { problem: `Enter the ${what}` }
  if (!/^\d{10}$/.test(value)) return { problem: `The ${what} has to have 10 digits, as in ${example}` }
  if (/^(\d)\1{9}$/.test(value)) return { problem: `The ${what} cannot be one digit ten times` }
  if (!mayBeginWithZero && value.startsWith('0')) return { problem: `The ${what} cannot begin with 0` }
  return ways.some((way) => way(value.slice(0, 9)) === Number(value[9]))
    ? { value }
    : { problem: `The ${what} has a digit wrong: check it against the letter or wristband` }
}
