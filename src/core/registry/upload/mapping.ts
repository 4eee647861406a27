/** Which column of a service's file holds what: recognised by its heading, kept with the service, changed by hand. */

import { z } from 'zod'
import { recognise, uploadColumn, uploadColumns } from './columns.ts'

export const mappingSchema = z
  .array(
    z
      .object({
        /** The heading in the file. */
        column: z.string().max(500),
        /** A name of `uploadColumns`; null: it is not read. */
        holds: z.string().nullable(),
      })
      .readonly(),
  )
  .max(500)
  .readonly()

/** A use for each column, in the order of the file. */
export type Mapping = z.infer<typeof mappingSchema>

/** By the headings alone; of two that mean the same the first. What is not recognised is not read, visibly. */
export function guessMapping(header: readonly string[], kept: Mapping = []): Mapping {
  const before = new Map(kept.map(({ column, holds }) => [column, holds]))
  const taken = new Set<string>(header.flatMap((column) => before.get(column) ?? []))
  return header.map((column) => {
    const known = before.get(column)
    if (known !== undefined) return { column, holds: known !== null && uploadColumn(known) ? known : null }
    const name = recognise(column)?.name ?? null
    if (name === null || taken.has(name)) return { column, holds: null }
    taken.add(name)
    return { column, holds: name }
  })
}

/** What is wrong with a mapping, in words; empty when rows can be read by it. */
export function mappingProblems(mapping: Mapping): readonly string[] {
  const problems: string[] = []
  const holders = Map.groupBy(
    mapping.filter(({ holds }) => holds !== null),
    ({ holds }) => holds ?? '',
  )
  for (const [name, columns] of holders) {
    const label = uploadColumn(name)?.label
    if (label === undefined) problems.push(`“${name}” is nothing that a column can hold`)
    else if (columns.length > 1)
      problems.push(
        `${columns.map(({ column }) => `“${column}”`).join(' and ')} are both said to hold: ${label}`,
      )
  }
  const repeated = [...Map.groupBy(mapping, ({ column }) => column)].filter(
    ([column, all]) => all.length > 1 && (column === '' ? all.some(({ holds }) => holds) : true),
  )
  for (const [column] of repeated)
    problems.push(
      column === ''
        ? 'Columns without a heading cannot be read'
        : `The file has more than one column “${column}”`,
    )
  for (const { name, label, needed } of uploadColumns)
    if (needed && !holders.has(name)) problems.push(`No column is said to hold: ${label}`)
  return problems
}

export interface Moved {
  /** Headings of the last file that this one does not have, with what they held. */
  readonly gone: readonly { readonly column: string; readonly label: string }[]
  /** Headings that the last file did not have. */
  readonly added: readonly string[]
  /** The same headings in another order: nothing to do, for columns are known by their headings. */
  readonly isReordered: boolean
}

/** How a file's columns differ from those of the last one; null where they are the same, or there was none. */
export function movedSince(kept: Mapping, header: readonly string[]): Moved | null {
  if (kept.length === 0) return null
  const before = kept.map(({ column }) => column)
  const [had, has] = [new Set(before), new Set(header)]
  const gone = kept
    .filter(({ column, holds }) => holds !== null && !has.has(column))
    .map(({ column, holds }) => ({ column, label: uploadColumn(holds ?? '')?.label ?? column }))
  const added = header.filter((column) => !had.has(column))
  const isReordered =
    before.filter((each) => has.has(each)).join('\n') !== header.filter((each) => had.has(each)).join('\n')
  return gone.length === 0 && added.length === 0 && !isReordered ? null : { gone, added, isReordered }
}
