/** What demand beside supply comes to, in one sentence. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import type { BesideRow } from '#core/network/demand/beside.ts'
import type { DemandView } from '#store/network/demand-view.ts'
import { expectedWords, shownWords } from './demand-words.ts'

export function demandFinding(
  procedure: string,
  { place, observed, declared }: BesideRow,
  { year }: Pick<DemandView, 'year'>,
): string {
  const name = procedureWithin(procedure)
  const where = place.region ?? place.nation ?? 'the United Kingdom'
  const offered = `${declared.offering} of ${declared.answered} services that answered offer it`
  const seen =
    observed === null
      ? 'nothing is observed yet'
      : observed === '*'
        ? `what the registry observed in ${year} is too little to be shown`
        : `the registry observed ${shownWords(observed)} treatments in ${year}`
  if (place.treated === null)
    return `No share of new cases is stated for ${name} in ${where}, so that nothing is expected or ruled out; ${seen}; ${offered}.`
  return `About ${expectedWords(place.treated)} patients a year would have ${name} in ${where} by the shares that are stated; ${seen}; ${offered}.`
}
