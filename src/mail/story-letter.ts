/** The letter to the author of a story: somebody has read it. It says nothing of what the story tells. */

import type { Message } from '#store/mail/message.ts'
import type { Database } from '#store/open.ts'
import { storyAddress } from '#store/story/decide.ts'
import { type Letter, writeLetter } from './letter.ts'

/** Writes it; null where the author left no address, or had it forgotten. `recipient`: where it goes. */
export async function storyLetter(
  db: Database,
  message: Pick<Message, 'occasion'>,
  { from, fictional }: { readonly from: string; readonly fictional: boolean },
): Promise<{ readonly letter: Letter; readonly recipient: string } | null> {
  const recipient = await storyAddress(db, message.occasion)
  if (recipient === null) return null
  const letter = writeLetter({
    subject: 'What you sent us has been read',
    parts: [
      'Somebody has read what you sent to Fourth Pillar. To see what they say, open the private link that you were given when you sent it.',
      'We do not know that link, so it cannot stand here. On the page that it opens you can also change or withdraw what you sent, and have this address forgotten.',
    ],
    fictional,
    from,
  })
  return { letter, recipient }
}
