/** Fictional people to write to or ring, with addresses and numbers that can belong to nobody. */
import type { Organisation } from '#core/catalogue/organisations.ts'
import { respondentRoles } from '#core/census/questionnaires/io-census-1.ts'
import { personName } from './names.ts'
import type { Chance } from './random.ts'

export interface Contact {
  readonly id: string
  readonly organisation: string
  readonly name: string
  /** A respondent role of the questionnaire. */
  readonly role: string
  readonly email: string
  readonly telephone: string
  /** The address sent the mail back. */
  readonly bounced: boolean
}

/**
 * One or two contacts an organisation. Addresses are under `example.org` (RFC 2606), numbers in the range
 * that Ofcom keeps for drama, 01632 960000 to 960999.
 *
 * @see RFC 2606, section 3
 */
export function contactsOf(chance: Chance, organisations: readonly Organisation[]): readonly Contact[] {
  return organisations.flatMap(({ code }, at) => {
    const one = contact(chance, code, at * 2, chance.next() < 0.04)
    return chance.next() < 0.4 ? [one, contact(chance, code, at * 2 + 1, false)] : [one]
  })
}

function contact(chance: Chance, organisation: string, number: number, bounced: boolean): Contact {
  const name = personName(chance)
  const address = name.toLowerCase().replace(/[^a-z]+/g, '.')
  return {
    id: chance.uuid(),
    organisation,
    name,
    role: chance.pick(respondentRoles).value,
    email: `${address}@${organisation.toLowerCase()}.example.org`,
    telephone: `01632 960${String(number % 1000).padStart(3, '0')}`,
    bounced,
  }
}
