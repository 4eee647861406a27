/** Corrections: an entry that replaces another, which stays and is shown struck through. */

import type { Draft, Entry, Problem } from './entry.ts'

/** What the record holds about the entry that a draft wants to replace. */
export interface Replaced {
  readonly entry: Pick<Entry, 'id' | 'subject' | 'kind'>
  /** The entry that has replaced it already, if any. */
  readonly correctedBy: string | null
}

/**
 * Whether a draft may replace the entry that it names: one of the same subject and kind, of a kind that
 * can be corrected, and the latest of its line of corrections. Null when it may.
 */
export function checkCorrection(draft: Draft<never> | Draft, replaced: Replaced | null): Problem | null {
  if (draft.corrects === undefined) return null
  if (draft.kind.corrects === false) return refused(`${draft.kind.title} is never corrected`)
  if (!replaced) return refused('there is no such entry')
  if (replaced.entry.subject !== draft.subject) return refused('the entry belongs to another record')
  if (replaced.entry.kind !== draft.kind.name) return refused(`the entry is a ${replaced.entry.kind}`)
  if (replaced.correctedBy) return refused(`the entry was corrected already, by ${replaced.correctedBy}`)
  return null
}

function refused(words: string): Problem {
  return { code: 'correction-refused', path: 'corrects', words }
}
