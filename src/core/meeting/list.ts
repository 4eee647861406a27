/** The list of a meeting: which cases belong on it, in which order, and what remains when it has been held. */

export const becauses = {
  owed: 'Treated before discussion',
  'to-discuss': 'Referred',
  'carried-over': 'Carried over',
  added: 'Added by hand',
} as const
/** Why a case is on the list. */
export type Because = keyof typeof becauses

export const itemStates = {
  waiting: 'Waiting',
  discussed: 'Discussed',
  'carried-over': 'Carried over',
  removed: 'Taken off',
} as const
export type ItemState = keyof typeof itemStates

export interface Candidate {
  readonly caseId: string
  readonly because: Because
  readonly urgency: 'elective' | 'urgent' | 'emergency' | null
  readonly tumourSite: string | null
  /** Since when it waits, ISO 8601. */
  readonly since: string
}

const rankOf: Readonly<Record<Because, number>> = { owed: 0, 'carried-over': 1, 'to-discuss': 2, added: 3 }
const urgencyOf = { emergency: 0, urgent: 1, elective: 2 } as const

/**
 * The candidates of a team in the order in which the meeting takes them: those that are owed a discussion
 * after treatment, then those that an earlier meeting carried over, then the referred; within each the
 * more urgent, then the longer waiting. One that is there twice stands once, by its stronger reason.
 *
 * @param sites the tumour sites that the team discusses; a case whose site is not known belongs to every team
 */
export function listFor(candidates: readonly Candidate[], sites: readonly string[]): readonly Candidate[] {
  const ordered = candidates
    .filter(({ tumourSite }) => tumourSite === null || tumourSite === 'unknown' || sites.includes(tumourSite))
    .toSorted(
      (one, other) =>
        rankOf[one.because] - rankOf[other.because] ||
        (one.urgency ? urgencyOf[one.urgency] : 2) - (other.urgency ? urgencyOf[other.urgency] : 2) ||
        one.since.localeCompare(other.since) ||
        one.caseId.localeCompare(other.caseId),
    )
  return [...new Map(ordered.toReversed().map((each) => [each.caseId, each])).values()].toReversed()
}

/** The places after one of the list was moved up or down by one; the same list where it cannot. */
export function moved<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  direction: 'up' | 'down',
): readonly Item[] {
  const from = items.findIndex((item) => item.id === id)
  const to = direction === 'up' ? from - 1 : from + 1
  const [item, other] = [items[from], items[to]]
  if (!item || !other) return items
  return items.map((each, at) => (at === from ? other : at === to ? item : each))
}
