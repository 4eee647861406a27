/** A figure's numbers as CSV: every row says what it is, and no cell can act as a formula. */
import { csvOf } from '#core/census/csv.ts'
import { type Figure, numberOf, type View } from './figure.ts'
import { FICTIONAL } from './provenance.ts'

export function figureCsv(figure: Figure, { edition }: View, asOf: Date): string {
  const [headings = [], ...rows] = figure.data
  const standing = edition?.digest ?? `open, as of ${asOf.toISOString()}`
  const about = [
    edition?.fictional ? FICTIONAL : 'Census answers',
    edition?.id ?? '',
    standing,
    numberOf(figure.id),
  ]
  return csvOf([
    ['data', 'edition', 'edition_digest', 'figure', ...headings],
    ...rows.map((row) => [...about, ...row]),
  ])
}
