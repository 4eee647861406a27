/** The data dictionary: every column of every level in words, from the declarations that the rows are made by. */

import type { Column } from './column.ts'
import { type Level, levelNames, levels } from './levels.ts'

export interface DictionaryEntry {
  readonly level: Level
  readonly column: string
  readonly label: string
  readonly type: Column['type']
  readonly unit: string | null
  /** Of a choice; empty elsewhere. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Of a code: which list it is of. */
  readonly list: string | null
  readonly meaning: string
  /** The field of a record that it is, as in 'treatment.intent'; null where the fold works it out. */
  readonly from: string | null
  /** False: every row has a value. */
  readonly nullable: boolean
}

/** In the order of the levels and of their columns. */
export const dictionary: readonly DictionaryEntry[] = levelNames.flatMap((level) =>
  Object.entries(levels[level].columns as Readonly<Record<string, Column>>).map(([column, declared]) =>
    entryOf(level, column, declared),
  ),
)

function entryOf(level: Level, column: string, declared: Column): DictionaryEntry {
  const { label, type, meaning, from = null } = declared
  return {
    level,
    column,
    label,
    type,
    unit: declared.type === 'number' || declared.type === 'whole' ? (declared.unit ?? null) : null,
    options:
      declared.type === 'choice'
        ? declared.options.map(({ value, label: name }) => ({ value, label: name }))
        : [],
    list: declared.type === 'code' ? declared.list : null,
    meaning,
    from,
    nullable: declared.type !== 'key' || declared.nullable === true,
  }
}

function optionsOf({ options, list }: DictionaryEntry): string {
  return list === null ? options.map(({ value, label }) => `${value}=${label}`).join(' | ') : `list: ${list}`
}

/** The dictionary as a page of documentation. */
export function dictionaryMarkdown(): string {
  const parts = levelNames.map((level) => {
    const rows = dictionary
      .filter((entry) => entry.level === level)
      .map((entry) => {
        const type = entry.unit ? `${entry.type}, ${entry.unit}` : entry.type
        const options = optionsOf(entry).replaceAll('=', ': ').replaceAll(' | ', '; ')
        return `| ${[`\`${entry.column}\``, entry.label, type, entry.meaning, options, entry.from ? `\`${entry.from}\`` : 'worked out'].map(cell).join(' | ')} |`
      })
    return [
      `## Per ${level}`,
      '',
      '| Column | Label | Type | Meaning | Values | From |',
      '|---|---|---|---|---|---|',
      ...rows,
    ].join('\n')
  })
  return `# Data dictionary of the registry\n\nMade from the declarations in \`src/core/registry/levels\`; do not edit. \`test/registry/dictionary.test.ts\` says how to make it anew. What is not known is empty everywhere; keys are pseudonyms.\n\n${parts.join('\n\n')}\n`
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
