/** The register, filtered: which of its referral pathways one asks to see. */

import type { Nation, Organisation } from '../catalogue/organisations.ts'
import { basisOf, isInForce } from './network-of.ts'
import { leadsNowhere } from './position.ts'
import type { RegisteredPathway } from './register.ts'
import { isUnused, type PathwayUse } from './use.ts'

export const REGISTER_STATES = {
  'in-force': 'In force',
  confirmed: 'Confirmed by both ends',
  proposed: 'Proposed, not answered',
  declared: 'Declared in the census only',
  'review-due': 'Review due within 8 weeks',
  overdue: 'Review overdue',
  unused: 'Unused in the last year',
  nowhere: 'Leads nowhere: an end has closed',
  'not-offered': 'For a procedure that the recipient does not offer',
  planned: 'Begins later',
  declined: 'Declined',
  ended: 'Ended',
} as const
export type RegisterState = keyof typeof REGISTER_STATES

export interface RegisterFilter {
  readonly state: RegisterState | null
  readonly procedure: string | null
  /** Of either end. */
  readonly nation: Nation | null
  /** A service at either end. */
  readonly service: string | null
}

/** Those of a register that a filter lets through, in the register's order. */
export function filteredRegister(
  register: readonly RegisteredPathway[],
  filter: RegisterFilter,
  organisations: ReadonlyMap<string, Pick<Organisation, 'nation'>>,
  use: PathwayUse,
): readonly RegisteredPathway[] {
  const { state, procedure, nation, service } = filter
  return register.filter(
    (pathway) =>
      (state === null || isIn(pathway, state, use)) &&
      (procedure === null || pathway.procedures.includes(procedure)) &&
      (service === null || pathway.from === service || pathway.to === service) &&
      (nation === null ||
        organisations.get(pathway.from)?.nation === nation ||
        organisations.get(pathway.to)?.nation === nation),
  )
}

function isIn(pathway: RegisteredPathway, state: RegisterState, use: PathwayUse): boolean {
  const { answer, course, closed, notOffered } = pathway
  switch (state) {
    case 'in-force':
      return isInForce(pathway)
    case 'confirmed':
    case 'proposed':
    case 'declared':
      return isInForce(pathway) && basisOf(answer) === state
    case 'review-due':
      return isInForce(pathway) && course === 'due-soon'
    case 'overdue':
      return isInForce(pathway) && course === 'overdue'
    case 'unused':
      return isUnused(pathway, use)
    case 'nowhere':
      return leadsNowhere(pathway)
    case 'not-offered':
      return isInForce(pathway) && notOffered.length > 0
    case 'planned':
      return course === 'planned'
    case 'declined':
      return answer === 'declined' && course !== 'ended' && closed === null
    case 'ended':
      return course === 'ended'
  }
}
