/** The pages of signing in that only say something. */

import type { ReactNode } from 'react'
import type { DeadLink } from '#store/access/links.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { Refusal } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'

/** 14 minutes, 1 minute, 40 seconds. */
function waitWords(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

export function tooManyTries(c: PageContext, seconds: number) {
  c.header('Retry-After', String(seconds))
  return show(
    c,
    <Refusal c={c} title="You have tried too many times">
      <p>
        Wait {waitWords(seconds)}, then <a href={paths.signIn()}>try again</a>. This keeps others from
        guessing passwords.
      </p>
    </Refusal>,
    429,
  )
}

export function withoutRole(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="You have no role in Fourth Pillar">
      <p>
        Who you are is not in doubt, but you have no role here at the moment, so there is nothing to open.
      </p>
      <p>Ask an administrator of Fourth Pillar to give you one, then sign in again.</p>
    </Refusal>,
    403,
  )
}

const deadLinks: Readonly<Record<DeadLink, { readonly title: string; readonly words: string }>> = {
  unknown: { title: 'This link does not open anything', words: 'Check that you copied the whole of it.' },
  used: { title: 'This link has been used', words: 'It works once.' },
  expired: { title: 'This link has expired', words: 'It was open for a limited time only.' },
  revoked: { title: 'This link has been replaced', words: 'A newer link was made. Use that one.' },
}

export function deadLink(c: PageContext, why: DeadLink, next: ReactNode) {
  const { title, words } = deadLinks[why]
  return show(
    c,
    <Refusal c={c} title={title}>
      <p>{words}</p>
      <p>{next}</p>
    </Refusal>,
    why === 'unknown' ? 404 : 410,
  )
}

/** What better-auth calls the reasons why an OpenID provider's word is not enough. */
const openIdUnknown = new Set([
  'signup_disabled',
  'account_not_linked',
  'email_not_found',
  'email_not_verified',
])

export function openIdRefused(c: PageContext, name: string, error: string) {
  if (error === 'NO_ACCESS') return withoutRole(c)
  if (openIdUnknown.has(error)) {
    return show(
      c,
      <Refusal c={c} title="An administrator has to add you first">
        <p>
          You signed in with {name}, but no person here has the e-mail address that it confirms for you. Ask
          an administrator of Fourth Pillar to add you with that address, then sign in again.
        </p>
      </Refusal>,
      403,
    )
  }
  return show(
    c,
    <Refusal c={c} title={`Signing in with ${name} did not work`}>
      <p>
        It was cancelled, took too long, or {name} did not answer. <a href={paths.signIn()}>Sign in again</a>.
      </p>
    </Refusal>,
    error === 'access_denied' ? 403 : 503,
  )
}
