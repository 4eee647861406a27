/** An endpoint in sentences, as they are printed under its figure. */

import { inSentence } from '../../sentence.ts'
import type { Censoring, Endpoint, Event, Proportion, Start, TimeToEvent, Unit } from '../endpoint.ts'
import { ruleOf } from './applies.ts'
import { columnOf, needsCompleteness } from './columns.ts'

/** What one row of a figure is, as in 'one patient'. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  patient: 'patient',
  treatment: 'treatment',
  session: 'session',
  tumour: 'tumour',
}

export const EVENT_WORDS: Readonly<Record<Event, string>> = {
  death: 'death from any cause',
  progression: 'the first scan read as progression, anywhere',
  'local-progression': 'local progression of a treated tumour',
  'next-treatment': 'the next treatment of the same intent in the registry',
  'severe-complication': 'a severe complication (CIRSE 4 or above, or CTCAE 3 or above, as graded)',
}

export const START_WORDS: Readonly<Record<Start, string>> = {
  treatment: 'the day of the first session',
  referral: 'the day of the referral',
  discussion: 'the day of the MDT discussion that decided the treatment',
}

export const CENSORING_WORDS: Readonly<Record<Censoring, string>> = {
  'last-seen': 'the last day on which the record shows that the patient was alive',
  'last-imaging': 'the last scan that was read for response',
}

const rowOf: Readonly<Record<Unit, string>> = {
  patient: 'Counted per patient: each patient once, with the first treatment in the cohort.',
  treatment: 'Counted per treatment: one or more sessions of one procedure that belong together.',
  session: 'Counted per session: each visit in which the patient was treated.',
  tumour: 'Counted per tumour: each tumour that a treatment was aimed at.',
}

/** What is counted, from when, until when, and what becomes of what is not known; a sentence each. */
export function definitionOf(endpoint: Endpoint): readonly string[] {
  return endpoint.measure === 'time' ? ofTime(endpoint) : ofShare(endpoint)
}

function ofTime(endpoint: TimeToEvent): readonly string[] {
  const { unit, start, events, competing, censoring, landmark } = endpoint
  const begins = unit === 'session' && start === 'treatment' ? 'the day of the session' : START_WORDS[start]
  const several = events.length > 1
  return [
    rowOf[unit],
    ...appliesWords(endpoint),
    `Time begins on ${begins}.`,
    several ? `It ends with whichever comes first: ${anyOf(events)}.` : `It ends with ${anyOf(events)}.`,
    competing.length === 0
      ? `Without that, it is counted until ${CENSORING_WORDS[censoring]}.`
      : `Competing: ${anyOf(competing)}, after which ${several ? 'none of these' : 'this'} can no longer come. Without either, it is counted until ${CENSORING_WORDS[censoring]}.`,
    ...(landmark
      ? [
          `Landmark: only those still without event ${landmark} ${landmark === 1 ? 'day' : 'days'} after the start; time is counted from that day on.`,
        ]
      : []),
    ...(needsCompleteness(endpoint)
      ? [
          `A ${unit} of ablation with residual tumour at its first assessment is left out: what was never complete cannot come back. It counts in technique efficacy.`,
        ]
      : []),
    `A ${UNIT_WORDS[unit]} without event of which ${missing(endpoint)} is not known is left out, and counted as missing.`,
  ]
}

function missing({ start, censoring }: TimeToEvent): string {
  const last = censoring === 'last-imaging' ? 'a later scan' : 'a later day'
  return start === 'treatment' ? last : `${START_WORDS[start]} or ${last}`
}

function ofShare(endpoint: Proportion): readonly string[] {
  const { unit, counted, dueAfterDays } = endpoint
  const { label, meaning } = columnOf(endpoint)
  const name = UNIT_WORDS[unit]
  return [
    rowOf[unit],
    ...appliesWords(endpoint),
    `Counted: ${inSentence(label)}, ${counted === 'yes' ? 'yes' : 'no'}. ${meaning}.`,
    `Of those for which it is known. Those that are due and not known are counted as missing.`,
    dueAfterDays === 0
      ? `Due on the day of the ${unit === 'session' ? 'session' : 'first session'}.`
      : `Due ${dueAfterDays} days after the ${unit === 'session' ? 'session' : 'first session'}: a younger ${name} is neither counted nor missing.`,
  ]
}

function appliesWords(endpoint: Endpoint): readonly string[] {
  const rule = ruleOf(endpoint)
  return rule ? [rule.words] : []
}

function anyOf(events: readonly Event[]): string {
  const words = events.map((event) => EVENT_WORDS[event])
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
