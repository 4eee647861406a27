/** How the disease answered a treatment: best response by the criteria used, and when it progressed. */

import type { AssessmentFacts } from './facts.ts'
import type { TreatmentFacts } from './treatments.ts'

export interface Response {
  readonly bestResponse: string | null
  readonly criteria: string | null
  readonly responded: boolean | null
  readonly bestChange: number | null
}

const order = ['CR', 'PR', 'SD', 'PD', 'NE']

export const isProgression = ({ read, zone }: Pick<AssessmentFacts, 'read' | 'zone'>) =>
  read === 'PD' || zone === 'progression'

/**
 * The best response as read, from after the first session up to the first progression, and no later than the next
 * treatment; all by the criteria of the first scan, for none is converted. An upload's own word comes first.
 *
 * @param own the treatment's scans, by time
 * @param nextOn the first day of the patient's next treatment of the same intent
 */
export function responseOf(
  treatment: TreatmentFacts,
  own: readonly AssessmentFacts[],
  nextOn: string | null,
): Response {
  const given = treatment.sessions.map((each) => each.given).find((each) => each?.bestResponse != null)
  if (given) {
    const { bestResponse, criteria, bestChange } = given
    return { bestResponse, criteria, bestChange, responded: respondedBy(bestResponse) }
  }
  const after = own.filter(
    (scan) =>
      !scan.baseline && scan.isRow && scan.on > treatment.startOn && (nextOn === null || scan.on <= nextOn),
  )
  const criteria = after[0]?.criteria ?? null
  const byThese = after.filter((scan) => scan.criteria === criteria)
  const end = byThese.findIndex(isProgression)
  const counted = end < 0 ? byThese : byThese.slice(0, end + 1)
  const reads = counted.flatMap(({ read }) => (read !== null && order.includes(read) ? [read] : []))
  const bestResponse = order.find((each) => reads.includes(each)) ?? null
  const changes = counted.flatMap(({ change, baselineOn }) =>
    change !== null && baselineOn !== null && baselineOn <= treatment.startOn ? [change] : [],
  )
  return {
    bestResponse,
    criteria: bestResponse === null ? null : criteria,
    responded: respondedBy(bestResponse),
    bestChange: changes.length === 0 ? null : Math.min(...changes),
  }
}

function respondedBy(best: string | null): boolean | null {
  return best === null || best === 'NE' ? null : best === 'CR' || best === 'PR'
}
