/** What a clause wants recorded by the time of the treatment: met then, late after, owed until then. */

import type { Stated } from '../pathway/course.ts'
import { late, met, notMet, notYetDue, type Outcome } from './finding.ts'
import { isBy, type Occasion } from './occasion.ts'

interface Said<Body> {
  readonly met: (stated: Stated<Body>) => string
  readonly late: (stated: Stated<Body>) => string
  /** Said while the treatment is still to come. */
  readonly owed: string
  readonly missing: string
}

/**
 * Judges statements, given by time: the last by the treatment counts; after it the first shows that it
 * came late.
 */
export function beforeTreatment<Body>(
  occasion: Occasion,
  stated: readonly Stated<Body>[],
  words: Said<Body>,
): Outcome {
  const inTime = stated.findLast((each) => isBy(occasion, each))
  if (inTime) return met(words.met(inTime), inTime)
  const { done } = occasion
  if (!done) return notYetDue(words.owed)
  const after = stated[0]
  return after ? late(words.late(after), after, done) : notMet(words.missing, done)
}
