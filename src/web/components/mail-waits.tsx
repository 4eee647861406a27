/** Says where mail goes while this node has no mail server: nowhere yet. */

import type { PageContext } from '../environment.ts'
import { may } from '../layout/page.tsx'
import { paths } from '../paths.ts'

/** Whether mail that is written waits, for want of a mail server. The demonstration keeps its letters instead. */
export function mailWaits(c: PageContext): boolean {
  const { demonstration, smtpUrl } = c.var.config
  return !demonstration && !smtpUrl
}

export function MailWaits({ c }: { readonly c: PageContext }) {
  if (!mailWaits(c)) return null
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        No mail server is set up, so mail waits in{' '}
        {may(c, 'outbox:see') ? <a href={paths.outbox()}>the outbox</a> : 'the outbox'}. Set SMTP_URL and
        start again: what waits is sent then.
      </p>
    </div>
  )
}
