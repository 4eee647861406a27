/** What was just done, said once at the top of the page that follows it. */

import { NotificationBanner } from 'nhsuk-react-components'
import type { PageContext } from '../environment.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** By name; a map, for an address may ask for a name that every object has. */
const words = new Map(
  Object.entries<(count: number) => string>({
    made: () => 'The edition is made. Nobody has been asked yet.',
    opened: (count) => `The edition is open. It asks ${many(count, 'organisation', 'organisations')}.`,
    invited: (count) =>
      count === 0
        ? 'Everybody who can be invited was invited before.'
        : `${many(count, 'invitation is', 'invitations are')} on the way.`,
    reminded: (count) =>
      count === 0
        ? 'There was nobody to remind.'
        : `${many(count, 'reminder is', 'reminders are')} on the way.`,
    'followed-up': (count) =>
      count === 0
        ? 'Everybody who is owed the follow-up was asked before.'
        : `${many(count, 'follow-up question is', 'follow-up questions are')} on the way.`,
    closed: () => 'The edition is closed. Its answers are frozen and have a digest.',
    reopened: () => 'The edition is open again.',
    imported: (count) => `${many(count, 'response was', 'responses were')} imported.`,
    'contact-added': () => 'The contact was added.',
    'contact-changed': () => 'The contact was changed.',
    'contact-retired': () => 'The contact is no longer written to or rung.',
    'contact-bounced': () => 'The address is marked: no mail is sent to it.',
    'contact-works': () => 'The address is marked as working again.',
    'link-issued': () => 'A new link is on its way by e-mail.',
    'links-revoked': (count) =>
      count === 0
        ? 'There was no link to revoke.'
        : `${many(count, 'link no longer opens', 'links no longer open')} the questionnaire.`,
    noted: () => 'The note was kept.',
    messaged: () => 'The message is on its way, with a link to the question.',
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
      <NotificationBanner.Heading>{say(Number.isSafeInteger(count) ? count : 0)}</NotificationBanner.Heading>
    </NotificationBanner>
  )
}
