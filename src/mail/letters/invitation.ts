/** Asks an organisation to answer the census. */

import { aboutTheLink, type CensusLetter, dayWords, greeting, type LetterFacts } from './facts.ts'

export function invitation(facts: LetterFacts): CensusLetter {
  const { organisation, edition, deadlineOn, href } = facts
  return {
    subject: `${edition}: what does ${organisation} offer?`,
    parts: [
      greeting(facts),
      `What interventional oncology does ${organisation} offer, and where do its patients go for the rest? ${edition} asks every NHS trust, health board and HSC trust in the United Kingdom, so that referrers can see who takes their patient, and planners where nobody does.`,
      `We ask you to answer for ${organisation}. It takes under ten minutes, nearly all of it ticks, and needs no patient’s data. If you offer none, that is an answer too, and takes one minute.`,
      ...(deadlineOn ? [`The answers are needed by ${dayWords(deadlineOn)}.`] : []),
      { open: 'Answer the census', href },
      aboutTheLink,
      'The answers are shown on a public map as your organisation’s. Your name is not.',
    ],
  }
}
