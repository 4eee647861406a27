/** What waits for someone, list by list: those with something on them as cards, the others in one line. */

import { inSentence } from '#core/sentence.ts'
import type { PageContext } from '../environment.ts'
import { CaseActions } from './case-actions.tsx'

export interface CountedList {
  readonly key: string
  readonly title: string
  readonly href: string
  /** What is so when nothing is on it. */
  readonly none: string
  readonly due: number
  readonly overdue: number
}

export function ListSummary({
  c,
  lists,
}: {
  readonly c: PageContext
  readonly lists: readonly CountedList[]
}) {
  const waiting = lists.filter(({ due }) => due > 0)
  const empty = lists.filter(({ due }) => due === 0)
  return (
    <section aria-labelledby="waits">
      <h2 className="nhsuk-heading-m" id="waits">
        What waits
      </h2>
      <CaseActions c={c} />
      {waiting.length === 0 ? (
        <p>Nothing waits for you. What comes to one of your lists will be counted here.</p>
      ) : (
        <ul className="fp-lists">
          {waiting.map(({ key, title, href, due, overdue }) => (
            <li key={key} className="fp-lists__one">
              <a className="fp-lists__link" href={href}>
                <span className="fp-lists__count">{due}</span> <span>{title}</span>
              </a>
              {overdue > 0 ? <strong className="fp-overdue">{overdue} overdue</strong> : null}
            </li>
          ))}
        </ul>
      )}
      {empty.length > 0 ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Lists with nothing on them ({empty.length})</span>
          </summary>
          <div className="nhsuk-details__text">
            <ul>
              {empty.map(({ key, title, href, none }) => (
                <li key={key}>
                  <a href={href}>{title}</a>: {inSentence(none)}
                </li>
              ))}
            </ul>
          </div>
        </details>
      ) : null}
    </section>
  )
}
