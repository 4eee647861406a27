/** The pages of a link that asks nothing any more: answered, declined, withdrawn, too late, or never given out. */

import type { FeedbackOutcome } from '#store/feedback/link.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { Frame } from './frame.tsx'
import type { Opened } from './opened.ts'

type Closed = Exclude<FeedbackOutcome, { outcome: 'ok' }>

export function endedPage(c: PageContext, { found, service }: Opened & { readonly found: Closed }) {
  const { title, lines, status } = wordsOf(found, service)
  return show(
    c,
    <Frame c={c} title={title}>
      <h1 className="nhsuk-heading-l">{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Frame>,
    status,
  )
}

const unwell =
  'If you feel unwell, ring the number on the leaflet that you were given, or NHS 111. In an emergency ring 999.'

function wordsOf(found: Closed, service: string) {
  switch (found.outcome) {
    case 'ended':
      return found.link.ended === 'declined'
        ? {
            title: 'You chose not to answer',
            lines: ['That is fine. Your care does not depend on it.', unwell],
            status: 200 as const,
          }
        : {
            title: 'Thank you',
            lines: [
              `Your answers are with ${service}. Those who look after you can read them, and they help to make the service better for others.`,
              'There is nothing more to do. You can close this page. The link cannot be used again.',
              unwell,
            ],
            status: 200 as const,
          }
    case 'revoked':
      return {
        title: 'This link was withdrawn',
        lines: [
          `${service} withdrew it, often because you were given a newer one. Use the newest that you have.`,
          unwell,
        ],
        status: 410 as const,
      }
    case 'expired':
      return {
        title: 'This link has expired',
        lines: [
          `Its time is over. You can still tell ${service} how it was: ask them for a new link.`,
          unwell,
        ],
        status: 410 as const,
      }
    case 'unknown':
      return {
        title: 'This link is not complete',
        lines: [
          'No questions answer to it. Point your phone’s camera at the code on the paper again, or type the whole address below it.',
          unwell,
        ],
        status: 404 as const,
      }
  }
}
