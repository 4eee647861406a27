/** A page that explains in plain words: sections of statements, each with its source, or marked for a clinician's review. */

import type { StatementSource } from '../leaflet/leaflet.ts'
import type { CitedSource } from '../leaflet/sources-of.ts'
import { plainSource } from './sources.ts'

export interface PlainStatement {
  readonly id: string
  readonly says: string
  /** Null: it says what this site does, or asks something; it claims nothing of treatment. */
  readonly source: StatementSource | null
}

export interface PlainSection {
  readonly id: string
  readonly heading: string
  /** `list`: short points; else each statement is a paragraph of its own. */
  readonly as?: 'list'
  readonly statements: readonly PlainStatement[]
}

export interface PlainPage {
  /** Part of its address, below /about/. */
  readonly id: string
  readonly title: string
  /** In one sentence, for lists and search engines. */
  readonly about: string
  readonly sections: readonly PlainSection[]
  /** Days, `yyyy-mm-dd`. */
  readonly written: string
  readonly reviewDue: string
}

export const statementsOf = (page: PlainPage): readonly PlainStatement[] =>
  page.sections.flatMap(({ statements }) => statements)

/** How many statements claim something, and how many of those have no source yet. */
export function claimsIn(page: PlainPage): { readonly claims: number; readonly unchecked: number } {
  const claims = statementsOf(page).filter(({ source }) => source !== null)
  return {
    claims: claims.length,
    unchecked: claims.filter(({ source }) => source === 'for-review').length,
  }
}

/** Sources by number, in the order in which they are first named; `also`: those of a page's tables. */
export function citedIn(
  statements: readonly PlainStatement[],
  also: readonly string[] = [],
): readonly CitedSource[] {
  const ids = statements.flatMap(({ source }) =>
    source === null || source === 'for-review' ? [] : [source.id],
  )
  return [...new Set([...ids, ...also])].map((id, index) => {
    const source = plainSource(id)
    const edition = source?.edition ? `, ${source.edition}` : ''
    const address = source?.address ?? null
    return {
      ...{ id, number: index + 1, title: source?.title ?? id, address },
      words: source ? `${source.title}. ${source.publisher}${edition}.` : id,
    }
  })
}

/** All that a page says, to be measured. */
export const textOfPage = (page: PlainPage): string =>
  statementsOf(page)
    .map(({ says }) => says)
    .join(' ')
