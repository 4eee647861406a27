/** What a kind's form knows beside its fields: who and what can be chosen, and what is known already. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { techniquesFor } from '#core/catalogue/techniques.ts'
import { type Fields, fieldOf } from '#core/record/field.ts'

export interface KnownClinician {
  /** Of who can sign in here; absent for a name that is only known. */
  readonly id?: string
  readonly name: string
  /** What tells two of one name apart, as in 'nurse, Ward 4'. */
  readonly role?: string
}

/** An earlier entry that a field can name. */
export interface NameableEntry {
  /** The id of the first statement that it goes back to. */
  readonly id: string
  /** That of each correction too: whichever a body holds, it is this one. */
  readonly ids?: readonly string[]
  readonly kind: string
  readonly of: 'case' | 'service'
  /** As in 'Treated on 3 November 2026: TACE, course 2'. */
  readonly words: string
}

export interface FormFacts {
  readonly people: readonly KnownClinician[]
  readonly organisations: readonly { readonly code: string; readonly name: string }[]
  readonly entries: readonly NameableEntry[]
  /** The case's procedure, for the forms that do not ask one: it decides which fields are asked. */
  readonly procedure?: string
  /** What the form was filled with before anyone typed. */
  readonly known?: Readonly<Record<string, unknown>>
  /** Where each known field is from, as in 'From the booking of 3 November 2026'. */
  readonly sources?: Readonly<Record<string, string>>
  /** Fills in what the system knows once the rest is said. */
  readonly complete?: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

export const noFacts: FormFacts = { people: [], organisations: [], entries: [] }

/** What a form reads or shows: any kind that has fields. */
export interface Asked {
  readonly name: string
  readonly fields: Fields
}

const procedureIds = new Set(PROCEDURES.map(({ id }) => id))
export const isProcedure = (id: string): boolean => procedureIds.has(id)

/** The techniques whose fields a form asks: of the procedure that it asks itself, else of the case's. */
export function techniquesOf(
  kind: Asked,
  procedureAsked: string | undefined,
  facts: FormFacts,
): readonly string[] {
  const procedure = asksProcedure(kind) ? procedureAsked : facts.procedure
  return procedure ? techniquesFor(procedure) : []
}

/** Whether a form asks the procedure itself. */
export function asksProcedure({ fields: { procedure } }: Asked): boolean {
  return procedure !== undefined && fieldOf(procedure)?.input === 'procedure'
}

/** A clinician's name as the list offers it: with their role where the name alone is not theirs alone. */
export function clinicianLabels(people: readonly KnownClinician[]): ReadonlyMap<string, KnownClinician> {
  const labels = new Map<string, KnownClinician>()
  const times = new Map<string, number>()
  for (const { name } of people) times.set(name, (times.get(name) ?? 0) + 1)
  for (const person of people) {
    const alone = times.get(person.name) === 1
    const label = alone ? person.name : `${person.name} (${person.role ?? 'another'})`
    labels.set(labels.has(label) ? `${label} ${labels.size + 1}` : label, person)
  }
  return labels
}

/** An organisation as the list offers it. */
export const organisationLabel = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  `${name} (${code})`
