/** A questionnaire as REDCap's data dictionary, and REDCap's dictionary and exports read back. */
import { verbatimCsvOf } from './csv.ts'
import {
  type Condition,
  optionsOf,
  type Question,
  type Questionnaire,
  questionOf,
  testsOf,
} from './questionnaire.ts'
import {
  codeOf,
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  folded,
  type HeaderDialect,
  variableOf,
} from './redcap-names.ts'

const FORM = { first: 'io_census', 'follow-up': 'io_census_follow_up' } as const
type DictionaryRow = Partial<Record<DictionaryColumn, string>>

/**
 * The questionnaire as a REDCap data dictionary in CSV: a record identifier (the organisation's code), then
 * a field a question, a form a wave, with branching logic. Header as the web page writes it, unless asked.
 */
export function redcapDictionary(questionnaire: Questionnaire, dialect: HeaderDialect = 'page'): string {
  const organisation: DictionaryRow = {
    field_name: 'organisation',
    form_name: FORM.first,
    field_type: 'text',
    field_label: 'Organisation (ODS code)',
    required_field: 'y',
  }
  const rows = [
    organisation,
    ...questionnaire.questions.map((question, at, all) => rowOf(questionnaire, question, all[at - 1])),
  ]
  return verbatimCsvOf([
    DICTIONARY_COLUMNS.map((column) => column[dialect]),
    ...rows.map((row) => DICTIONARY_COLUMNS.map((column) => row[column.api] ?? '')),
  ])
}

function rowOf(
  questionnaire: Questionnaire,
  question: Question,
  before: Question | undefined,
): DictionaryRow {
  const sameSection = before?.section === question.section && before.wave === question.wave
  const choices = question.type === 'yes-no' ? [] : optionsOf(question)
  const { exclusive } = question
  return {
    field_name: variableOf(question),
    form_name: FORM[question.wave],
    section_header: sameSection ? '' : question.section,
    field_type: FIELD_TYPES[question.type],
    field_label: question.asks,
    select_choices_or_calculations: choices
      .map(({ value, label }) => `${codeOf(question, value)}, ${label}`)
      .join(' | '),
    field_note: question.type === 'organisations' ? 'ODS codes with a space between' : (question.hint ?? ''),
    branching_logic: question.when === undefined ? '' : branchingLogic(questionnaire, question.when),
    required_field: question.required ? 'y' : '',
    field_annotation: exclusive === undefined ? '' : `@NONEOFTHEABOVE='${codeOf(question, exclusive)}'`,
  }
}

const FIELD_TYPES = {
  'yes-no': 'yesno',
  one: 'radio',
  many: 'checkbox',
  organisations: 'text',
  text: 'notes',
} as const

function branchingLogic(questionnaire: Questionnaire, condition: Condition): string {
  const { tests, enough } = testsOf(condition)
  const parts = tests.map((test) => {
    const question = questionOf(questionnaire, test.question)
    if (question === undefined) throw new Error(`a condition names ${test.question}, which is no question`)
    const code = codeOf(question, test.is)
    return question.type === 'many'
      ? `[${variableOf(question)}(${code})] = '1'`
      : `[${variableOf(question)}] = '${code}'`
  })
  return parts.join(enough === 'any' ? ' or ' : ' and ')
}

/** One field of somebody's data dictionary. */
export interface RedcapField {
  readonly variable: string
  readonly label: string
  readonly type: string
  /** Code and label of each choice; yes-or-no fields have 1 and 0. */
  readonly choices: readonly { readonly code: string; readonly label: string }[]
}

/** Which of the two dialects a dictionary's header is in; null when the table is no data dictionary. */
export function dictionaryDialect(header: readonly string[]): HeaderDialect | null {
  const given = new Set(header.map(folded))
  const needed = DICTIONARY_COLUMNS.filter(({ api }) =>
    ['field_name', 'field_type', 'field_label'].includes(api),
  )
  if (needed.every(({ page }) => given.has(folded(page)))) return 'page'
  return needed.every(({ api }) => given.has(folded(api))) ? 'api' : null
}

/** A data dictionary's fields, from a table of cells with either header; or why they cannot be read. */
export function readRedcapDictionary(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): { fields: readonly RedcapField[] } | { problem: string } {
  const dialect = dictionaryDialect(header)
  if (dialect === null)
    return { problem: 'This is not a REDCap data dictionary: it has no column of field names' }
  const places = new Map<DictionaryColumn, number>(
    DICTIONARY_COLUMNS.map((column) => [
      column.api,
      header.findIndex((cell) => folded(cell) === folded(column[dialect])),
    ]),
  )
  const cell = (row: readonly string[], column: DictionaryColumn) =>
    row[places.get(column) ?? -1]?.trim() ?? ''
  const fields = rows
    .filter((row) => cell(row, 'field_name') !== '')
    .map((row) => ({
      variable: cell(row, 'field_name'),
      label: cell(row, 'field_label'),
      type: cell(row, 'field_type'),
      choices: choicesOf(cell(row, 'field_type'), cell(row, 'select_choices_or_calculations')),
    }))
  return { fields }
}

function choicesOf(type: string, choices: string): RedcapField['choices'] {
  if (type === 'yesno' || type === 'truefalse') {
    const [yes, no] = type === 'yesno' ? ['Yes', 'No'] : ['True', 'False']
    return [
      { code: '1', label: yes },
      { code: '0', label: no },
    ]
  }
  if (!['radio', 'dropdown', 'checkbox'].includes(type)) return []
  return choices.split('|').flatMap((choice) => {
    const comma = choice.indexOf(',')
    if (comma < 0) return []
    return [{ code: choice.slice(0, comma).trim(), label: choice.slice(comma + 1).trim() }]
  })
}
