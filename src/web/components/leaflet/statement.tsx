/** What a leaflet says, with its terms explained, and a mark: the number of its source, or that it waits for review. */

import type { LeafletBody, StatementSource } from '#core/leaflet/leaflet.ts'
import { type CitedSource, citedBy, numberOf } from '#core/leaflet/sources-of.ts'
import type { LeafletWords } from '#core/leaflet/words/english.ts'
import { filled, missingWords, wordsOf } from '#core/leaflet/words/words.ts'
import { withTerms } from '#core/plain/glossary.ts'
import { paths } from '../../paths.ts'

/** What a page has numbered and explained so far. */
export interface PageMarks {
  readonly cited: readonly CitedSource[]
  /** Terms that are explained further up. */
  readonly explained: Set<string>
  /** The words around the leaflet, and the language that they are in where it is not the leaflet's. */
  readonly words: LeafletWords
  readonly wordsIn: string | undefined
}

export function marksOf(leaflet: LeafletBody): PageMarks {
  const { language } = leaflet
  return {
    cited: citedBy(leaflet),
    explained: new Set(),
    words: wordsOf(language),
    wordsIn: missingWords(language).length > 0 ? 'en-GB' : undefined,
  }
}

interface WordsProps {
  readonly text: string
  readonly marks: PageMarks
}

/** The text, where each of the profession's words is a link to its meaning, the first time that it stands there. */
export function Words({ text, marks }: WordsProps) {
  return (
    <>
      {withTerms(text, marks.explained).map(({ text: piece, term }, at) =>
        term ? (
          <a key={at} className="fp-term" href={paths.glossaryTerm(term.id)} data-means={term.means}>
            <dfn>{piece}</dfn>
          </a>
        ) : (
          piece
        ),
      )}
    </>
  )
}

interface SourceMarkProps {
  readonly source: StatementSource
  readonly marks: PageMarks
}

/**
 * The number of the source, a link to it. What waits for a clinician's check has a small ring, which is not
 * read out a hundred times: a list at the foot of the leaflet names these statements.
 */
export function SourceMark({ source, marks }: SourceMarkProps) {
  if (source === 'for-review')
    return (
      <span className="fp-leaflet__unchecked" aria-hidden="true" title={marks.words.page.waits}>
        {' '}
        °
      </span>
    )
  const number = numberOf(marks.cited, source)
  return (
    <sup className="fp-leaflet__source">
      <a href={`#source-${number}`} aria-label={filled(marks.words.page.source, { number })}>
        {number}
      </a>
    </sup>
  )
}
