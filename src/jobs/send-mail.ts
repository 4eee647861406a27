/** Posts one message: its letter is written now, and what came of it is marked on it. */

import type { Config } from '#config'
import { letterOf } from '#mail/census-letter.ts'
import type { Mailer } from '#mail/mailer.ts'
import { forgetAddress } from '#store/feedback/mail.ts'
import { markDeferred, markRefused, markSent, messageById } from '#store/mail/message.ts'
import type { Store } from '#store/open.ts'

export interface SendMailParts {
  readonly store: Pick<Store, 'db'>
  readonly config: Pick<Config, 'baseUrl' | 'mailFrom'>
  readonly mailer: Mailer
  readonly now: () => Date
  /** Seconds until the first next try; it doubles from there. */
  readonly firstPauseSeconds?: number
}

const firstPause = 60
const longestPause = 4 * 3600
/** With these pauses: tried for about three days. */
const mostTries = 24

/**
 * Posts the message with this id, unless it was. A process killed after posting and before marking
 * posts it again, with the same Message-ID; none is lost.
 */
export async function sendMail(parts: SendMailParts, id: string): Promise<void> {
  const { store, config, mailer, now } = parts
  if (mailer.mode === 'waiting') return
  const message = await messageById(store.db, id)
  if (!message || message.state === 'sent' || message.state === 'refused') return
  const written = await letterOf(store.db, message, config, now())
  if (written.outcome === 'not-needed') {
    return markRefused(store.db, message, written.reason, { bounced: false, now: now() })
  }
  const to = { id, recipient: written.recipient ?? message.recipient }
  const posted = await mailer.post(to, written.letter)
  if (message.purpose === 'feedback' && posted.outcome !== 'deferred')
    await forgetAddress(store.db, message.occasion)
  switch (posted.outcome) {
    case 'posted':
      return markSent(store.db, id, now())
    case 'refused':
      return markRefused(store.db, message, posted.reason, { bounced: posted.address, now: now() })
    case 'deferred': {
      if (message.attempts + 1 >= mostTries) {
        const reason = `Given up after ${mostTries} tries: ${posted.reason}`
        return markRefused(store.db, message, reason, { bounced: false, now: now() })
      }
      const pause = Math.min((parts.firstPauseSeconds ?? firstPause) * 2 ** message.attempts, longestPause)
      return markDeferred(store.db, id, posted.reason, pause, now())
    }
  }
}
