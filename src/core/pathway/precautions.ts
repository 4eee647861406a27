/** Until when radiation precautions hold after a treatment with a radioactive agent. */

import { daysAfter, ukDay } from '../calendar/uk-day.ts'
import type { Treatment } from './reading/treatments.ts'

/**
 * Days of precautions after the day of treatment, an agent. They are what a service's own radiation
 * protection protocol says; these are what the form starts with.
 *
 * Y-90: no long close contact for 7 days, as patients are told by mysirtstory.org.uk (docs/sources.md, Dosimetry);
 * two and a half half-lives of 64.1 h leave a sixth of the activity.
 *
 * @unverified Ho-166 3 days (half-life 26.8 h) and I-125 60 days (half-life 59.4 days): no source read gives them
 */
const precautionDays = { 'y90-resin': 7, 'y90-glass': 7, ho166: 3, i125: 60 } as const

/** Where the agent was not said: by the procedure. */
const byProcedure: Readonly<Record<string, number>> = {
  'selective-internal-radiation-therapy': precautionDays['y90-resin'],
  'image-guided-brachytherapy': precautionDays.i125,
}

/**
 * The last day of precautions; undefined where nothing radioactive was given.
 *
 * @param occurredAt when it was given; ISO 8601, UTC
 */
export function precautionsUntil(
  given: Pick<Treatment, 'procedure' | 'agents'>,
  occurredAt: string,
): string | undefined {
  const days = (given.agents ?? []).flatMap(({ agent }) =>
    agent in precautionDays ? [precautionDays[agent as keyof typeof precautionDays]] : [],
  )
  const longest = days.length > 0 ? Math.max(...days) : byProcedure[given.procedure]
  return longest === undefined ? undefined : daysAfter(ukDay(occurredAt), longest)
}
