/** What of a cell may be repeated in the log, which is kept for good: nothing that a patient could be known by. */

import { checkChi, checkNhsNumber } from '../../patient/identifiers.ts'

/** Ten digits of which the last checks the others, as NHS, CHI and H&C numbers are written; with or without their name. */
const tenDigits = /^(?:NHS|CHI|HCN?)?[ ._/-]?(\d{3}[ ._/-]?\d{3}[ ._/-]?\d{4}|\d{6}[ ._/-]?\d{4})$/i

export function couldBeNational(text: string): boolean {
  const digits = tenDigits.exec(text.trim())?.[1]
  return (
    digits !== undefined &&
    [checkNhsNumber, checkChi].some((check) => check(digits.replace(/\D/g, '')).problem === undefined)
  )
}

/** @see BS 7666, as the Post Office writes postcodes */
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i
const day = /^\d{1,4}[-/. ]([A-Za-z]{3,9}|\d{1,2})[-/. ]\d{2,4}$/

/**
 * Whether what stands in a cell could say who somebody is: a long number or a postcode anywhere; a day where none
 * belongs, which may be a birth date.
 */
export function couldIdentify(cell: string, isOfDays: boolean): boolean {
  const text = cell.trim()
  if (postcode.test(text)) return true
  if (day.test(text)) return !isOfDays
  return /\d{6}/.test(text.replace(/[ ._/-]/g, ''))
}

/** The same words without what they quote. */
export const unquoted = (words: string): string => words.replace(/“[^”]*”?/gu, 'What stands there')

/** False: somebody's number or a day, so that the row is one of data. */
export const couldBeHeading = (heading: string): boolean =>
  !couldBeNational(heading) && !day.test(heading.trim())

/** A file's name without what could be a patient's number. */
export const withoutNumbers = (name: string): string =>
  name.replace(/(?<!\d)\d{3}[ ._-]?\d{3}[ ._-]?\d{4}(?!\d)/g, (number) =>
    couldBeNational(number) ? '…' : number,
  )
