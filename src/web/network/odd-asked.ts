/** What an address asks a list for that does not exist: said beside its field, never taken in silence for "any". */

import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'

/** By the name in the address: what it is called, what of it there is, and where nouns do not say it, what to do. */
export type Known = Readonly<
  Record<string, readonly [noun: string, known: (value: string) => boolean, instead?: string]>
>

/** One problem for each value of the address that names nothing; empty values ask for all. */
export function oddAsked(c: PageContext, known: Known): readonly FieldProblem[] {
  return Object.entries(known).flatMap(([field, [noun, isKnown, instead]]) => {
    const value = c.req.query(field) ?? ''
    if (value === '' || isKnown(value)) return []
    const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value
    const words = instead
      ? `${instead}, not “${shown}”`
      : `There is no ${noun} “${shown}”: choose one of the list`
    return [{ field, words }]
  })
}

/** A file of what does not exist is none. */
export const oddFile = (c: PageContext, problems: readonly FieldProblem[]) =>
  c.text(`${problems.map(({ words }) => words).join('. ')}.\n`, 422)
