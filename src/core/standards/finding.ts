/** A finding: what a clause comes to for one treatment, referral, plan or service, and the entries that it rests on. */

import type { Stated } from '../pathway/course.ts'

export type Verdict = 'met' | 'not-met' | 'exempt' | 'not-yet-due' | 'not-applicable'

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  exempt: 'Exempt',
  'not-yet-due': 'Not yet due',
  'not-applicable': 'Does not apply',
}

/** What a clause comes to, without what it is about. */
export interface Outcome {
  readonly verdict: Verdict
  /** With `not-met`: its time has passed; it was done after, or can still be done. */
  readonly late?: true
  /** In plain words, without the patient's name. */
  readonly reason: string
  /** The ids of the entries that it rests on, as they stand. */
  readonly entries: readonly string[]
  /** Of a `not-yet-due`: the moment from which it is not met, unless something is recorded. ISO 8601, UTC. */
  readonly lapsesAt?: string
}

/** What a finding is about. */
export interface Subject {
  /** The id of the first statement of the entry that it is about; '' for a treatment that is still to come. */
  readonly about: string
  /** The month, in the United Kingdom, to which figures count it (`2026-11`); absent while it is still to come. */
  readonly month?: string
}

export interface Finding extends Outcome, Subject {
  /** `rcr-2013/3.4`. */
  readonly clause: string
}

type Rests = readonly (Stated | undefined)[]

export function met(reason: string, ...rests: Rests): Outcome {
  return { verdict: 'met', reason, entries: idsOf(rests) }
}

export function notMet(reason: string, ...rests: Rests): Outcome {
  return { verdict: 'not-met', reason, entries: idsOf(rests) }
}

/** Not met in its time: it was done after, or it is still owed and can be done. */
export function late(reason: string, ...rests: Rests): Outcome {
  return { verdict: 'not-met', late: true, reason, entries: idsOf(rests) }
}

/** The clause itself lets this case off; the reason says why. */
export function exempt(reason: string, ...rests: Rests): Outcome {
  return { verdict: 'exempt', reason, entries: idsOf(rests) }
}

/** Nothing is asked here: the clause speaks of other cases. */
export function notApplicable(reason: string, ...rests: Rests): Outcome {
  return { verdict: 'not-applicable', reason, entries: idsOf(rests) }
}

/** Its time has not come, and no clock runs: something else has to happen first. */
export function notYetDue(reason: string, ...rests: Rests): Outcome {
  return { verdict: 'not-yet-due', reason, entries: idsOf(rests) }
}

/**
 * Owed until a moment: not yet due up to it, not met after it.
 *
 * @param lapsesAt the last moment in time, ISO 8601, UTC
 * @param passed what is said once it has passed
 */
export function owed(
  { asOf, lapsesAt }: { readonly asOf: string; readonly lapsesAt: string },
  words: { readonly until: string; readonly passed: string },
  ...rests: Rests
): Outcome {
  if (lapsesAt < asOf) return notMet(words.passed, ...rests)
  return { ...notYetDue(words.until, ...rests), lapsesAt }
}

function idsOf(rests: Rests): readonly string[] {
  return [...new Set(rests.flatMap((each) => (each ? [each.entry] : [])))]
}
