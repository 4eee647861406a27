/** Reminds an organisation that has not answered. */

import { aboutTheLink, type CensusLetter, dayWords, greeting, type LetterFacts } from './facts.ts'

export function reminder(facts: LetterFacts): CensusLetter {
  const { organisation, edition, deadlineOn, telephoneAfterDays, href } = facts
  const end = deadlineOn ? ` Answers are taken until ${dayWords(deadlineOn)}.` : ''
  return {
    subject: `Reminder: ${edition} has no answer from ${organisation} yet`,
    parts: [
      greeting(facts),
      `We wrote to you about ${edition}. ${organisation} has not sent its answers yet.${end}`,
      'It takes under ten minutes. What was saved already is kept.',
      { open: 'Answer the census', href },
      aboutTheLink,
      `Organisations that have not answered ${telephoneAfterDays} days after the census opened are telephoned.`,
    ],
  }
}
