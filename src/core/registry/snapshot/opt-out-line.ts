/** A line of an opt-out list: one number as it may be written. */

import { checkIdentifier, type Identifier } from '../../patient/identifiers.ts'

export type OptOutLine =
  | { readonly identifier: Identifier }
  /** Empty, or the heading. */
  | { readonly nothing: true }
  /** In words without the number. */
  | { readonly problem: string }

/**
 * Reads a line: an NHS number with or without spaces, in quotes or not, or after `chi` or `hcn` a number of
 * Scotland's or Northern Ireland's. A first line of words is a heading.
 *
 * @param line counted from 1
 */
export function readOptOutLine(text: string, line: number): OptOutLine {
  const cell = text
    .replace(/^\uFEFF/, '')
    .replaceAll('"', '')
    .trim()
    .replace(/[,;\s]+$/, '')
  if (cell === '') return { nothing: true }
  const [, named, number = ''] = /^(?:(nhs|chi|hcn)\s*[:;,\s]\s*)?(.*)$/i.exec(cell) ?? []
  const system = (named?.toLowerCase() ?? 'nhs') as 'nhs' | 'chi' | 'hcn'
  if (line === 1 && !/\d/.test(cell)) return { nothing: true }
  const checked = checkIdentifier(system, number)
  return checked.problem === undefined
    ? { identifier: { system, value: checked.value } }
    : { problem: checked.problem }
}
