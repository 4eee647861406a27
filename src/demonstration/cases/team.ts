/** The invented staff of the twelve fictional services whose cases the demonstration shows. */

import type { Role } from '#core/access/role.ts'
import { personName } from '../names.ts'
import type { Chance } from '../random.ts'

export interface Colleague {
  readonly person: string
  readonly name: string
  readonly role: Role
}

export interface Team {
  readonly organisation: string
  readonly radiologists: readonly Colleague[]
  readonly nurseSpecialist: Colleague
  readonly wardNurse: Colleague
  readonly physicist: Colleague
  readonly coordinator: Colleague
  readonly lead: Colleague
}

/** Who says something in a case: one of a team, or the patient by a link of their own. */
export type Speaker = Colleague | typeof thePatient

export const thePatient = { person: 'patient', name: 'The patient', role: 'patient' } as const

/** Of an entry. */
export const authorOf = ({ person, role }: Speaker): string =>
  role === 'patient' ? 'patient' : `person:${person}`

/** A clinician as bodies name one. */
export const named = ({ name, person }: Colleague) => ({ name, person })

/** Somebody from elsewhere, or who does not sign in here. */
export const nameOnly = (name: string) => ({ name })

/**
 * A service's team, the same for the same chance. `known` are those whom one can enter the demonstration
 * as: they come first in their roles. The ids of the others say what they are; nobody can sign in as them.
 */
export function teamOf(chance: Chance, organisation: string, known: readonly Colleague[]): Team {
  const colleague = (role: Role, number = 1): Colleague => {
    const name = `${role === 'interventional-radiologist' ? 'Dr ' : ''}${personName(chance)}`
    const held = number === 1 ? known.find((each) => each.role === role) : undefined
    return held ?? { person: `fictional-${organisation.toLowerCase()}-${role}-${number}`, name, role }
  }
  return {
    organisation,
    radiologists: [1, 2, 3].map((number) => colleague('interventional-radiologist', number)),
    nurseSpecialist: colleague('cancer-nurse-specialist'),
    wardNurse: colleague('ward-nurse'),
    physicist: colleague('physicist'),
    coordinator: colleague('mdt-coordinator'),
    lead: colleague('io-lead'),
  }
}

/** Somebody who refers from an organisation. */
export function referrerOf(organisation: string, known: readonly Colleague[]): Colleague {
  const held = known.find(({ role }) => role === 'referrer')
  const person = `fictional-${organisation.toLowerCase()}-referrer-1`
  return (
    held ?? {
      person,
      name: `Dr ${REFERRERS[Number(organisation.slice(-2)) % REFERRERS.length] ?? 'Robin Fictional'}`,
      role: 'referrer',
    }
  )
}

const REFERRERS = [
  'Rosa Fictional',
  'Ravi Fictional',
  'Ruth Fictional',
  'Rory Fictional',
  'Rana Fictional',
  'Rolf Fictional',
  'Rita Fictional',
  'Ross Fictional',
]

/** Everybody of a team. */
export function colleagues(team: Team): readonly Colleague[] {
  const { radiologists, nurseSpecialist, wardNurse, physicist, coordinator, lead } = team
  return [...radiologists, nurseSpecialist, wardNurse, physicist, coordinator, lead]
}
