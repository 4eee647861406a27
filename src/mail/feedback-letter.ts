/** The letter that brings a patient their link. It names the hospital, and nothing of the treatment or the patient. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { feedbackToPost } from '#store/feedback/mail.ts'
import type { Message } from '#store/mail/message.ts'
import type { Database } from '#store/open.ts'
import { type Letter, writeLetter } from './letter.ts'
import { dayWords } from './letters/facts.ts'

/** Writes it; null where the link opens nothing any more. `recipient`: where it goes. */
export async function feedbackLetter(
  db: Database,
  message: Pick<Message, 'occasion'>,
  site: { readonly baseUrl: string; readonly from: string },
  now: Date,
): Promise<{ readonly letter: Letter; readonly recipient: string } | null> {
  const found = await feedbackToPost(db, message.occasion, now)
  if (!found) return null
  const { recipient, organisation, token, fictional, expiresAt } = found
  const letter = writeLetter({
    subject: `How was it? A few questions from ${organisation}`,
    parts: [
      `${organisation} would like to know how your treatment was. There are a few short questions. You do not have to answer, and your care does not depend on it.`,
      { open: 'Answer the questions', href: `${site.baseUrl}/feedback/${token}` },
      `The link is yours alone: do not pass it on. It can be used once, until ${dayWords(ukDay(expiresAt.toISOString()))}.`,
      'If you feel unwell, do not answer here: ring the number on the leaflet that you were given, or NHS 111.',
    ],
    fictional,
    from: site.from,
  })
  return { letter, recipient }
}
