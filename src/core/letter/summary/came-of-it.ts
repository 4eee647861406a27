/** What came of a case, in a sentence each: the last MDT meeting, a refusal, an onward referral, a closure, a death. */

import type { z } from 'zod'
import { procedureName } from '../../catalogue/procedures.ts'
import type { Course, Stated } from '../../pathway/course.ts'
import { closure, type death } from '../../pathway/kinds/follow-up.ts'
import { mdtDiscussion } from '../../pathway/kinds/planning.ts'
import { endOf, referralOf, sentOnward } from '../../pathway/reading/referral.ts'
import { inSentence } from '../../sentence.ts'
import { type LetterFacts, organisationName } from '../facts.ts'
import { notRecorded } from '../letter.ts'
import { labelOf, onDay, sentence } from '../words.ts'

const deathRelations = {
  no: '',
  possible: ' It may be related to a treatment.',
  yes: ' It is related to a treatment.',
  unknown: ' Whether it is related to a treatment is not known.',
} as const

/** The death, with its relation to a treatment: the record says it, and the GP may be asked. */
export const died = (name: string, { occurredAt, body }: Stated<z.output<typeof death.schema>>) =>
  `${name} died on ${onDay(occurredAt)}. Cause: ${body.cause}.${deathRelations[body.relation]}`

/** That the referral was refused, sent on, or the case closed: what a reader must not learn by waiting. */
export function whatCameOfTheCase(letter: LetterFacts): readonly string[] {
  const { course } = letter
  const refused = referralOf(course)?.decision
  const onward = sentOnward(course)
  const end = endOf(course)
  const closed = course.of(closure).find(({ entry }) => entry === end?.entry)
  return [
    ...(refused?.body.answer === 'refused'
      ? [
          `The referral was refused on ${onDay(refused.occurredAt)}: ${sentence(refused.body.reason ?? notRecorded)}`,
        ]
      : []),
    ...(onward
      ? [
          `Referred onward on ${onDay(onward.occurredAt)} to ${organisationName(letter, onward.body.to)} for ${inSentence(procedureName(onward.body.procedure))}.`,
        ]
      : []),
    ...(closed
      ? [
          `The case was closed on ${onDay(closed.occurredAt)}: ${inSentence(labelOf(closure.fields.why, closed.body.why))}.`,
        ]
      : []),
  ]
}

/** What the last MDT meeting said, in one line. */
export function discussedAt(course: Course): string | undefined {
  const last = course.latest(mdtDiscussion)
  if (!last) return undefined
  const recommendation = inSentence(labelOf(mdtDiscussion.fields.recommendation, last.body.recommendation))
  const procedure = last.body.procedure ? `, ${inSentence(procedureName(last.body.procedure))}` : ''
  return `${last.body.team}, ${onDay(last.occurredAt)}: ${recommendation}${procedure}`
}
