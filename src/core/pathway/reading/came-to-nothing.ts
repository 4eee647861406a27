/** Treatments that could not be done: stopped before anything was given, or withdrawn from on the table. */

import type { Stated } from '../course.ts'
import { therapeuticAgents } from '../kinds/preparation.ts'
import type { Treatment } from './treatments.ts'

/** Whether a treatment could not be done, and nothing that treats the tumour was given: there is no response to look for. */
export function cameToNothing({ body }: Pick<Stated<Treatment>, 'body'>): boolean {
  const given = body.agents?.some(({ agent }) => therapeuticAgents.includes(agent)) ?? false
  return body.technicalSuccess === 'no' && !given && !(body.activity && body.activity.delivered > 0)
}
