/** States which edition a page shows: its date, how many answered, whether it is closed, fictional, corrected. */
import type { Tabulation } from '#core/census/tabulate.ts'
import type { EditionFacts, EditionKey } from '#store/census/provision-data.ts'
import { dateWords } from './dates.ts'

interface EditionNoteProps {
  readonly edition: EditionFacts | null
  readonly tabulation: Tabulation
  readonly lateCorrections: number
  readonly withCorrections: boolean
  /** The same view with the late corrections, or without them. */
  readonly correctionsHref?: string
  /** A later edition whose answers come in now, and where they show. */
  readonly later?: { readonly edition: EditionKey; readonly href: string } | null
}

export function EditionNote(props: EditionNoteProps) {
  const { edition, tabulation, lateCorrections, withCorrections, correctionsHref, later } = props
  if (!edition) {
    return (
      <p className="fp-edition-note" data-live="edition">
        No census has opened yet. The directory holds {tabulation.asked} organisations that exist today.
      </p>
    )
  }
  return (
    <div className="fp-edition-note" data-live="edition">
      <p>
        <strong>{edition.title}</strong>, as of {dateWords(edition.censusOn)}. {tabulation.answered} of{' '}
        {tabulation.asked} organisations answered
        {edition.state === 'open' ? ' so far; the census is open.' : `; closed ${closedWords(edition)}.`}
        {edition.fictional && !/fictional/i.test(edition.title) ? ' Fictional demonstration data.' : ''}
      </p>
      {later ? (
        <p>
          {later.edition.title} is under way: <a href={later.href}>see its answers as they come in</a>.
        </p>
      ) : null}
      {lateCorrections > 0 ? (
        <p>
          {lateCorrections} late {lateCorrections === 1 ? 'correction' : 'corrections'} since it closed{' '}
          {withCorrections ? 'are counted here. ' : 'are not counted here. '}
          {correctionsHref ? (
            <a href={correctionsHref}>
              {withCorrections ? 'Show the answers as they closed' : 'Show the answers with the corrections'}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function closedWords({ closedAt }: EditionFacts): string {
  return closedAt ? dateWords(closedAt) : 'on a date not recorded'
}
