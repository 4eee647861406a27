/** Where something that is due is done: the page that records it, with what it is about. */

import type { Due } from '#core/pathway/due.ts'
import { paths } from '../paths.ts'

/** Kinds that have pages of their own, which also tell the referrer or open the next case. */
const ownPages: Readonly<Record<string, (caseId: string) => string>> = {
  'referral-answer': (caseId) => paths.referral(caseId),
  'onward-referral': (caseId) => paths.referral(caseId),
  attachment: (caseId) => paths.caseAttach(caseId),
}

export function recordAddress(
  caseId: string,
  kind: string,
  { about, item }: { readonly about?: string | undefined; readonly item?: string | undefined } = {},
): string {
  const own = ownPages[kind]
  if (own) return own(caseId)
  const asked = new URLSearchParams({ ...(about ? { about } : {}), ...(item ? { item } : {}) })
  return `${paths.caseRecord(caseId, kind)}${asked.size > 0 ? `?${asked}` : ''}`
}

const closing = 'data-query-closed'

/** Where a data query is closed with a reason; null of what is none, or is answered so anyway. */
export function closingAddress(caseId: string, { rule, about, kind }: Due): string | null {
  return rule && kind !== closing ? paths.caseRecord(caseId, closing, { about, item: rule }) : null
}

/** Where a due item is answered; null where reading it is the answer. */
export function dueAddress(caseId: string, due: Due): string | null {
  if (due.correct && due.about) return paths.caseCorrect(caseId, due.about)
  if (due.kind === null) return null
  return recordAddress(caseId, due.kind, due.kind === closing ? { ...due, item: due.rule } : due)
}
