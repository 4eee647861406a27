/** Where something that is due is done: the page that records it, with what it is about. */

import type { Due } from '#core/pathway/due.ts'
import { dataQueryClosed } from '#core/pathway/kinds/quality.ts'
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
  return ownPages[kind]?.(caseId) ?? paths.caseRecord(caseId, kind, { about, item })
}

/** What of a due item its address follows from. */
export type Asked = Partial<Pick<Due, 'rule' | 'about' | 'item'>> & Pick<Due, 'kind'>

/** Where a data query is closed with a reason; null of what is none, or is answered so anyway. */
export function closingAddress(caseId: string, { rule, about, kind }: Asked): string | null {
  const closing = dataQueryClosed.name
  return rule && kind !== closing ? paths.caseRecord(caseId, closing, { about, item: rule }) : null
}

/** Where what is due is recorded; null where reading it is the answer. */
export function dueAddress(caseId: string, { kind, about, item, rule }: Asked): string | null {
  if (kind === null) return null
  return recordAddress(caseId, kind, { about, item: kind === dataQueryClosed.name ? rule : item })
}
