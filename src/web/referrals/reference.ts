/** The reference of a referral. */

import { referenceFrom } from '#core/census/reference.ts'

/** Short enough to read out on the telephone: it follows from the case, and says nothing about the patient. */
export function referenceOf(caseId: string): string {
  const hex = caseId.replaceAll('-', '').slice(-14)
  return referenceFrom(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
}
