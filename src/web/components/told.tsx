/** What was just done, said once at the top of the page that follows it. */

import { NotificationBanner } from 'nhsuk-react-components'
import type { PageContext } from '../environment.ts'
import { mailWaits } from './mail-waits.tsx'

/** `3 invitations are on the way.`, or that they wait, for there is no mail server to take them. */
function underWay(count: number, one: string, more: string, waits: boolean): string {
  if (waits) return `${many(count, `${one} waits`, `${more} wait`)} in the outbox: no mail server is set up.`
  return `${many(count, `${one} is`, `${more} are`)} on the way.`
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** By name; a map, for an address may ask for a name that every object has. */
const words = new Map(
  Object.entries<(count: number, waits: boolean) => string>({
    made: () => 'The edition is made. Nobody has been asked yet.',
    opened: (count) => `The edition is open. It asks ${many(count, 'organisation', 'organisations')}.`,
    invited: (count, waits) =>
      count === 0
        ? 'Everybody who can be invited was invited before.'
        : underWay(count, 'invitation', 'invitations', waits),
    reminded: (count, waits) =>
      count === 0 ? 'There was nobody to remind.' : underWay(count, 'reminder', 'reminders', waits),
    'followed-up': (count, waits) =>
      count === 0
        ? 'Everybody who is owed the follow-up was asked before.'
        : underWay(count, 'follow-up question', 'follow-up questions', waits),
    closed: () => 'The edition is closed. Its answers are frozen and have a digest.',
    reopened: () => 'The edition is open again.',
    imported: (count) => `${many(count, 'response was', 'responses were')} imported.`,
    'contact-added': () => 'The contact was added.',
    'contact-changed': () => 'The contact was changed.',
    'contact-retired': () => 'The contact is no longer written to or rung.',
    'contact-bounced': () => 'The address is marked: no mail is sent to it.',
    'contact-works': () => 'The address is marked as working again.',
    'link-issued': (_, waits) =>
      waits
        ? 'A new link is made. Its e-mail waits in the outbox: no mail server is set up.'
        : 'A new link is on its way by e-mail.',
    'links-revoked': (count) =>
      count === 0
        ? 'There was no link to revoke.'
        : `${many(count, 'link no longer opens', 'links no longer open')} the questionnaire.`,
    noted: () => 'The note was kept.',
    messaged: (_, waits) =>
      waits
        ? 'The message waits in the outbox: no mail server is set up.'
        : 'The message is on its way, with a link to the question.',
    settled: () => 'The message is settled.',
    corrected: () => 'The correction is in the record. What it replaces stays visible.',
    'attempt-recorded': () => 'The call was recorded.',
    released: () => 'The organisation is back on the list.',
    'already-done': () => 'That was done before. Nothing was done twice.',
    'contacts-imported': (count) => `${many(count, 'contact was', 'contacts were')} added.`,
  }),
)

/** The address of a page that says what was done. */
export function telling(href: string, done: string, count = 0): string {
  const [address, fragment] = href.split('#')
  const joint = address?.includes('?') ? '&' : '?'
  return `${address}${joint}done=${done}${count ? `&count=${count}` : ''}${fragment ? `#${fragment}` : ''}`
}

export function Told({ c }: { readonly c: PageContext }) {
  const say = words.get(c.req.query('done') ?? '')
  if (!say) return null
  const count = Number(c.req.query('count') ?? 0)
  return (
    <NotificationBanner success>
      <NotificationBanner.Heading>
        {say(Number.isSafeInteger(count) ? count : 0, mailWaits(c))}
      </NotificationBanner.Heading>
    </NotificationBanner>
  )
}
