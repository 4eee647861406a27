/** A kind's posted form, read into the body that its schema accepts, or into what to put right and where. */

import { type Field, type Fields, fieldOf, holds, missingWords } from '#core/record/field.ts'
import type { Kind } from '#core/record/kind.ts'
import type { FieldProblem } from '../problems.tsx'
import { anchorOf, anchorOfPath } from './anchor.ts'
import { type Asked, type FormFacts, noFacts, techniquesOf } from './facts.ts'
import { isFilled, type Posted, rowsAt, textAt, within, withRows } from './posted.ts'
import { readField } from './read-field.ts'
import { formOf } from './values.ts'

export interface ReadForm {
  /** What was read, also where there are problems: without the fields that could not be. */
  readonly body: Readonly<Record<string, unknown>>
  readonly problems: readonly FieldProblem[]
  /** The form to show again: empty rows are gone, so that each problem's row is the one that is shown. */
  readonly posted: Posted
}

/** Reads a form. Fields that are not asked or empty are absent from the body. */
export function readKindForm(
  kind: Asked & Pick<Kind, 'schema'>,
  sent: Posted,
  facts: FormFacts = noFacts,
): ReadForm {
  const posted = withoutEmptyRows(kind.fields, '', sent)
  const reading: Reading = {
    posted,
    facts,
    known: () => formOf(kind.fields, facts.known ?? {}, facts),
    techniques: techniquesOf(kind, textAt(posted, 'procedure'), facts),
    problems: [],
    order: [],
  }
  const read = readFields(kind.fields, '', '', reading)
  // What follows from the rest can be said once the rest is whole.
  const body = reading.problems.length === 0 ? (facts.complete?.(read) ?? read) : read
  addSchemaProblems(kind, body, reading)
  const place = ({ field }: FieldProblem) => reading.order.indexOf(field)
  return { body, posted, problems: reading.problems.toSorted((one, other) => place(one) - place(other)) }
}

interface Reading {
  readonly posted: Posted
  readonly facts: FormFacts
  /** What the form itself held; made only where something is left over. */
  readonly known: () => Posted
  readonly techniques: readonly string[]
  readonly problems: FieldProblem[]
  /** The anchors of the fields asked, in order. */
  readonly order: string[]
}

type Values = Record<string, unknown>

function readFields(fields: Fields, path: string, row: string, reading: Reading): Values {
  const values: Values = {}
  for (const [name, schema] of Object.entries(fields)) {
    const field = fieldOf(schema)
    if (!field) continue
    const at = within(path, name)
    if (field.techniques && !field.techniques.some((each) => reading.techniques.includes(each))) continue
    if (!holds(field.when, values)) {
      tellLeftOver(field, at, row, reading)
      continue
    }
    const value = readValue(field, at, row, reading)
    if (value !== undefined) values[name] = value
  }
  return values
}

function readValue(field: Field, at: string, row: string, reading: Reading): unknown {
  if (field.system) return textAt(reading.posted, at) || undefined
  const anchor = anchorOf(field, at)
  reading.order.push(anchor)
  if (field.input === 'list') return readList(field, at, reading)
  if (field.input === 'group') {
    if (field.optional && !isFilled(reading.posted, at)) return undefined
    return readFields(field.fields, at, row, reading)
  }
  const read = readField(field, at, reading.posted, reading.facts)
  if (read && 'value' in read) return read.value
  if (read) reading.problems.push({ field: anchor, words: read.refused + row })
  else if (!field.optional) reading.problems.push({ field: anchor, words: missingWords(field) + row })
  return undefined
}

function readList(field: Field & { readonly input: 'list' }, at: string, reading: Reading): unknown {
  const rows = rowsAt(reading.posted, at)
  if (field.optional && !isFilled(reading.posted, at)) return undefined
  const shown = rows.length === 0 ? [0] : rows
  return shown.map((row) => {
    const named = shown.length > 1 ? ` (${field.one} ${row + 1})` : ''
    return readFields(field.fields, `${at}.${row}`, named, reading)
  })
}

/** Words that were typed where nothing is asked are not dropped in silence; what the form itself held is. */
function tellLeftOver(field: Field, at: string, row: string, reading: Reading): void {
  if (field.system || !isFilled(reading.posted, at)) return
  if (!['text', 'paragraph', 'clinician', 'number', 'list'].includes(field.input)) return
  if (textAt(reading.posted, at) === textAt(reading.known(), at)) return
  const anchor = anchorOf(field, at)
  reading.order.push(anchor)
  const words = `${field.label} is not asked with what you chose: clear it, or choose otherwise`
  reading.problems.push({ field: anchor, words: words + row })
}

/** What the schema still finds, such as numbers beyond what is possible; one problem a field. */
function addSchemaProblems(kind: Asked & Pick<Kind, 'schema'>, body: Values, reading: Reading): void {
  const parsed = kind.schema.safeParse(body)
  if (parsed.success) return
  for (const { path, message } of parsed.error.issues) {
    const found = anchorOfPath(kind.fields, path)
    const seen = reading.problems.some(({ field }) => field === found.anchor || isAbove(found.path, field))
    // What the system fills in depends on another field, which has its own problem.
    if (seen || (found.system && reading.problems.length > 0)) continue
    reading.problems.push({ field: found.anchor, words: message + found.row })
  }
}

const isAbove = (path: string, field: string) => field.startsWith(`${path}.`)

/** Rows that nobody filled in are no rows; the first of none stays, for its fields to be asked. */
function withoutEmptyRows(fields: Fields, path: string, posted: Posted): Posted {
  let kept = posted
  for (const [name, schema] of Object.entries(fields)) {
    const field = fieldOf(schema)
    const at = within(path, name)
    if (field?.input === 'group') kept = withoutEmptyRows(field.fields, at, kept)
    if (field?.input !== 'list') continue
    const rows = rowsAt(kept, at)
    const asked = Object.entries(field.fields).filter(([, each]) => !fieldOf(each)?.system)
    const filled = rows.filter((row) => asked.some(([each]) => isFilled(kept, `${at}.${row}.${each}`)))
    kept = withRows(kept, at, filled)
  }
  return kept
}
