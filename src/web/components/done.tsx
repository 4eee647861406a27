/** The banner on the page that one comes back to after a form: what was done, in words, by the name in its address. */

import { NotificationBanner } from 'nhsuk-react-components'
import type { PageContext } from '../environment.ts'

interface DoneProps {
  readonly c: PageContext
  /** What each name in `?done=` says; another name says nothing. */
  readonly words: ReadonlyMap<string, string>
}

export function Done({ c, words }: DoneProps) {
  const said = words.get(c.req.query('done') ?? '')
  if (!said) return null
  return (
    <NotificationBanner success>
      <NotificationBanner.Heading>{said}</NotificationBanner.Heading>
    </NotificationBanner>
  )
}
