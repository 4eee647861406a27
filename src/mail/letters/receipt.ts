/** Says that an organisation's answers, or a correction of them, arrived. */

import { type CensusLetter, dayWords, greeting, type LetterFacts } from './facts.ts'

export function receipt(facts: LetterFacts): CensusLetter {
  const { organisation, edition, reference, corrections, deadlineOn, href } = facts
  const what = corrections > 0 ? 'The correction' : 'The answers'
  const until = deadlineOn ? `until ${dayWords(deadlineOn)}` : 'until the census closes'
  return {
    subject: `${edition}: answers of ${organisation} received${reference ? `, reference ${reference}` : ''}`,
    parts: [
      greeting(facts),
      `${what} of ${organisation} to ${edition} ${corrections > 0 ? 'has' : 'have'} arrived. Thank you.`,
      ...(reference ? [`Reference: ${reference}`] : []),
      { open: 'See exactly what was sent', href },
      `You can correct the answers there ${until}. What was sent before stays visible, marked as corrected.`,
    ],
  }
}
