/** What a cell of someone's spreadsheet holds, whatever the file is for: nothing, yes or no, a day, a number. */

import { isDay } from '../calendar/uk-day.ts'

export const YES: readonly string[] = ['yes', 'y', 'true', 't', '1', 'checked', 'x']
export const NO: readonly string[] = ['no', 'n', 'false', 'f', '0', 'unchecked']
const BLANK = new Set(['', '-', '–', '—', 'na', 'n/a', 'null', 'not recorded', 'not answered'])

/** Whether a cell holds nothing, in any of the ways in which spreadsheets write it. */
export function isBlank(cell: string): boolean {
  return cell === '' || BLANK.has(cell.trim().toLowerCase())
}

/** The start of a long cell, for a message. */
export function short(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}

export type CellValue<Value> = { readonly value: Value } | { readonly problem: string }

const problem = (words: string) => ({ problem: words })

export function yesOrNo(text: string): CellValue<boolean> {
  const given = text.trim().toLowerCase()
  if (YES.includes(given)) return { value: true }
  return NO.includes(given) ? { value: false } : problem(`“${short(text)}” is neither yes nor no`)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as 2026-11-22, of 2026-11-22, 22/11/2026, 22.11.2026, 22-11-2026, 22 Nov 2026 or 22 November 2026, with
 * or without a time of midnight. The day comes before the month, as in the United Kingdom.
 */
export function dayOf(cell: string): CellValue<string> {
  const text = cell.trim().replace(/[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$/, '')
  if (text.length === 10 && text[4] === '-' && isDay(text)) return { value: text }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return dayFrom(text, iso[1] ?? '', Number(iso[2]), Number(iso[3]))
  const own = /^(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{4}|\d{2})$/.exec(text)
  if (!own) {
    if (/^\d{5}(\.\d+)?$/.test(text))
      return problem(
        `“${text}” is a day as a spreadsheet counts it. Format the column as a date and save again`,
      )
    return problem(`“${short(text)}” is not a day. Write it as 2021-03-09 or 09/03/2021`)
  }
  const [, day = '', month = '', year = ''] = own
  if (year.length === 2) return problem(`“${short(text)}”: write the year with four digits`)
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return dayFrom(text, year, /^\d/.test(month) ? Number(month) : named, Number(day))
}

function dayFrom(text: string, year: string, month: number, day: number): CellValue<string> {
  const made = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (isDay(made)) return { value: made }
  const swapped = month > 12 && day <= 12 ? '. The day comes before the month' : ''
  return problem(`“${short(text)}” is not a day of the calendar${swapped}`)
}

/** A number with a point. One with a comma could be two numbers: it is refused, with what was probably meant. */
export function numberOf(cell: string, unit?: string): CellValue<number> {
  const text = cell.trim()
  if (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) return { value: Number(text) }
  const bare = unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
  if (bare !== text && /^[-+]?\d+(\.\d+)?$/.test(bare)) return { value: Number(bare) }
  if (/^[-+]?\d+,\d+$/.test(text)) {
    const thousands = /^[-+]?\d{1,3},\d{3}$/.test(text) ? ` or ${text.replace(',', '')}` : ''
    return problem(`“${text}” has a comma. Write ${text.replace(',', '.')}${thousands}`)
  }
  return problem(`“${short(text)}” is not a number`)
}

/** What a formula left in place of a value; null for a value. */
export function formulaProblem(cell: string): string | null {
  if (/^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC)[!?]?$/i.test(cell.trim()))
    return `The cell’s formula came to ${cell.trim()}`
  return /^'?=[A-Za-z(+-]/.test(cell.trim()) ? 'The cell holds a formula. Save the values in its place' : null
}
