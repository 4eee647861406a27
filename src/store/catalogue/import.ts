/** Brings a plan for the directory into the database: whole, or not at all. */
import { type DirectoryPlan, type Extract, planDirectory } from '#core/catalogue/import.ts'
import type { Database } from '../open.ts'
import { allOrganisations, saveOrganisations } from './organisations.ts'
import { shippedOutcodes } from './read-extract.ts'

export interface DirectoryImport {
  readonly plan: DirectoryPlan
  /** False: it was a dry run, or the plan has problems. */
  readonly applied: boolean
}

/** Plans an import against the directory as it is and, when asked and without a problem, does it. */
export async function importOrganisations(
  db: Database,
  extract: Extract,
  options: { readonly apply: boolean; readonly addNew: boolean },
): Promise<DirectoryImport> {
  return db.transaction().execute(async (tx) => {
    const known = await allOrganisations(tx)
    const plan = planDirectory({ extract, known, outcodes: shippedOutcodes(), addNew: options.addNew })
    if (!options.apply || plan.problems.length > 0) return { plan, applied: false }
    await saveOrganisations(tx, plan.organisations)
    return { plan, applied: true }
  })
}
