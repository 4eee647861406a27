/** What comes next: what is due, by whom and when, with one button each; and what was begun and not recorded. */

import { momentWords } from '#core/calendar/uk-time.ts'
import { type Due, isOpen, isOverdue } from '#core/pathway/due.ts'
import { dataQueryClosed } from '#core/pathway/kinds/quality.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { dateTimeWords } from '../components/dates.ts'
import { closingAddress, dueAddress } from '../components/due-address.ts'
import { paths } from '../paths.ts'
import { type CaseView, organisationWords } from './view.ts'

export function WhatComesNext({ view }: { readonly view: CaseView }) {
  const { due, now } = view
  const open = due.filter((each) => isOpen(each, now)).toSorted(byTime)
  const later = due.filter((each) => !isOpen(each, now)).toSorted(byTime)
  return (
    <section aria-labelledby="next">
      <h2 className="nhsuk-heading-m" id="next">
        What comes next
      </h2>
      {open.length === 0 ? <p>Nothing waits to be done now.</p> : <DueList items={open} view={view} />}
      {later.length > 0 ? (
        <details className="nhsuk-details fp-case-later">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Later: {later.length}</span>
          </summary>
          <div className="nhsuk-details__text">
            <DueList items={later} view={view} />
          </div>
        </details>
      ) : null}
    </section>
  )
}

const byTime = (one: Due, other: Due) => {
  const [first, second] = [one.dueAt ?? `9${one.opensAt}`, other.dueAt ?? `9${other.opensAt}`]
  return first < second ? -1 : first > second ? 1 : 0
}

function DueList({ items, view }: { readonly items: readonly Due[]; readonly view: CaseView }) {
  return (
    <ul className="fp-case-due">
      {items.map((each) => (
        <DueItem key={each.key} due={each} view={view} />
      ))}
    </ul>
  )
}

function DueItem({ due, view }: { readonly due: Due; readonly view: CaseView }) {
  const late = isOverdue(due, view.now)
  const answer = answerOf(due, view)
  const closing = view.recordable.has(dataQueryClosed.name) ? closingAddress(view.id, due) : null
  const whose = [
    due.by,
    due.organisation === view.treating ? null : organisationWords(view, due.organisation),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <li className={late ? 'fp-case-due--late' : undefined}>
      <div>
        <p className="fp-case-due__what">{due.what}</p>
        <p className="fp-case-due__when">
          {late ? <strong className="nhsuk-tag nhsuk-tag--red">Overdue</strong> : null}
          <span>{whenWords(due, view.now, late)}</span>
          {whose ? <span>{whose}</span> : null}
        </p>
        {due.note ? <p className="fp-case-due__note">{due.note}</p> : null}
      </div>
      {answer ? (
        <a
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          href={answer.href}
          draggable="false"
        >
          {answer.words}
          <span className="nhsuk-u-visually-hidden">: {due.what}</span>
        </a>
      ) : null}
      {closing ? (
        <a href={closing} className="fp-row-link">
          Close with a reason<span className="nhsuk-u-visually-hidden">: {due.what}</span>
        </a>
      ) : null}
    </li>
  )
}

/** The one button of a due item, where whoever reads may press it. */
function answerOf(due: Due, view: CaseView): { readonly href: string; readonly words: string } | null {
  const corrected = due.correct && due.about ? view.course.standing(due.about)?.kind : undefined
  const kind = corrected ?? due.kind
  if (!kind || !view.recordable.has(kind)) return null
  if (corrected && due.about) return { href: paths.caseCorrect(view.id, due.about), words: 'Correct' }
  const href = dueAddress(view.id, due)
  return href ? { href, words: caseKindNamed(kind)?.button ?? 'Record' } : null
}

function whenWords({ dueAt, opensAt }: Due, now: string, late: boolean): string {
  if (opensAt > now) {
    const from = `From ${momentWords(opensAt, now)}`
    return dueAt ? `${from} to ${momentWords(dueAt, now)}` : from
  }
  if (!dueAt) return 'No day is set'
  return late ? `since ${momentWords(dueAt, now)}` : `By ${momentWords(dueAt, now)}`
}

/** Forms that the person began here and has not sent. */
export function Drafts({ view }: { readonly view: CaseView }) {
  const { drafts, id } = view
  if (drafts.length === 0) return null
  return (
    <section className="fp-screen-only" aria-labelledby="drafts">
      <h2 className="nhsuk-heading-s" id="drafts">
        Begun by you, not recorded yet
      </h2>
      <ul className="fp-rows">
        {drafts.map((draft) => {
          const title = caseKindNamed(draft.kind)?.title ?? draft.kind
          const address = draft.corrects
            ? paths.caseCorrect(id, draft.corrects)
            : paths.caseRecord(id, draft.kind)
          return (
            <li key={draft.id}>
              <a href={`${address}?form=${draft.id}`}>{draft.corrects ? `Correction: ${title}` : title}</a>
              <span className="fp-quiet">kept {dateTimeWords(draft.savedAt)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
