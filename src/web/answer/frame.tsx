/** What stands around each answering page: whose answers, by telephone or not, who else is at it. */

import type { ReactNode } from 'react'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { Sitting } from './sitting.ts'
import { agoWords, roleWords } from './words.ts'

interface FrameProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly title: string
  readonly backHref?: string
  readonly hasErrors?: boolean
  /** On a page that is read, not filled in. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

export function Frame({ c, sitting, title, backHref, hasErrors, quiet, children }: FrameProps) {
  return (
    <Page
      c={c}
      title={title}
      focused
      {...(backHref === undefined ? {} : { backHref })}
      {...(hasErrors === undefined ? {} : { hasErrors })}
    >
      <div className="fp-answer">
        {sitting.answering.interviewer ? <InterviewBanner sitting={sitting} /> : null}
        {quiet ? null : <Presence sitting={sitting} now={c.var.now()} />}
        {children}
      </div>
    </Page>
  )
}

function InterviewBanner({ sitting }: { readonly sitting: Sitting }) {
  const { edition, organisation } = sitting
  return (
    <section className="fp-answer__interview" aria-label="Telephone interview">
      <p>
        <strong>Telephone interview with {organisation.name}.</strong> The answers are marked as taken by
        telephone. <a href={paths.censusRoomPart(edition.id, 'telephone')}>Back to the telephone list</a>
      </p>
    </section>
  )
}

function Presence({ sitting, now }: { readonly sitting: Sitting; readonly now: Date }) {
  const [other, ...more] = sitting.others
  if (!other) return null
  const who = other.sameLink
    ? 'Your link is open on another device as well'
    : `Someone else answers for ${sitting.organisation.name} too: ${roleWords(sitting.questionnaire, other.role)}`
  return (
    <section className="fp-answer__presence" aria-label="Who else is answering">
      <p>
        {who}, last seen {agoWords(other.seenAt, now)}
        {more.length > 0 ? `, and ${more.length} more` : ''}. You share the answers: each is saved as it is
        given, and where two differ you will be shown both.
      </p>
    </section>
  )
}
