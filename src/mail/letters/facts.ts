/** What the census's letters may tell, and the dates in their words. */

import type { Part } from '../letter.ts'

export interface LetterFacts {
  readonly contactName: string | null
  readonly organisation: string
  readonly edition: string
  readonly deadlineOn: string | null
  readonly telephoneAfterDays: number
  /** The personal link, with a token of its own. */
  readonly href: string
  /** Of the organisation's answers, when they were sent. */
  readonly reference: string | null
  readonly corrections: number
  /** Of a message: the lead's words, and what question they are about. */
  readonly message: string | null
  readonly about: string | null
}

export interface CensusLetter {
  readonly subject: string
  readonly parts: readonly Part[]
}

/** Dear Dr Evans, */
export function greeting({ contactName }: LetterFacts): string {
  return contactName ? `Dear ${contactName},` : 'Dear colleague,'
}

/** 22 November 2026, of a date without a time. */
export function dayWords(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`))
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What every letter with a personal link says about it. */
export const aboutTheLink =
  'The link is personal to your organisation: no account or password is needed. Colleagues can use it too, and you share the answers. Each answer is saved as it is given, so you can stop and go on later, on any device.'
