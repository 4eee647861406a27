/** Mails a person the link that lets them choose a password. Its text is never kept: it holds a secret. */

import { randomUUID } from 'node:crypto'
import type { Config } from '#config'
import { writeLetter } from '#mail/letter.ts'
import type { Mailer } from '#mail/mailer.ts'

export interface LinkReader {
  readonly name: string
  readonly email: string
}

/** Answers whether the mail server took it. */
export type MailLink = (to: LinkReader, link: string) => Promise<boolean>

/** Null where no mail server is set up: the administrator copies the link then. */
export function mailLinkBy(mailer: Pick<Mailer, 'mode' | 'post'>, config: Config): MailLink | null {
  if (mailer.mode !== 'smtp') return null
  return async ({ name, email }, link) => {
    const letter = writeLetter({
      subject: 'Your link to Fourth Pillar',
      parts: [
        `Dear ${name},`,
        'An administrator of Fourth Pillar has made a link for you. It lets you choose the password with which you sign in. It works once, for 7 days.',
        { open: 'Choose your password', href: link },
        'If you do not know what this is about, do not open it, and tell us.',
      ],
      fictional: config.demonstration,
      from: config.mailFrom,
    })
    const posted = await mailer.post({ id: randomUUID(), recipient: email }, letter)
    return posted.outcome === 'posted'
  }
}
