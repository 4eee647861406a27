/** The real directory, for a real census: put there once, never written over. */
import type { Database } from '../open.ts'
import { shippedOrganisations } from './directory-file.ts'
import { allOrganisations, saveOrganisations } from './organisations.ts'

/**
 * Puts the shipped organisations into the directory, those that are not there yet. What an import or a
 * person changed since stays as it is.
 */
export async function seedOrganisations(db: Database): Promise<void> {
  const known = new Set((await allOrganisations(db)).map(({ code }) => code))
  await saveOrganisations(
    db,
    shippedOrganisations().filter(({ code }) => !known.has(code)),
  )
}
