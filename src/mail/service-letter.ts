/** Letters to those who lead a service, about what it says of itself: what is due, what others ask of it. */

import { dayWords } from '#core/calendar/uk-time.ts'
import { reviewsDue } from '#core/service/reviews-due.ts'
import { organisation as organisationOf } from '#store/catalogue/organisations.ts'
import type { Message, Purpose } from '#store/mail/message.ts'
import type { Database } from '#store/open.ts'
import { organisationNames, readService } from '#store/service/read.ts'
import { type Letter, type LetterParts, writeLetter } from './letter.ts'

export type ServicePurpose = Extract<Purpose, 'review-due' | 'pathway-asked'>

export const isServicePurpose = (purpose: Purpose): purpose is ServicePurpose =>
  purpose === 'review-due' || purpose === 'pathway-asked'

/** A letter lists so many; the page lists all. */
const mostListed = 20

interface Site {
  readonly baseUrl: string
  readonly from: string
}

/** Null where there is nothing to tell any more: all of it was reviewed, or the organisation is gone. */
export async function serviceLetter(
  db: Database,
  message: Message & { readonly purpose: ServicePurpose },
  { baseUrl, from }: Site,
  day: string,
): Promise<Letter | null> {
  const code = message.organisation ?? ''
  const organisation = await organisationOf(db, code)
  if (!organisation) return null
  const parts =
    message.purpose === 'review-due'
      ? await dueParts(db, code, organisation.name, baseUrl, day)
      : askedParts(code, organisation.name, baseUrl)
  return parts && writeLetter({ ...parts, fictional: organisation.fictional, from })
}

type Parts = Pick<LetterParts, 'subject' | 'parts'>

async function dueParts(
  db: Database,
  code: string,
  name: string,
  baseUrl: string,
  day: string,
): Promise<Parts | null> {
  const service = await readService(db, code)
  const due = service ? reviewsDue(service.course, day) : []
  if (due.length === 0) return null
  const listed = due.slice(0, mostListed)
  const names = await organisationNames(
    db,
    listed.flatMap(({ stated }) => (stated.body as { readonly to?: string }).to ?? []),
  )
  const line = ({ kind, stated, due: on, state }: (typeof due)[number]) => {
    const { to } = stated.body as { readonly to?: string }
    const words = to ? kind.line(stated.body).replace(to, names.get(to) ?? to) : kind.line(stated.body)
    return `${words}: ${{ 'due-soon': kind.runs?.ends === 'expiry' ? 'expires' : 'review due', overdue: 'review was due', expired: 'expired' }[state]} on ${dayWords(on)}`
  }
  const more = due.length - listed.length
  return {
    subject:
      due.length === 1
        ? `${name}: one thing to review or renew`
        : `${name}: ${due.length} things to review or renew`,
    parts: [
      `What ${name} says of itself in Fourth Pillar runs out, or is due for review:`,
      { list: [...listed.map(line), ...(more > 0 ? [`and ${more} more`] : [])] },
      { open: 'Review or renew', href: `${baseUrl}/my-service/${encodeURIComponent(code)}` },
      'You are asked to sign in first. Each is reminded of once before its day and once after it.',
    ],
  }
}

function askedParts(code: string, name: string, baseUrl: string): Parts {
  return {
    subject: `${name}: a referral pathway waits for your answer`,
    parts: [
      `Another service has recorded that it has a formal referral pathway to ${name}, or has changed one. The public pages name it as confirmed only when you confirm it.`,
      {
        open: 'See what it says, and answer',
        href: `${baseUrl}/my-service/${encodeURIComponent(code)}/asked`,
      },
      'You are asked to sign in first.',
    ],
  }
}
