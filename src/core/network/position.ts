/** Where the network stands, in numbers: its referral pathways by how sure they are, and what needs somebody. */

import { basisOf, isInForce } from './network-of.ts'
import type { RegisteredPathway } from './register.ts'

export interface Position {
  readonly inForce: number
  readonly confirmed: number
  readonly proposed: number
  readonly declared: number
  /** In force, and to be reviewed within eight weeks. */
  readonly reviewDue: number
  /** In force, and its review is late. */
  readonly overdue: number
  /** Not ended, and one of its ends has closed. */
  readonly nowhere: number
}

/** Counts a register's referral pathways as they stand on its day. */
export function positionOf(register: readonly RegisteredPathway[]): Position {
  const inForce = register.filter(isInForce)
  const count = (test: (pathway: RegisteredPathway) => boolean) => inForce.filter(test).length
  return {
    inForce: inForce.length,
    confirmed: count(({ answer }) => basisOf(answer) === 'confirmed'),
    proposed: count(({ answer }) => basisOf(answer) === 'proposed'),
    declared: count(({ answer }) => answer === 'declared'),
    reviewDue: count(({ course }) => course === 'due-soon'),
    overdue: count(({ course }) => course === 'overdue'),
    nowhere: register.filter(leadsNowhere).length,
  }
}

/** Not ended, and one of its ends does not exist on the day. */
export function leadsNowhere({ closed, course }: RegisteredPathway): boolean {
  return closed !== null && course !== 'ended'
}
