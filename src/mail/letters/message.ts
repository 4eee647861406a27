/** A message of the census lead about an organisation's answers. */

import { type CensusLetter, greeting, type LetterFacts } from './facts.ts'

export function message(facts: LetterFacts): CensusLetter {
  const { organisation, edition, message: words, about, href } = facts
  return {
    subject: `${edition}: a question about the answers of ${organisation}`,
    parts: [
      greeting(facts),
      `The census team has a question about the answers of ${organisation}${about ? `, to “${about}”` : ''}:`,
      words ?? '',
      { open: 'See your answers', href },
      'You can correct an answer there. What was sent before stays visible, marked as corrected.',
    ],
  }
}
