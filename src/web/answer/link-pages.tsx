/** The pages of links that open nothing: wrong, expired, revoked, of a closed census, or lost by this device. */

import type { ReactNode } from 'react'
import { dateWords } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { addressOf } from './words.ts'

interface LinkPageProps {
  readonly c: PageContext
  readonly title: string
  readonly children: ReactNode
}

function LinkPage({ c, title, children }: LinkPageProps) {
  const address = addressOf(c.var.config.mailFrom)
  return (
    <Page c={c} title={title}>
      <div className="fp-answer">
        <h1 className="nhsuk-heading-l">{title}</h1>
        {children}
        <p>
          Questions? Write to <a href={`mailto:${address}`}>{address}</a> and say which organisation you
          answer for.
        </p>
      </div>
    </Page>
  )
}

/** A token that was never given out: mistyped, or cut off by a mail program. */
export function unknownLink(c: PageContext) {
  return show(
    c,
    <LinkPage c={c} title="This link is not complete">
      <p>No census answers to it. Mail programs sometimes cut a long link in two.</p>
      <p>
        Open the link in the e-mail again, or copy all of it, up to the last letter, into the address bar.
        What you had saved is kept.
      </p>
    </LinkPage>,
    404,
  )
}

export function expiredLink(c: PageContext, on: Date | null) {
  return show(
    c,
    <LinkPage c={c} title="This link has expired">
      <p>
        {on ? `It could be used until ${dateWords(on)}.` : 'Its time is over.'} What you had saved is kept,
        and a new link goes on from there.
      </p>
      <p>Look for a later e-mail from the census with a new link, or ask for one.</p>
    </LinkPage>,
    410,
  )
}

export function revokedLink(c: PageContext) {
  return show(
    c,
    <LinkPage c={c} title="This link was withdrawn">
      <p>
        The census team withdrew it, usually because someone else answers for the organisation now. What was
        saved is kept.
      </p>
      <p>If it is you who answers, ask for a new link.</p>
    </LinkPage>,
    410,
  )
}

interface Closed {
  readonly title: string
  readonly closedAt: Date | null
  /** Of the answers that the organisation sent. */
  readonly reference: string | null
}

export function closedEdition(c: PageContext, { title, closedAt, reference }: Closed) {
  return show(
    c,
    <LinkPage c={c} title="This census is closed">
      <p>
        {title} {closedAt ? `closed on ${dateWords(closedAt)}` : 'does not take answers now'}.{' '}
        {reference ? (
          <>
            Your organisation’s answers are in it, under the reference <strong>{reference}</strong>.
          </>
        ) : (
          'No answers of your organisation are in it.'
        )}
      </p>
      <p>
        See its results on the <a href={paths.map()}>national map</a>. To have an answer corrected, write to
        the census team: a late correction is marked as one.
      </p>
    </LinkPage>,
    410,
  )
}

/** The device has no cookie: another browser, or cookies were cleared or are refused. */
export function linkNeeded(c: PageContext) {
  return show(
    c,
    <LinkPage c={c} title="Open the link in your e-mail again">
      <p>
        This browser does not know whose answers you give. That is so on a new device, after cookies were
        cleared, or when an interview ended.
      </p>
      <p>
        Open the personal link in the e-mail from the census again: it goes on where you were. Every answer
        that was saved is kept. Should the page come back, allow cookies for this site.
      </p>
    </LinkPage>,
    403,
  )
}
