/** The pages that say no: not allowed, not found, too large, something broke. */

import type { ReactNode } from 'react'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { Page, show } from './page.tsx'

interface RefusalProps {
  readonly c: PageContext
  readonly title: string
  readonly children: ReactNode
}

export function Refusal({ c, title, children }: RefusalProps) {
  return (
    <Page c={c} title={title}>
      <h1 className="nhsuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

export function notFound(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="Page not found">
      <p>If you typed the address, check it is correct. If you followed a link, the page may have moved.</p>
      <p>
        Go to the <a href={paths.map()}>national map</a> or <a href={paths.find()}>find a service</a>.
      </p>
    </Refusal>,
    404,
  )
}

export function forbidden(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="You do not have access to this page">
      <p>Your role does not open it. An administrator can change what your role is.</p>
      <p>
        Go to <a href={paths.myWork()}>your work</a>.
      </p>
    </Refusal>,
    403,
  )
}

/** `most`: how many bytes a file may have on the page of this very address, which takes one. */
export function tooLarge(c: PageContext, most?: number) {
  return show(
    c,
    <Refusal c={c} title="That is too large">
      <p>
        What you sent is larger than this page can take. Nothing was kept. Go back, make it smaller, and send
        it again.
      </p>
      {most === undefined ? null : (
        <p>
          A file can have up to {most / 1e6} MB. <a href={c.req.path}>Choose another file</a>.
        </p>
      )}
    </Refusal>,
    413,
  )
}

export function notKept(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="That holds characters that cannot be kept">
      <p>
        Something that you sent holds characters which no text can have. Nothing was kept. Go back, take them
        out, and send it again.
      </p>
    </Refusal>,
    422,
  )
}

export function notRead(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="The form could not be read">
      <p>What arrived was cut short or damaged. Nothing was kept. Go back and send it again.</p>
    </Refusal>,
    400,
  )
}

export function crossSite(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="That came from another site">
      <p>
        For your safety, forms are taken from this site’s own pages only. Nothing was changed. Open the page
        here and send it again.
      </p>
    </Refusal>,
    403,
  )
}

export function broken(c: PageContext, reference: string) {
  return show(
    c,
    <Refusal c={c} title="Sorry, there is a problem">
      <p>Something went wrong on our side. What you had saved before is kept. Try again in a few minutes.</p>
      <p>
        If it goes on, tell us this reference: <strong>{reference}</strong>.
      </p>
    </Refusal>,
    500,
  )
}

export function busy(c: PageContext) {
  c.header('Retry-After', '5')
  return show(
    c,
    <Refusal c={c} title="Too many pages at once">
      <p>
        You asked for many views at the same moment, and each has to be drawn. Wait a few seconds, then reload
        the page.
      </p>
    </Refusal>,
    503,
  )
}

export function unavailable(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="The service is not available right now">
      <p>The database does not answer. What you had saved before is kept. Try again in a few minutes.</p>
    </Refusal>,
    503,
  )
}
