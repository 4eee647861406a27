/** A row of a service's file becomes the body of a past treatment, or a problem for each cell that is in the way. */

import { PROCEDURES } from '../../catalogue/procedures.ts'
import { folded } from '../../census/redcap-names.ts'
import type { Field } from '../../record/field.ts'
import { type CellValue, dayOf, numberOf, short, yesOrNo } from '../../sheet/cells.ts'
import type { PastTreatmentBody } from '../past-treatment.ts'
import { checkPast } from './check.ts'
import { columnAt, type UploadColumn, uploadColumn } from './columns.ts'
import { couldIdentify, unquoted } from './discreet.ts'
import type { Mapping } from './mapping.ts'
import { type ReadsCell, remembered } from './remembered.ts'

export interface CellProblem {
  /** The heading in the file; null: the whole row. */
  readonly column: string | null
  /** What stands there; null where that could say who somebody is. */
  readonly value: string | null
  readonly words: string
}

export type ReadRow =
  | { readonly body: PastTreatmentBody; readonly problems?: undefined }
  | { readonly body?: undefined; readonly problems: readonly CellProblem[] }

export type ReadsRows = (cells: readonly string[]) => ReadRow | null

interface Used {
  readonly at: number
  readonly heading: string
  readonly column: UploadColumn
  readonly read: ReadsCell
}

/**
 * The reader of one file's rows. Null: the row is blank.
 *
 * @param today in the United Kingdom, as 2026-11-22
 */
export function rowReader(mapping: Mapping, today: string): ReadsRows {
  const used = mapping.flatMap(({ column: heading, holds }, at): Used[] => {
    const column = holds === null ? undefined : uploadColumn(holds)
    if (!column) return []
    return [{ at, heading, column, read: remembered(readerOf(column.field), column.field.input !== 'text') }]
  })
  const headings = new Map(used.map(({ column, heading }) => [column.name, heading]))
  return (cells) => {
    if (cells.every((cell) => cell.trim() === '')) return null
    const surplus = cells.slice(mapping.length).some((cell) => cell.trim() !== '')
    if (surplus) {
      const words = `The row has ${cells.length} cells and the header ${mapping.length}. Look for a stray separator`
      return { problems: [{ column: null, value: null, words }] }
    }
    const body: Record<string, unknown> = {}
    const problems: CellProblem[] = []
    for (const { at, heading, column, read } of used) {
      const cell = cells[at] ?? ''
      const found = read(cell)
      if (found === null) continue
      if ('problem' in found) problems.push(told(column, heading, cell, found.problem))
      else put(body, column, found.value)
    }
    if (problems.length > 0) return { problems }
    const checked = checkPast(withoutGaps(body), today)
    if (checked.problems === undefined) return { body: checked.body }
    return {
      problems: checked.problems.map(({ path, words }) => {
        const column = columnAt(path)
        const heading = column ? (headings.get(nameAt(column, body)) ?? null) : null
        const place = used.find((each) => each.heading === heading)
        return place
          ? told(place.column, place.heading, cells[place.at] ?? '', words, false)
          : { column: heading, value: null, words }
      }),
    }
  }
}

/** Of several columns for one number, the one that this row's number came from. */
function nameAt(column: UploadColumn, body: Readonly<Record<string, unknown>>): string {
  if (!column.number) return column.name
  const system = (body.patient as { system?: string } | undefined)?.system
  return (
    { nhs: 'nhsNumber', chi: 'chiNumber', hcn: 'healthAndCareNumber', local: 'hospitalNumber' }[
      system ?? ''
    ] ?? column.name
  )
}

/** Cells move by one where a separator is missing: a number or a birth date can then stand in any column. */
function told(
  { identifies, field }: UploadColumn,
  column: string,
  cell: string,
  words: string,
  isQuoted = true,
): CellProblem {
  if (!identifies && !couldIdentify(cell, field.input === 'date'))
    return { column, value: cell === '' ? null : short(cell.trim()), words }
  return { column, value: null, words: isQuoted ? unquoted(words) : words }
}

function put(body: Record<string, unknown>, { path, number }: UploadColumn, value: unknown): void {
  const [name = '', at, key = ''] = path as [string, number?, string?]
  if (number) {
    // A national number before a hospital's own.
    if (body.patient === undefined) body.patient = { system: number, value }
    return
  }
  if (at === undefined) {
    body[name] = value
    return
  }
  const list = (body[name] ?? []) as Record<string, unknown>[]
  list[at] = { ...list[at], [key]: value }
  body[name] = list
}

/** A tumour whose columns are empty is not there. */
function withoutGaps(body: Record<string, unknown>): Record<string, unknown> {
  if (Array.isArray(body.targets)) body.targets = body.targets.filter((each) => each !== undefined)
  return body
}

const procedures = new Map(
  PROCEDURES.flatMap(({ id, name }) => [
    [folded(id), id],
    [folded(name), id],
  ]),
)

/** The codes that hospital systems use, beside our own words. @see NHS Data Dictionary, person stated gender code */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Sex: { m: 'male', f: 'female', '1': 'male', '2': 'female', '9': 'indeterminate', '0': 'unknown' },
  'Technical success': { '1': 'yes', y: 'yes', true: 'yes', '0': 'no', n: 'no', false: 'no' },
}

function readerOf(field: Field): (cell: string) => CellValue<unknown> {
  switch (field.input) {
    case 'choice': {
      const values = new Map(Object.entries(codes[field.label] ?? {}))
      for (const { value, label } of field.options) {
        values.set(folded(label), value)
        values.set(folded(value), value)
      }
      const options = field.options.map(({ value }) => value)
      const among = options.length <= 8 ? `. It can be ${options.join(', ')}` : ''
      return (cell) => {
        const value = values.get(folded(cell))
        return value === undefined
          ? { problem: `“${short(cell.trim())}” is not one of the answers${among}` }
          : { value }
      }
    }
    case 'procedure':
      return (cell) => {
        const value = procedures.get(folded(cell))
        return value ? { value } : { problem: `“${short(cell.trim())}” is no procedure of the catalogue` }
      }
    case 'number':
      return (cell) => numberOf(cell, field.unit)
    case 'date':
      return dayOf
    case 'yes-no':
      return yesOrNo
    default:
      // An export of ours puts an apostrophe before what a spreadsheet would take for a formula.
      return (cell) => ({ value: cell.trim().replace(/^'(?=[=+\-@])/, '') })
  }
}
