/** Answers held elsewhere: a table of cells and a mapping become answers by row, or each row's problem. */

import { isBlank, short } from '../sheet/cells.ts'
import { checkAnswer, checkAnswers, type Problem } from './answers.ts'
import { indexOrganisations, type OrganisationIndex, readCell, readTick } from './import-cells.ts'
import { type Mapping, mappingProblems } from './import-mapping.ts'
import {
  type Answer,
  type Answers,
  isEmpty,
  labelOf,
  type Questionnaire,
  questionOf,
} from './questionnaire.ts'
import { folded } from './redcap-names.ts'

/** A file's cells. `line` is where the row stands in the file, the header being line 1. */
export interface CellTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export interface ImportTask {
  readonly questionnaire: Questionnaire
  readonly mapping: Mapping
  readonly table: CellTable
  /** The directory: whom answers may name. */
  readonly organisations: readonly { readonly code: string; readonly name: string }[]
  /** Whom the edition asks. */
  readonly members: ReadonlySet<string>
}

export interface RowProblem {
  readonly line: number
  /** The header of the cell's column; null when it is about the row. */
  readonly column: string | null
  readonly words: string
}

export interface ImportedRow {
  readonly line: number
  readonly organisation: string
  readonly answers: Answers
  /** Missing and contradictory answers: imported as they are, and shown in the lead's lists. */
  readonly notes: readonly Problem[]
}

/** What an import would do. It may be done only when `problems` and `mappingProblems` are empty. */
export interface ImportPlan {
  readonly rows: readonly ImportedRow[]
  readonly problems: readonly RowProblem[]
  readonly mappingProblems: readonly string[]
}

/**
 * Reads a table through a mapping. Pure: nothing is imported here, and a plan with any problem is to be
 * refused whole. Blank rows are skipped.
 */
export function planImport(task: ImportTask): ImportPlan {
  const wrong = mappingProblems(task.questionnaire, task.mapping, task.table.header)
  if (wrong.length > 0) return { rows: [], problems: [], mappingProblems: wrong }
  const reader = readerOf(task)
  const rows: ImportedRow[] = []
  const problems: RowProblem[] = []
  const lines = new Map<string, number>()
  for (const row of task.table.rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const read = readRow(reader, row)
    problems.push(...read.problems)
    if (read.organisation === null) continue
    const earlier = lines.get(read.organisation)
    if (earlier !== undefined) {
      const words = `${read.organisation} has answers on line ${earlier} already. Keep one of the two rows`
      problems.push({ line: row.line, column: null, words })
    } else {
      lines.set(read.organisation, row.line)
      if (read.problems.length === 0)
        rows.push(importedRow(task.questionnaire, row.line, read.organisation, read.answers))
    }
  }
  return { rows, problems, mappingProblems: [] }
}

interface Reader extends ImportTask {
  readonly index: OrganisationIndex
  readonly codes: ReadonlySet<string>
  readonly places: ReadonlyMap<string, number>
}

interface ReadRow {
  readonly organisation: string | null
  readonly answers: Answers
  readonly problems: readonly RowProblem[]
}

function readerOf(task: ImportTask): Reader {
  return {
    ...task,
    index: indexOrganisations(task.organisations),
    codes: new Set(task.organisations.map(({ code }) => code)),
    places: new Map(task.table.header.map((name, place) => [name, place] as const).reverse()),
  }
}

