/** The letter that tells what an MDT meeting recommended, to the referring clinician and the GP. */

import { dayWords } from '../calendar/uk-time.ts'
import { procedureName } from '../catalogue/procedures.ts'
import type { Stated } from '../pathway/course.ts'
import { mdtDiscussion } from '../pathway/kinds/planning.ts'
import { inSentence } from '../sentence.ts'
import { type LetterFacts, organisationName } from './facts.ts'
import { facts, type Letter, notRecorded, text } from './letter.ts'
import { aboutPatient, recipients } from './summary-letter.ts'
import { labelOf, onDay } from './words.ts'

export interface MeetingOutcome {
  readonly discussion: Stated<Parameters<typeof mdtDiscussion.line>[0]>
  /** What the meeting was asked. */
  readonly question: string
  /** Who was present, as `Dr A. Name, surgeon`. */
  readonly present: readonly string[]
}

/** Writes the letter: what the record holds of the discussion, and nothing else. */
export function meetingOutcomeLetter(
  letter: LetterFacts,
  { discussion, question, present }: MeetingOutcome,
): Letter {
  const { body } = discussion
  const recommendation = labelOf(mdtDiscussion.fields.recommendation, body.recommendation)
  return {
    paper: 'a4',
    title: 'Outcome of an MDT meeting',
    heading: 'Outcome of the MDT meeting',
    from: {
      name: `${body.team} MDT`,
      lines: [organisationName(letter, body.organisation)],
    },
    to: recipients(letter),
    dated: dayWords(letter.today),
    about: aboutPatient(letter),
    opening: [
      `The ${body.team} MDT meeting discussed this patient on ${onDay(discussion.occurredAt)}. It recommends: ${inSentence(recommendation)}.`,
    ],
    sections: [
      {
        heading: 'Discussion',
        parts: [
          facts(
            ['Question', question || undefined],
            ['Recommendation', recommendation],
            ['Procedure', body.procedure ? procedureName(body.procedure) : undefined],
            ['Where it will be done', body.place ? organisationName(letter, body.place) : undefined],
            ['Who acts next', body.actsNext],
            ['An interventional radiologist was present', body.radiologistPresent ? 'Yes' : 'No'],
          ),
          ...(body.notes ? [text(body.notes)] : []),
        ],
      },
      {
        heading: 'Present',
        parts: [present.length > 0 ? { kind: 'list' as const, items: present } : text(notRecorded)],
      },
    ],
    foot: `Made from the entry of ${onDay(discussion.recordedAt)} in the patient’s record.`,
    fictional: letter.fictional,
  }
}
