/** Asks a service that offers supportive procedures only where its patients go for the others. */

import { type CensusLetter, dayWords, greeting, type LetterFacts } from './facts.ts'

export function followUp(facts: LetterFacts): CensusLetter {
  const { organisation, edition, deadlineOn, href } = facts
  return {
    subject: `${edition}: where do patients of ${organisation} go for ablation, TACE or SIRT?`,
    parts: [
      greeting(facts),
      `Thank you for answering ${edition}. ${organisation} offers supportive procedures. A few more questions ask whether there is a formal referral pathway for disease-modifying ones, and to whom.`,
      `It takes about two minutes${deadlineOn ? `. The answers are needed by ${dayWords(deadlineOn)}` : ''}.`,
      { open: 'Answer the follow-up', href },
      'The link is personal to your organisation; no account or password is needed.',
    ],
  }
}
