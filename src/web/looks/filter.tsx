/** What the guardian's pages are narrowed to: one person, one patient; and both in words. */

import { displayed } from '#core/patient/identifiers.ts'
import { nameOf } from '#core/patient/patient.ts'
import { findPerson } from '#store/access/people.ts'
import { noteLook } from '#store/case/look.ts'
import { patientById } from '#store/patient/patient.ts'
import { dateWords } from '../components/dates.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'

export interface Filter {
  readonly person?: string
  readonly patient?: string
}

/** What the address asks for; ids only, so that no name or number is ever in one. */
export function filterOf(c: PageContext): Filter {
  const [person = '', patient = ''] = [c.req.query('person'), c.req.query('patient')]
  return { ...(isId(person) ? { person } : {}), ...(isId(patient) ? { patient } : {}) }
}

export interface Narrowed {
  readonly words: string
  /** The same without it. */
  readonly without: Filter
}

/** In words. To name a patient is a look like any other, and is noted. */
export async function narrowedBy(c: PageContext, { person, patient }: Filter): Promise<readonly Narrowed[]> {
  const narrowed: Narrowed[] = []
  if (person) {
    const known = await findPerson(c.var.store.db, person)
    const words = known ? `By ${known.name}` : 'By somebody who is not known any more'
    narrowed.push({ words, without: patient ? { patient } : {} })
  }
  if (patient) {
    const known = await inScope(c, 'looks:see', async (db) => {
      const found = await patientById(db, patient)
      const { person: by, organisations } = scopeFor(c, 'looks:see')
      const look = { person: by, organisation: organisations[0] ?? null, caseId: null, page: 'looks' }
      if (found) await noteLook(db, { ...look, patient: found.id })
      return found
    })
    const number = known?.identifiers[0]
    const words = known
      ? `At ${nameOf(known)}, born on ${dateWords(known.birthOn)}${number ? `, ${displayed(number)}` : ''}`
      : 'At a patient who is not known to your organisation'
    narrowed.push({ words, without: person ? { person } : {} })
  }
  return narrowed
}

interface NarrowedByProps {
  readonly narrowed: readonly Narrowed[]
  readonly hrefOf: (filter: Filter) => string
}

export function NarrowedBy({ narrowed, hrefOf }: NarrowedByProps) {
  if (narrowed.length === 0) return null
  return (
    <ul className="nhsuk-list">
      {narrowed.map(({ words, without }) => (
        <li key={words}>
          {words}{' '}
          <a href={hrefOf(without)}>
            Show all <span className="nhsuk-u-visually-hidden">instead of: {words}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A patient on these pages: a sign that is the same in each row, not a name. */
export function PatientSign({ patient, href }: { readonly patient: string; readonly href: string }) {
  return <a href={href}>Patient {patient.slice(-6)}</a>
}

interface SectionsProps {
  readonly here: 'looks' | 'break-glass'
  readonly filter: Filter
}

/** From the one page to the other, narrowed the same. */
export function Sections({ here, filter }: SectionsProps) {
  return (
    <p>
      {here === 'looks' ? (
        <a href={paths.breakGlassUses({ ...filter })}>Uses of break-glass</a>
      ) : (
        <a href={paths.looks({ ...filter })}>Every look</a>
      )}
    </p>
  )
}
