/** To the second of two who save: what the first wrote where the two differ. */

import { dayWords } from '#core/calendar/uk-time.ts'
import { changesBetween } from '#core/leaflet/compare.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import type { LeafletDraft } from '#store/leaflet/draft.ts'

interface OvertakenProps {
  /** What stands in the draft now. */
  readonly theirs: LeafletDraft
  /** What was to be saved. */
  readonly ours: LeafletBody
}

export function Overtaken({ theirs, ours }: OvertakenProps) {
  const differing = [
    ...changesBetween(theirs.leaflet, ours).map(({ path, under, before }) => ({
      path,
      under,
      words: before,
    })),
    ...factsOf(theirs.leaflet).filter(({ path, words }) =>
      factsOf(ours).some((own) => own.path === path && own.words !== words),
    ),
  ]
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">{theirs.savedBy} saved while you were writing</h2>
      {differing.length === 0 ? (
        <p>It says what yours says. Nothing is lost if you save again.</p>
      ) : (
        <>
          <p>
            Your words are in the form below and not saved yet. Save to put them in place of what is there
            now:
          </p>
          <dl>
            {differing.map(({ path, under, words }) => (
              <div key={path}>
                <dt>
                  <strong>{under}</strong>
                </dt>
                <dd>{words ?? 'Nothing: it is not there'}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}

/** What a leaflet says that is no part of its text. */
const factsOf = ({ authors, reviewDue }: LeafletBody) => [
  { path: 'authors', under: 'Authors', words: authors.join(', ') },
  { path: 'review-due', under: 'Next review', words: dayWords(reviewDue) },
]
