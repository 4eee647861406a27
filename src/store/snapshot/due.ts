/** Whether another snapshot would say anything new. */

import type { Database } from '../open.ts'
import { withinScope } from '../scope.ts'
import { codeVersion, versionWords } from './code-version.ts'
import { optOutList } from './opt-outs.ts'
import { lastEntry } from './take.ts'

/**
 * Since the last one with days: something was said of a case, a patient or a past treatment, another opt-out
 * list was imported, or other code would take it.
 */
export async function isSnapshotDue(db: Database): Promise<boolean> {
  return withinScope(db, 'whole', async (whole) => {
    const last = await whole
      .selectFrom('registry_snapshot')
      .select(['taken_at', 'last_entry_at', 'code'])
      .where('release', '=', 'full')
      .orderBy('taken_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    const entryAt = await lastEntry(whole)
    if (!last) return entryAt !== null
    if (last.code !== versionWords(codeVersion())) return true
    if ((entryAt?.getTime() ?? 0) > (last.last_entry_at?.getTime() ?? 0)) return true
    const list = await optOutList(whole)
    return list !== null && list.importedAt > last.taken_at
  })
}
