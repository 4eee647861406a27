/** The number by which these pages name a patient. */

import { displayed } from '#core/patient/identifiers.ts'
import type { Identity } from '#core/patient/patient.ts'

/** The national number, else a hospital's. */
export function numberWords({ identifiers }: Pick<Identity, 'identifiers'>): string {
  const first = identifiers.find(({ system }) => system !== 'local') ?? identifiers[0]
  return first ? displayed(first) : 'Not recorded'
}
