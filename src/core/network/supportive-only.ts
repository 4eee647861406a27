/**
 * The census's follow-up question, asked of a network: which services that offer supportive procedures only
 * have a formal way to refer for disease-modifying treatment, and which have none.
 */

import { isDiseaseModifying } from '../census/availability.ts'
import { pathwaysFrom } from './gaps.ts'
import type { Network, Site } from './network.ts'

export interface SupportiveOnly {
  readonly with: readonly Site[]
  readonly without: readonly Site[]
  /** Not asked, or not answered, and no pathway stated. */
  readonly unknown: readonly Site[]
}

/**
 * A way counts that is stated for any disease-modifying procedure, or that the service declared in the
 * census: wherever it said that it leads, where it still leads to one that exists, or where it did not say.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, Results (follow-up of supportive-only services)
 */
export function supportiveOnly(network: Network): SupportiveOnly {
  const having = new Map<boolean | null, Site[]>([
    [true, []],
    [false, []],
    [null, []],
  ])
  for (const site of network.sites) {
    if (network.provisions.get(site.code)?.kinds !== 'supportive-only') continue
    having.get(hasWay(network, site.code))?.push(site)
  }
  return {
    with: having.get(true) ?? [],
    without: having.get(false) ?? [],
    unknown: having.get(null) ?? [],
  }
}

function hasWay(network: Network, code: string): boolean | null {
  const provision = network.provisions.get(code)
  const pathways = pathwaysFrom(network, code)
  if (pathways.some(({ basis, procedures }) => basis !== 'declared' && procedures.some(isDiseaseModifying)))
    return true
  const { diseaseModifyingPathway: declared = null, diseaseModifyingPathwayTo: named = [] } = provision ?? {}
  if (!declared) return declared
  return named.length === 0 || pathways.some(({ basis, to }) => basis === 'declared' && named.includes(to))
}
