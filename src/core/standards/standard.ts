/** A standard: a document with an edition, as data, its clauses in order. Editions stand beside each other. */

import type { Clause } from './clause.ts'

export interface Section {
  readonly number: string
  readonly title: string
  readonly clauses: readonly Clause[]
  /** Set where nobody of this project has read the section: no clause of it is judged. */
  readonly notRead?: string
}

export interface Standard {
  /** `rcr-2013`. */
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** As in 'First edition, 2013'. */
  readonly edition: string
  /** The day or month when it was approved or published, as the document gives it. */
  readonly date: string
  /** Where its text was read. */
  readonly source: string
  readonly sections: readonly Section[]
}

/** The clauses of a standard in the order of the document. */
export function clausesOf(standard: Standard): readonly Clause[] {
  return standard.sections.flatMap(({ clauses }) => clauses)
}

/** `rcr-2013/3.4`. */
export function clauseId(standard: Pick<Standard, 'id'>, clause: Pick<Clause, 'number'>): string {
  return `${standard.id}/${clause.number}`
}

/** The clause of a standard with this number. */
export function clauseNumbered(standard: Standard, number: string): Clause | undefined {
  return clausesOf(standard).find((each) => each.number === number)
}
