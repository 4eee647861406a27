/**
 * The registry as a REDCap project: one record a patient, one repeating instrument for each level below.
 *
 * @see docs/sources.md, REDCap (the dictionary's header in both dialects as in core/census/redcap-names.ts)
 */

import { verbatimCsvOf } from '../../census/csv.ts'
import { DICTIONARY_COLUMNS, type DictionaryColumn, type HeaderDialect } from '../../census/redcap-names.ts'
import { type Level, levelNames } from '../levels.ts'
import type { Manifest, StoredColumn } from '../snapshot/manifest.ts'
import { columnsOf } from '../snapshot/stored.ts'

/** The record's identifier: the patient's pseudonym. */
export const RECORD_ID = 'record_id'

export interface RedcapVariable {
  readonly level: Level
  readonly column: StoredColumn
  /** Lower case with underscores, begun by the level: names are unique in a project. */
  readonly name: string
}

/** `daysToDeath` of treatments as `treatment_days_to_death`. */
function variableName(level: Level, column: string): string {
  return `${level}_${column.replace(/([a-z])([A-Z0-9])/g, '$1_$2').toLowerCase()}`
}

/** The code of a choice: letters, digits and underscores. */
export function redcapCode(value: string): string {
  return value.replace(/[^A-Za-z0-9]/g, '_')
}

/** Every column but the patient's pseudonym, which is the record, and the snapshot's own row numbers. */
export function redcapVariables(manifest: Manifest): readonly RedcapVariable[] {
  return levelNames.flatMap((level) =>
    manifest.levels[level].columns
      .filter(({ name, type }) => type !== 'row' && name !== 'patient')
      .map((column) => ({ level, column, name: variableName(level, column.name) })),
  )
}

export function redcapDictionaryOf(manifest: Manifest, dialect: HeaderDialect = 'page'): string {
  const record = {
    field_name: RECORD_ID,
    form_name: 'patient',
    field_type: 'text',
    field_label: 'Patient (pseudonym)',
  }
  const rows: Partial<Record<DictionaryColumn, string>>[] = [
    record,
    ...redcapVariables(manifest).map(({ level, column, name }) => {
      const declared = columnsOf(level)[column.name]
      return {
        field_name: name,
        form_name: level,
        field_label: declared?.label ?? column.name,
        field_note: [column.unit, declared?.meaning].filter(Boolean).join('; '),
        ...fieldType(level, column),
      }
    }),
  ]
  return verbatimCsvOf([
    DICTIONARY_COLUMNS.map((column) => column[dialect]),
    ...rows.map((row) => DICTIONARY_COLUMNS.map(({ api }) => row[api] ?? '')),
  ])
}

function fieldType(level: Level, { name, type }: StoredColumn): Partial<Record<DictionaryColumn, string>> {
  const validated = (as: string) => ({
    field_type: 'text',
    text_validation_type_or_show_slider_number: as,
  })
  switch (type) {
    case 'choice': {
      const declared = columnsOf(level)[name]
      const options = declared?.type === 'choice' ? declared.options : []
      return {
        field_type: 'dropdown',
        select_choices_or_calculations: options
          // A comma divides code from label, a bar divides choices.
          .map(({ value, label }) => `${redcapCode(value)}, ${label.replaceAll('|', '/')}`)
          .join(' | '),
      }
    }
    case 'yes-no':
      return { field_type: 'yesno' }
    case 'whole':
      return validated('integer')
    case 'number':
      return validated('number')
    case 'day':
      return validated('date_ymd')
    default:
      return { field_type: 'text' }
  }
}
