/**
 * The columns of a file of past treatments: the fields of the kind, laid flat. The template, its dictionary and the
 * reading of rows follow this list; nothing is named twice.
 */

import { folded } from '../../census/redcap-names.ts'
import type { IdentifierSystem } from '../../patient/identifiers.ts'
import { type Field, fieldOf } from '../../record/field.ts'
import { inSentence } from '../../sentence.ts'
import { pastTreatmentFields } from '../past-treatment.ts'

export interface UploadColumn {
  /** As in the template: `treatedOn`, `target1Size`. */
  readonly name: string
  readonly label: string
  readonly field: Field
  /** Where in the body its value stands. */
  readonly path: readonly (string | number)[]
  /** A number that a patient is known by, of this kind. */
  readonly number?: IdentifierSystem
  readonly needed: boolean
  /** Its value could say who somebody is: it is never kept with what is wrong, and never shown. */
  readonly identifies: boolean
}

/** As many tumours of one treatment as a row has columns for; a program can send ten. */
const tumoursInRow = 5

const identifying = new Set(['localKey', 'birthOn', 'patient'])

const numbers: readonly (readonly [IdentifierSystem, string, string])[] = [
  ['nhs', 'nhsNumber', 'NHS number'],
  ['chi', 'chiNumber', 'CHI number'],
  ['hcn', 'healthAndCareNumber', 'Health and Care number'],
  ['local', 'hospitalNumber', 'Hospital number'],
]

export const uploadColumns: readonly UploadColumn[] = Object.entries(pastTreatmentFields).flatMap(
  ([name, schema]): readonly UploadColumn[] => {
    const field = fieldOf(schema)
    if (!field) throw new Error(`${name} is no field`)
    if (field.input === 'group' && name === 'patient') return numberColumns(field)
    if (field.input === 'list') return listColumns(name, field)
    const needed = !field.optional && !field.when
    return [{ name, label: field.label, field, path: [name], needed, identifies: identifying.has(name) }]
  },
)

function numberColumns(group: Extract<Field, { input: 'group' }>): readonly UploadColumn[] {
  const field = group.fields.value && fieldOf(group.fields.value)
  if (!field) throw new Error('a patient has no number')
  return numbers.map(([number, name, label]) => ({
    ...{ name, label, field, number, needed: false, identifies: true },
    path: ['patient', 'value'],
  }))
}

function listColumns(name: string, list: Extract<Field, { input: 'list' }>): readonly UploadColumn[] {
  return Array.from({ length: tumoursInRow }, (_, at) => at).flatMap((at) =>
    Object.entries(list.fields).flatMap(([key, schema]) => {
      const field = fieldOf(schema)
      if (!field) return []
      return [
        {
          name: `${name.replace(/s$/, '')}${at + 1}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
          label: `Tumour ${at + 1}: ${inSentence(field.label)}`,
          field,
          path: [name, at, key],
          needed: false,
          identifies: false,
        },
      ]
    }),
  )
}

const byName = new Map(uploadColumns.map((column) => [column.name, column]))

export function uploadColumn(name: string): UploadColumn | undefined {
  return byName.get(name)
}

/** The column of the template that a place in a body belongs to; undefined for one that a row has no column for. */
export function columnAt(path: string): UploadColumn | undefined {
  return byPath.get(path) ?? byPath.get(path.split('.')[0] ?? '')
}
const byPath = new Map(uploadColumns.map((column) => [column.path.join('.'), column]))

/** What people call them, besides their names and labels. */
const others: Readonly<Record<string, readonly string[]>> = {
  localKey: [
    'key',
    'local key',
    'treatment id',
    'record id',
    'procedure id',
    'our number',
    'unique id',
    'id',
  ],
  nhsNumber: ['nhs', 'nhs no', 'nhs no.', 'nhs_number'],
  chiNumber: ['chi', 'chi no'],
  healthAndCareNumber: ['hcn', 'h&c number', 'h and c number'],
  hospitalNumber: ['mrn', 'hospital no', 'patient id', 'unit number', 'pas number'],
  birthOn: ['dob', 'date of birth', 'birthdate', 'born'],
  sex: ['gender', 'patient sex'],
  procedure: ['procedure name', 'treatment', 'procedure type'],
  treatedOn: ['date', 'treatment date', 'procedure date', 'date of procedure', 'date of treatment'],
  operator: ['operator code', 'operator id'],
  tumourSite: ['tumour', 'tumor site', 'primary', 'diagnosis'],
  icd10: ['icd', 'icd 10', 'icd-10'],
  ecog: ['performance status', 'ps', 'ecog ps'],
  technicalSuccess: ['success', 'technically successful'],
  lastSeenOn: ['last seen', 'last follow up', 'last follow-up', 'follow-up date', 'last contact'],
  diedOn: ['death', 'date of death', 'death date', 'dod'],
  worstCirse: ['cirse', 'cirse grade'],
  worstCtcae: ['ctcae', 'ctcae grade'],
  dap: ['dose area product', 'kap'],
  target1Organ: ['organ', 'target organ'],
  target1Size: ['size', 'size mm', 'diameter', 'tumour size'],
}

const recognised = new Map<string, string>()
for (const { name, label, field } of uploadColumns) {
  const unit = 'unit' in field && field.unit ? [`${label} (${field.unit})`, `${name} ${field.unit}`] : []
  for (const words of [...(others[name] ?? []), ...unit, label]) {
    if (!recognised.has(folded(words))) recognised.set(folded(words), name)
  }
}
for (const { name } of uploadColumns) recognised.set(folded(name), name)

/** The column of the template that a heading means, as far as its words tell. */
export function recognise(heading: string): UploadColumn | undefined {
  return byName.get(recognised.get(folded(heading)) ?? '')
}
