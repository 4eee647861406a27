/** What figures are computed from beside the rows, as it travels in a snapshot: whoever has that needs nothing else. */

import { allOrganisations } from '../catalogue/organisations.ts'
import type { Transaction } from '../open.ts'

/** Plain JSON. */
export interface AroundFacts {
  readonly organisations: Readonly<
    Record<string, { readonly name: string; readonly nation: string; readonly region: string }>
  >
}

export async function aroundFacts(tx: Transaction): Promise<AroundFacts> {
  const organisations = await allOrganisations(tx)
  return {
    organisations: Object.fromEntries(
      organisations.map(({ code, name, nation, region }) => [code, { name, nation, region }]),
    ),
  }
}
