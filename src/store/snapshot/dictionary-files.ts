/** The data dictionary as it travels in a snapshot: of the declared columns, and of those that the snapshot adds. */

import { verbatimCsvOf } from '#core/census/csv.ts'
import { canonical } from '#core/record/digest.ts'
import { levelNames } from '#core/registry/levels.ts'
import { columnsOf, rowNumbersOf } from '#core/registry/snapshot/stored.ts'

export interface DictionaryFile {
  readonly path: string
  readonly text: string
  readonly rows: number
}

const headings = ['level', 'column', 'label', 'meaning', 'type', 'unit', 'options', 'from'] as const

export function dictionaryFiles(): readonly DictionaryFile[] {
  const rows = levelNames.flatMap((level) => [
    ...Object.entries(columnsOf(level)).map(([name, column]) => ({
      level,
      column: name,
      label: column.label,
      meaning: column.meaning,
      type: column.type,
      unit: 'unit' in column ? (column.unit ?? null) : null,
      options: column.type === 'choice' ? column.options.map(({ value, label }) => ({ value, label })) : null,
      from: column.from ?? null,
    })),
    ...rowNumbersOf(level).map(({ name, label, meaning }) => ({
      ...{ level, column: name, label, meaning, type: 'row', unit: null, options: null, from: null },
    })),
  ])
  const cells = rows.map((row) =>
    headings.map((heading) => {
      const value = row[heading]
      return typeof value === 'object'
        ? (value?.map(({ value, label }) => `${value} = ${label}`).join(' | ') ?? '')
        : value
    }),
  )
  return [
    { path: 'dictionary.json', text: `${canonical(rows)}\n`, rows: rows.length },
    { path: 'dictionary.csv', text: verbatimCsvOf([[...headings], ...cells]), rows: rows.length },
  ]
}
