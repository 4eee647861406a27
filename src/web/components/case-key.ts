/** Where a page of cases ended, by when they were opened: as the address of the next page says it. */

import type { CaseKey } from '#store/case/all.ts'

const written = /^(\d{1,15})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The case after which the page begins; null on the first, and for an address that names none. */
export function caseKeyIn(given: string | undefined): CaseKey | null {
  const [, milliseconds, caseId] = written.exec(given ?? '') ?? []
  return milliseconds && caseId ? { openedAt: new Date(Number(milliseconds)), caseId } : null
}

/** The last case of a page, for the address of the next. */
export const caseKeyWords = ({ openedAt, caseId }: CaseKey): string => `${openedAt.getTime()}~${caseId}`