function readRow(reader: Reader, { line, cells }: CellTable['rows'][number]): ReadRow {
  const answers: Record<string, Answer> = {}
  const problems: RowProblem[] = []
  const cell = (column: string) => cells[reader.places.get(column) ?? -1] ?? ''
  if (
    cells.length > reader.table.header.length &&
    cells.slice(reader.table.header.length).some((each) => each.trim() !== '')
  ) {
    const words = `The row has ${cells.length} cells and the header ${reader.table.header.length}. Look for a stray comma`
    problems.push({ line, column: null, words })
  }
  const organisation = organisationOf(reader, cell)
  if ('problem' in organisation)
    problems.push({ line, column: organisation.column, words: organisation.problem })
  for (const mapped of reader.mapping) {
    const read = readMapped(reader, mapped, cell(mapped.column))
    if (read === null) continue
    if ('problem' in read) problems.push({ line, column: mapped.column, words: read.problem })
    else if (read.answer !== null) answers[read.question] = together(answers[read.question], read.answer)
  }
  const own = 'code' in organisation ? organisation.code : null
  return { organisation: own, ...checkedRow(reader, line, own, answers, problems) }
}

/** Each whole answer against its question: only now are all ticks of a question together. */
function checkedRow(
  reader: Reader,
  line: number,
  own: string | null,
  answers: Answers,
  problems: RowProblem[],
) {
  const context = { organisations: reader.codes, ...(own === null ? {} : { own }) }
  const kept: Record<string, Answer> = {}
  for (const question of reader.questionnaire.questions) {
    const given = answers[question.id]
    if (isEmpty(given)) continue
    const checked = checkAnswer(question, given, context)
    const column =
      reader.mapping.find((mapped) => 'question' in mapped && mapped.question === question.id)?.column ?? null
    if ('problem' in checked) problems.push({ line, column, words: checked.problem })
    else if (checked.answer !== null) kept[question.id] = checked.answer
  }
  return { answers: kept, problems }
}

function together(before: Answer | undefined, answer: Answer): Answer {
  if (before === undefined || typeof before === 'string' || typeof answer === 'string') return answer
  return [...before, ...answer]
}

function readMapped(reader: Reader, mapped: Mapping[number], cell: string) {
  if (mapped.use !== 'answer' && mapped.use !== 'tick') return null
  const question = questionOf(reader.questionnaire, mapped.question)
  if (question === undefined) return null
  if (mapped.use === 'tick') {
    const ticked = readTick(cell, labelOf(question, mapped.value))
    if (ticked === undefined) return { problem: `“${short(cell.trim())}” does not say whether it is ticked` }
    return { question: question.id, answer: ticked ? [mapped.value] : null }
  }
  const read = readCell(question, cell, reader.index, mapped.values)
  return 'problem' in read ? read : { question: question.id, answer: read.answer }
}

type Found = { code: string } | { problem: string; column: string | null }

/** The row's organisation: every column that names one must name the same. */
function organisationOf(reader: Reader, cell: (column: string) => string): Found {
  const columns = reader.mapping.filter(({ use, column }) => use === 'organisation' && !isBlank(cell(column)))
  const [first] = columns
  if (first === undefined) return { problem: 'The row names no organisation', column: null }
  const found = columns.map(({ column }) => ({
    column,
    given: cell(column).trim(),
    code: reader.index.get(folded(cell(column))),
  }))
  const unread = found.find(({ code }) => code === undefined || code === null)
  if (unread !== undefined) {
    const why =
      unread.code === null
        ? 'is the name of more than one organisation: give the code'
        : 'is no organisation of the directory'
    return { problem: `“${short(unread.given)}” ${why}`, column: unread.column }
  }
  const codes = [...new Set(found.flatMap(({ code }) => code ?? []))]
  const [code] = codes
  if (code === undefined || codes.length > 1) {
    return { problem: `The row names more than one organisation: ${codes.join(', ')}`, column: first.column }
  }
  return reader.members.has(code)
    ? { code }
    : { problem: `${code} is not asked in this edition`, column: first.column }
}

function importedRow(
  questionnaire: Questionnaire,
  line: number,
  organisation: string,
  answers: Answers,
): ImportedRow {
  const notes = [
    ...checkAnswers(questionnaire, answers, 'first'),
    ...checkAnswers(questionnaire, answers, 'follow-up'),
  ]
  return { line, organisation, answers, notes }
}
