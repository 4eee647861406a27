/** Who is kept out of the registry before a row leaves. */

import { nameKey } from '../../patient/match.ts'
import type { Identifier } from '../../patient/patient.ts'

export interface Known {
  readonly givenName: string
  readonly familyName: string
  readonly identifiers: readonly Identifier[]
  /** Registered by an organisation of a demonstration, where everybody is invented. */
  readonly fictional: boolean
}

/**
 * Whether this is a patient made up to try a system: a name that says so, or an NHS number that begins
 * with 999, which nobody is given.
 *
 * @see docs/sources.md, Formats: NHS number
 */
export function isTestPatient({ givenName, familyName, identifiers, fictional }: Known): boolean {
  const name = nameKey(`${familyName} ${givenName}`)
  if (/^(x{2,}|z{2,})[- ]?test/.test(name) || /\btest[- ]?patient\b/.test(name)) return true
  return !fictional && identifiers.some(({ system, value }) => system === 'nhs' && value.startsWith('999'))
}

/**
 * By which number a person is the same everywhere: the NHS number, else Scotland's, else Northern
 * Ireland's. Null where only hospitals know them by number.
 */
export function identityOf(identifiers: readonly Identifier[]): string | null {
  for (const system of ['nhs', 'chi', 'hcn'] as const) {
    const values = identifiers.filter((each) => each.system === system).map(({ value }) => value)
    const [first] = values.toSorted()
    if (first !== undefined) return `${system}:${first}`
  }
  return null
}
