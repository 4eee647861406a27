/** Who a patient is: what is kept of an identity, and how it is checked when it is typed. */

import { z } from 'zod'
import { checkIdentifier, type Identifier, identifierSystems } from './identifiers.ts'

export type { Identifier, IdentifierSystem } from './identifiers.ts'

export const sexes = ['female', 'male', 'indeterminate', 'unknown'] as const
export type Sex = (typeof sexes)[number]

export const SEX_WORDS: Readonly<Record<Sex, string>> = {
  female: 'Female',
  male: 'Male',
  indeterminate: 'Indeterminate',
  unknown: 'Not known',
}

export interface Identity {
  readonly givenName: string
  readonly familyName: string
  /** 1948-03-09 */
  readonly birthOn: string
  readonly sex: Sex
  readonly identifiers: readonly Identifier[]
  readonly postcode: string | null
  readonly gpPractice: string | null
  /** 2026-11-22, or null. */
  readonly diedOn: string | null
}

export interface Patient extends Identity {
  readonly id: string
}

/** Family name in capitals, then given name, as on a wristband. */
export function nameOf({ familyName, givenName }: Pick<Patient, 'familyName' | 'givenName'>): string {
  return `${familyName.toUpperCase()}, ${givenName}`
}

const name = (what: string) =>
  z
    .string({ error: `Enter the ${what}` })
    .trim()
    .min(1, `Enter the ${what}`)
    .max(100, `The ${what} has to be 100 characters or fewer`)
    .refine((text) => text === '' || /\p{L}/u.test(text), `The ${what} has to have a letter in it`)

const identifier = z
  .strictObject({ system: z.enum(identifierSystems), value: z.string().max(40) })
  .transform((given, issues) => {
    const checked = checkIdentifier(given.system, given.value)
    if (checked.problem === undefined) return { system: given.system, value: checked.value }
    issues.addIssue({ code: 'custom', path: ['value'], message: checked.problem })
    return z.NEVER
  })

/** Capitals, one space before the last three. */
const postcode = z
  .string()
  .transform((typed) =>
    typed
      .toUpperCase()
      .replace(/\s/g, '')
      .replace(/(.{3})$/, ' $1'),
  )
  .pipe(
    z.string().regex(/^([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|GIR 0AA)$/, 'Enter a full postcode, as in LS1 3EX'),
  )

/** An identity as it is recorded: fields that are not known are absent. */
export const identitySchema = z.strictObject({
  givenName: name('given name'),
  familyName: name('family name'),
  birthOn: z.iso.date({ error: 'Enter the birth date' }).refine((day) => day >= '1880-01-01', {
    error: 'The birth date has to be after 1880',
  }),
  sex: z.enum(sexes, { error: 'Select the sex' }),
  identifiers: z
    .array(identifier)
    .max(10)
    .refine((all) => new Set(all.map(({ system, value }) => `${system} ${value}`)).size === all.length, {
      error: 'The same number is there twice',
    }),
  postcode: postcode.exactOptional(),
  gpPractice: z.string().trim().min(1).max(200).exactOptional(),
  diedOn: z.iso.date().exactOptional(),
})
export type IdentityBody = z.infer<typeof identitySchema>

/** An identity as its entry's body: null fields left out. */
export function identityBody(identity: Identity): IdentityBody {
  const { postcode, gpPractice, diedOn, identifiers, ...rest } = identity
  return {
    ...rest,
    identifiers: identifiers.map(({ system, value }) => ({ system, value })),
    ...(postcode ? { postcode } : {}),
    ...(gpPractice ? { gpPractice } : {}),
    ...(diedOn ? { diedOn } : {}),
  }
}
