/**
 * The registry's endpoints, each with its unit, start and stop rules. A user's own goes through the same functions.
 *
 * @see SIO-DATECAN consensus: time-to-event endpoints per patient, per procedure and per tumour (PMC8961014)
 * @see RCR, Interventional oncology: guidance for service delivery, 2013, clause 6.5: efficacy, safety, feedback
 * @see docs/sources.md, the registry: technical success and local tumour progression of an ablation
 * @unverified Ahmed et al. 2014: the definition of technique efficacy (domain-facts d); from how many days on each
 * share is due, which is our own choice
 */

import type { Endpoint } from './endpoint.ts'

export { appliesTo, measuredByDiameters, ruleOf } from './endpoint/applies.ts'
export { columnOf, endpointColumns, levelOf, startDayOf } from './endpoint/columns.ts'
export {
  CENSORING_WORDS,
  definitionOf,
  EVENT_WORDS,
  START_WORDS,
  UNIT_WORDS,
} from './endpoint/definition.ts'
export { type Outcomes, outcomesOf } from './endpoint/outcomes.ts'
export { type Times, timesOf } from './endpoint/times.ts'

export interface DeclaredEndpoint {
  readonly id: string
  readonly title: string
  readonly endpoint: Endpoint
  /** Where the definition comes from. */
  readonly source: string
}

const datecan = 'SIO-DATECAN consensus (PMC8961014)'
const ahmed = 'Ahmed et al., Radiology 2014;273:241 (definitions not verified)'
const college = 'RCR, Interventional oncology: guidance for service delivery, 2013, clause 6.5'

const share = (unit: 'treatment' | 'session' | 'tumour', column: string, dueAfterDays: number): Endpoint => ({
  measure: 'proportion',
  unit,
  column,
  counted: 'yes',
  dueAfterDays,
})

/** Weeks after which the College asks for the response to be assessed: 12. */
const responseDays = 84

export const endpoints: readonly DeclaredEndpoint[] = [
  {
    id: 'technical-success',
    title: 'Technical success per treatment',
    endpoint: share('treatment', 'technicalSuccess', 0),
    source: ahmed,
  },
  {
    id: 'technical-success-session',
    title: 'Technical success per session',
    endpoint: share('session', 'technicalSuccess', 0),
    source: ahmed,
  },
  {
    id: 'technique-efficacy',
    title: 'Technique efficacy per tumour',
    endpoint: share('tumour', 'techniqueEfficacy', responseDays),
    source: ahmed,
  },
  {
    id: 'response',
    title: 'Complete or partial response per treatment',
    endpoint: share('treatment', 'responded', responseDays),
    source: college,
  },
  {
    id: 'local-progression-tumour',
    title: 'Local tumour progression per tumour',
    endpoint: {
      measure: 'time',
      unit: 'tumour',
      start: 'treatment',
      events: ['local-progression'],
      competing: ['death'],
      censoring: 'last-imaging',
    },
    source: datecan,
  },
  {
    id: 'local-progression',
    title: 'Local tumour progression per treatment',
    endpoint: {
      measure: 'time',
      unit: 'treatment',
      start: 'treatment',
      events: ['local-progression'],
      competing: ['death'],
      censoring: 'last-imaging',
    },
    source: datecan,
  },
  {
    id: 'progression-free-survival',
    title: 'Progression-free survival per patient',
    endpoint: {
      measure: 'time',
      unit: 'patient',
      start: 'treatment',
      events: ['progression', 'death'],
      competing: [],
      censoring: 'last-imaging',
    },
    source: datecan,
  },
  {
    id: 'overall-survival',
    title: 'Overall survival per patient',
    endpoint: {
      measure: 'time',
      unit: 'patient',
      start: 'treatment',
      events: ['death'],
      competing: [],
      censoring: 'last-seen',
    },
    source: datecan,
  },
  {
    id: 'next-treatment',
    title: 'Time to the next treatment',
    endpoint: {
      measure: 'time',
      unit: 'treatment',
      start: 'treatment',
      events: ['next-treatment'],
      competing: ['death'],
      censoring: 'last-seen',
    },
    source: datecan,
  },
  {
    id: 'complication-30',
    title: 'Complication within 30 days per session',
    endpoint: share('session', 'complication30', 30),
    source: college,
  },
  {
    id: 'severe-complication-30',
    title: 'Severe complication within 30 days per session',
    endpoint: share('session', 'severe30', 30),
    source: college,
  },
  {
    id: 'mortality-30',
    title: 'Mortality at 30 days',
    endpoint: share('treatment', 'died30', 30),
    source: college,
  },
  {
    id: 'mortality-90',
    title: 'Mortality at 90 days',
    endpoint: share('treatment', 'died90', 90),
    source: college,
  },
  {
    id: 'relief',
    title: 'Relief of the symptom',
    endpoint: share('treatment', 'relieved', 14),
    source: college,
  },
  {
    id: 'feedback',
    title: 'Feedback given',
    endpoint: share('treatment', 'feedbackGiven', 90),
    source: college,
  },
  {
    id: 'experience',
    title: 'Good or very good experience',
    endpoint: share('treatment', 'experienceGood', 90),
    source: 'Friends and Family Test',
  },
]

/** The endpoint that was declared with an id, or undefined. */
export function endpointNamed(id: string): DeclaredEndpoint | undefined {
  return endpoints.find((each) => each.id === id)
}
