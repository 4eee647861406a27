/** A table that counts how many organisations chose each option of a question. */
import { type Figure, figure } from './percent.ts'
import { CANNOT_SAY } from './provision.ts'
import { optionsOf, type Question } from './questionnaire.ts'

export interface TableRow {
  /** The option: a procedure of the catalogue, or a barrier. */
  readonly id: string
  readonly label: string
  readonly figure: Figure
}

export interface Table {
  readonly id: 'table1' | 'table2' | 'barriers'
  /** How many the percentages are of, and in words who they are. */
  readonly denominator: number
  readonly denominatorIs: string
  readonly missing: number
  /** Most common first; equals in the questionnaire's order. */
  readonly rows: readonly TableRow[]
}

interface Base {
  readonly denominator: number
  readonly denominatorIs: string
  readonly missing: number
}

/** Adds one to the count of each value. */
export function countEach(counts: Map<string, number>, values: readonly string[] | null): void {
  if (values === null) return
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
}

/**
 * The table of a question's options. Without the question (an older questionnaire that did not ask) it
 * has no rows. Options that are no choice (`cannot-say`, and any in `leaveOut`) are no rows.
 */
export function countTable(
  id: Table['id'],
  question: Question | undefined,
  counts: ReadonlyMap<string, number>,
  base: Base,
  leaveOut: readonly string[] = [],
): Table {
  const options = question === undefined ? [] : optionsOf(question)
  const rows = options
    .filter(({ value }) => value !== CANNOT_SAY && !leaveOut.includes(value))
    .map(({ value, label }) => ({
      id: value,
      label,
      figure: figure(counts.get(value) ?? 0, base.denominator, base.missing),
    }))
  return { id, ...base, rows: rows.toSorted((a, b) => b.figure.numerator - a.figure.numerator) }
}
