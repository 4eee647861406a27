/** Letters to staff about cases: that something is there, and where. They name no patient and no procedure. */

import { sql } from 'kysely'
import type { Message, Purpose } from '#store/mail/message.ts'
import type { Database } from '#store/open.ts'
import { type Letter, type LetterParts, writeLetter } from './letter.ts'

export type CasePurpose = Extract<Purpose, 'break-glass' | 'referral-answered'>

type Words = (href: (path: string) => string, occasion: string) => Pick<LetterParts, 'subject' | 'parts'>

const letters: Readonly<Record<CasePurpose, Words>> = {
  'referral-answered': (href, occasion) => ({
    subject: 'An answer to a referral is there',
    parts: [
      'The service that you referred a patient to has answered.',
      { open: 'Read the answer', href: href(`/referrals/${occasion}`) },
      'You are asked to sign in first. For the patient’s safety this e-mail says nothing about them.',
    ],
  }),
  'break-glass': (href) => ({
    subject: 'Break-glass was used',
    parts: [
      'Somebody used break-glass: for a patient of your organisation, or from your organisation for a patient elsewhere. They gave a reason.',
      { open: 'See who, and why', href: href('/looks/break-glass') },
      'You are asked to sign in first. This e-mail says nothing about the patient.',
    ],
  }),
}

export function isCasePurpose(purpose: Purpose): purpose is CasePurpose {
  return Object.hasOwn(letters, purpose)
}

/** Writes the letter of a message about a case; its occasion is the case's id, its organisation the recipient's. */
export async function caseLetter(
  db: Database,
  message: Message & { readonly purpose: CasePurpose },
  site: { readonly baseUrl: string; readonly from: string },
): Promise<Letter> {
  const { rows } = await sql<{ fictional: boolean }>`
    select fictional from organisation where code = ${message.organisation}`.execute(db)
  const words = letters[message.purpose]((path) => `${site.baseUrl}${path}`, message.occasion)
  return writeLetter({ ...words, fictional: rows[0]?.fictional ?? false, from: site.from })
}
