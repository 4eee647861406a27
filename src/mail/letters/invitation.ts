/** Asks an organisation to answer the census. */

import { aboutTheLink, type CensusLetter, dayWords, greeting, type LetterFacts } from './facts.ts'

export function invitation(facts: LetterFacts): CensusLetter {
  const { organisation, edition, deadlineOn, href } = facts
  return {
    subject: `${edition}: what does ${organisation} offer?`,
    parts: [
      greeting(facts),
      `${edition} asks every NHS trust, health board and HSC trust in the United Kingdom what interventional oncology it offers, and to whom it refers. We ask you to answer for ${organisation}.`,
      `It takes under ten minutes${deadlineOn ? `. The answers are needed by ${dayWords(deadlineOn)}` : ''}.`,
      { open: 'Answer the census', href },
      aboutTheLink,
      'The answers are shown on a public map as your organisation’s. Your name is not.',
    ],
  }
}
