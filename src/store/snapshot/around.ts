/** What figures are computed from beside the rows, as it travels in a snapshot: whoever has that needs nothing else. */

import { CANNOT_SAY, provisionOf } from '#core/census/provision.ts'
import type { AroundFacts } from '#core/registry/figure/around.ts'
import { allOrganisations } from '../catalogue/organisations.ts'
import { editionKeys, type OrganisationAnswers, provisionData } from '../census/provision-data.ts'
import type { Transaction } from '../open.ts'
import { populationByRegion } from '../registry/population.ts'

export type { AroundFacts }

export async function aroundFacts(tx: Transaction): Promise<AroundFacts> {
  const organisations = await allOrganisations(tx)
  return {
    organisations: Object.fromEntries(
      organisations.map(({ code, name, nation, region }) => [code, { name, nation, region }]),
    ),
    population: [...populationByRegion(organisations)],
    declared: await declaredByEdition(tx),
  }
}

/** What organisations have declared in each published edition so far. */
async function declaredByEdition(tx: Transaction): Promise<AroundFacts['declared']> {
  const editions = await editionKeys(tx)
  const declared: AroundFacts['declared'] = {}
  for (const { id } of editions) {
    const data = await provisionData(tx, id)
    declared[id] = Object.fromEntries((data?.members ?? []).map((member) => [member.code, offeredBy(member)]))
  }
  return declared
}

function offeredBy({ answers }: OrganisationAnswers): string[] | null {
  if (!answers) return null
  const { provides, procedures } = provisionOf(answers)
  if (procedures) return [...procedures]
  return provides === null ? null : provides ? [CANNOT_SAY] : []
}
