/** How a patient is written on these pages. */

import { ageAt } from '#core/patient/age.ts'
import { displayed } from '#core/patient/identifiers.ts'
import type { Identity } from '#core/patient/patient.ts'
import { isoDay } from '../components/dates.ts'

/** 67 years; of who has died, the age then. */
export function ageWords({ birthOn, diedOn }: Pick<Identity, 'birthOn' | 'diedOn'>, now: Date): string {
  const age = ageAt(birthOn, diedOn ?? isoDay(now))
  return `${diedOn ? 'died at ' : ''}${age} ${age === 1 ? 'year' : 'years'}`
}

/** The national number, else a hospital's. */
export function numberWords({ identifiers }: Pick<Identity, 'identifiers'>): string {
  const first = identifiers.find(({ system }) => system !== 'local') ?? identifiers[0]
  return first ? displayed(first) : 'Not recorded'
}
