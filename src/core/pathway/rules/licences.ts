/**
 * Whether a radioactive agent may be prescribed on a day: the practitioner's licence and the employer's, each
 * for this procedure, both in force. The College's 'ARSAC licence holder' of 2013 is today's practitioner;
 * since 2018 the employer needs a licence for the site as well.
 *
 * @see RCR, 2013, clause 4.4.3; Ionising Radiation (Medical Exposure) Regulations 2017
 */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import type { Clinician } from '../../record/field.ts'
import { licenceCovering } from '../../service/standing.ts'
import { radioactiveAgents } from '../kinds/preparation.ts'
import type { Surroundings } from '../surroundings.ts'
import { rcr, type Stop } from './remark.ts'

/** The procedure that brings an agent. */
const procedureOfAgent: Readonly<Record<(typeof radioactiveAgents)[number], string>> = {
  'y90-resin': 'selective-internal-radiation-therapy',
  'y90-glass': 'selective-internal-radiation-therapy',
  ho166: 'selective-internal-radiation-therapy',
  i125: 'image-guided-brachytherapy',
}

/** The procedure for which a radioactive agent is licensed; undefined for an agent that is not radioactive. */
export function licensedProcedure(agent: string): string | undefined {
  return radioactiveAgents.some((each) => each === agent)
    ? procedureOfAgent[agent as (typeof radioactiveAgents)[number]]
    : undefined
}

/**
 * The licences that are missing for a procedure at a moment; none when both cover it.
 *
 * @param who the practitioner who prescribes; absent: any practitioner's licence counts
 */
export function missingLicences(
  surroundings: Surroundings,
  procedure: string,
  at: string,
  who: Clinician | undefined,
  path: string,
): readonly Stop[] {
  const day = ukDay(at)
  const { service } = surroundings
  const what = `${procedureWithin(procedure)} on ${dayWords(day)}`
  const missing: Stop[] = []
  if (!licenceCovering(service, procedure, day, 'practitioner', who)) {
    const words = who
      ? `${who.name} holds no practitioner’s licence that covers ${what}`
      : `No practitioner’s licence covers ${what}`
    missing.push({ clause: rcr('4.4.3'), path, words })
  }
  if (!licenceCovering(service, procedure, day, 'employer')) {
    missing.push({ clause: rcr('4.4.3'), path, words: `No employer’s licence of this site covers ${what}` })
  }
  return missing
}
