/** How a row of a work list says what for, how urgent, when, and where it is answered. */

import { signatureFor } from '#core/access/record.ts'
import type { Membership } from '#core/access/role.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { dataQueryClosed } from '#core/pathway/kinds/quality.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import type { ListRow } from '#store/case/lists.ts'
import { dateWords, isoDay, timeWords } from '../components/dates.ts'
import { closingAddress, dueAddress } from '../components/due-address.ts'
import { paths } from '../paths.ts'

export const procedureWords = (procedure: string | null): string =>
  procedure ? procedureName(procedure) : 'Not recorded'

export const urgencyWords: Readonly<Record<string, string>> = {
  elective: 'Elective',
  urgent: 'Urgent',
  emergency: 'Emergency',
}

/** Whole days that it is late: 0 on the day itself. */
export function daysOverdue(dueAt: Date | null, at: Date): number {
  if (!dueAt || dueAt >= at) return 0
  return Math.round((Date.parse(isoDay(at)) - Date.parse(isoDay(dueAt))) / 86_400_000)
}

/** Today; 3 March 2026, 4 days overdue; No date. To the hour: Today, 09:30. */
export function dueWords(dueAt: Date | null, at: Date, toTheHour = false): string {
  if (!dueAt) return 'No date'
  const days = daysOverdue(dueAt, at)
  if (days > 0) return `${dateWords(dueAt)}, ${days} ${days === 1 ? 'day' : 'days'} overdue`
  if (isoDay(dueAt) === isoDay(at) && toTheHour)
    return `Today, ${timeWords(dueAt)}${dueAt < at ? ', not recorded yet' : ''}`
  if (isoDay(dueAt) === isoDay(at)) return dueAt < at ? `Today ${timeWords(dueAt)}, overdue` : 'Today'
  return dateWords(dueAt)
}

type Answered = Pick<ListRow, 'caseId' | 'organisation' | 'treating' | 'detail'>

/** Whether they may write what a row asks for. */
const writes = (memberships: readonly Membership[], kind: string, { treating, organisation }: Answered) =>
  signatureFor(memberships, kind, { treating, organisations: [organisation] }) !== null

/** Where a data query is closed with a reason; null for what is none, is answered so anyway, or is not theirs to close. */
export function closingOf(row: Answered, memberships: readonly Membership[]) {
  return writes(memberships, dataQueryClosed.name, row) ? closingAddress(row.caseId, row.detail) : null
}

export interface Answering {
  readonly href: string
  readonly words: string
}

/** Where the one button of a row leads, and what it says: to the form for who may write it, else to the case. */
export function answeringOf(row: Answered, memberships: readonly Membership[]): Answering {
  const { caseId, detail } = row
  const { kind, about, correct } = detail
  if (correct && about) return { href: paths.caseEntry(caseId, about), words: 'Look at the entry' }
  const href = dueAddress(caseId, detail)
  if (kind === null || href === null) return { href: paths.referral(caseId), words: 'Read the answer' }
  if (!writes(memberships, kind, row)) return { href: paths.caseOf(caseId), words: 'Open the case' }
  return { href, words: caseKindNamed(kind)?.button ?? 'Open the case' }
}
