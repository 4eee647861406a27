/** The names by which REDCap knows our questions, options and the columns of its files. */
import { optionsOf, type Question } from './questionnaire.ts'

/**
 * The 18 columns of a data dictionary, in both of its header dialects: as the web page writes and reads
 * them, and as the API names them.
 *
 * @see docs/sources.md, REDCap (both dialects were seen in public code; REDCap itself was not read)
 */
export const DICTIONARY_COLUMNS = [
  { api: 'field_name', page: 'Variable / Field Name' },
  { api: 'form_name', page: 'Form Name' },
  { api: 'section_header', page: 'Section Header' },
  { api: 'field_type', page: 'Field Type' },
  { api: 'field_label', page: 'Field Label' },
  { api: 'select_choices_or_calculations', page: 'Choices, Calculations, OR Slider Labels' },
  { api: 'field_note', page: 'Field Note' },
  { api: 'text_validation_type_or_show_slider_number', page: 'Text Validation Type OR Show Slider Number' },
  { api: 'text_validation_min', page: 'Text Validation Min' },
  { api: 'text_validation_max', page: 'Text Validation Max' },
  { api: 'identifier', page: 'Identifier?' },
  { api: 'branching_logic', page: 'Branching Logic (Show field only if...)' },
  { api: 'required_field', page: 'Required Field?' },
  { api: 'custom_alignment', page: 'Custom Alignment' },
  { api: 'question_number', page: 'Question Number (surveys only)' },
  { api: 'matrix_group_name', page: 'Matrix Group Name' },
  { api: 'matrix_ranking', page: 'Matrix Ranking?' },
  { api: 'field_annotation', page: 'Field Annotation' },
] as const

export type DictionaryColumn = (typeof DICTIONARY_COLUMNS)[number]['api']
export type HeaderDialect = 'api' | 'page'

/** The variable of a question: lower case with underscores, `supportiveProcedures` as `supportive_procedures`. */
export function variableOf(question: Pick<Question, 'id'>): string {
  return question.id
    .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
    .replace(/([0-9])([A-Za-z])/g, '$1_$2')
    .toLowerCase()
}

/** The code of an option: its value with underscores, and REDCap's own 1 and 0 for yes and no. */
export function codeOf(question: Question, value: string): string {
  if (question.type === 'yes-no') return value === 'yes' ? '1' : '0'
  return value.replaceAll('-', '_')
}

/** The value whose code or label this cell holds; undefined when it is neither. */
export function optionValue(question: Question, cell: string): string | undefined {
  const given = folded(cell)
  return optionsOf(question).find(
    ({ value, label }) =>
      given === folded(codeOf(question, value)) || given === folded(value) || given === folded(label),
  )?.value
}

/** The column of one option of a checkbox question in a raw export: `barriers___funding`. */
export function checkboxColumn(question: Question, value: string): string {
  return `${variableOf(question)}___${codeOf(question, value)}`
}

/** The same column in an export with labels: `Which barriers? (choice=Funding)`. @see docs/sources.md, Formats */
export function checkboxLabel(question: Question, label: string): string {
  return `${question.asks} (choice=${label})`
}

/** Letters and digits only, in lower case: what is left when spelling, case and punctuation do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
