/** What may be done with the data, said in every answer. Decision: docs/decisions, the open interface. */

import type { z } from 'zod'
import type { licenceSchema } from './schemas.ts'

type Licence = z.infer<typeof licenceSchema>

/** For directory, places and population, which are others'. */
const openGovernment: Licence = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  covers: 'Names, codes and places of organisations; population; minutes and kilometres derived of them',
  attribution:
    'Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright and database right. ' +
    'Source: Office for National Statistics, NISRA, NRS, NHS ODS and NHS.UK, licensed under the Open Government Licence v3.0',
}

/** For what this installation collected. */
const own: Licence = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  covers: 'Answers to the census, referral pathways, and what is counted of them',
  attribution: 'Fourth Pillar, with the edition and the day that the answer names',
}

export const licences: readonly Licence[] = [openGovernment, own]
