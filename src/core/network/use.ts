/** What referrals say of the register: which pathways none went by in the last year, and which referrals none covers. */

import { daysBetween } from '../calendar/uk-day.ts'
import { basisOf, isInForce } from './network-of.ts'
import type { RegisteredPathway } from './register.ts'

/** Referrals from one service to another for one procedure that were opened on one day. */
export interface ReferralFlow {
  readonly from: string
  readonly to: string
  /** Null: not said. */
  readonly procedure: string | null
  /** 2026-11-22 */
  readonly on: string
  readonly referrals: number
}

export interface PathwayUse {
  /** The days that the flows are of. */
  readonly since: string
  readonly until: string
  readonly flows: readonly ReferralFlow[]
}

/** The days of use that are looked back at. */
export const USE_DAYS = 365

const pairs = new WeakMap<PathwayUse, ReadonlyMap<string, readonly ReferralFlow[]>>()

function flowsBetween(use: PathwayUse, from: string, to: string): readonly ReferralFlow[] {
  const known = pairs.get(use) ?? Map.groupBy(use.flows, (flow) => `${flow.from} ${flow.to}`)
  pairs.set(use, known)
  return known.get(`${from} ${to}`) ?? []
}

/** How many referrals in those days went where a pathway leads, for one of its procedures. */
export function referralsBy(
  { from, to, procedures }: Pick<RegisteredPathway, 'from' | 'to' | 'procedures'>,
  use: PathwayUse,
): number {
  return flowsBetween(use, from, to)
    .filter(({ procedure }) => procedure !== null && procedures.includes(procedure))
    .reduce((sum, { referrals }) => sum + referrals, 0)
}

/**
 * In force for the whole of those days, agreed between services that state it, and not used once: neither by a
 * first referral nor by an onward one. A younger one had no time yet; a declared one was never stated here.
 */
export function isUnused(pathway: RegisteredPathway, use: PathwayUse): boolean {
  return (
    isInForce(pathway) &&
    basisOf(pathway.answer) !== 'declared' &&
    pathway.agreedOn !== null &&
    daysBetween(pathway.agreedOn, use.until) >= USE_DAYS &&
    referralsBy(pathway, use) === 0
  )
}

export interface OutsideReferrals {
  readonly from: string
  readonly to: string
  readonly procedure: string | null
  readonly referrals: number
}

/**
 * Referrals that no pathway of the register covered on their day, by service, recipient and procedure; the most
 * first. One that was declared in the census covers every day.
 */
export function outsideReferrals(
  register: readonly RegisteredPathway[],
  use: PathwayUse,
): readonly OutsideReferrals[] {
  const between = Map.groupBy(register, ({ from, to }) => `${from} ${to}`)
  const outside = use.flows.filter(
    (flow) => !between.get(`${flow.from} ${flow.to}`)?.some((pathway) => covers(pathway, flow)),
  )
  const groups = Map.groupBy(outside, ({ from, to, procedure }) => `${from} ${to} ${procedure ?? ''}`)
  return [...groups.values()]
    .map((flows) => {
      const [{ from, to, procedure }] = flows as [ReferralFlow]
      return { from, to, procedure, referrals: flows.reduce((sum, flow) => sum + flow.referrals, 0) }
    })
    .toSorted((one, other) => other.referrals - one.referrals || compareCodes(one, other))
}

function covers(pathway: RegisteredPathway, { procedure, on }: ReferralFlow): boolean {
  const { procedures, agreedOn, endedOn, answer } = pathway
  if (procedure === null || !procedures.includes(procedure) || answer === 'declined') return false
  return (agreedOn === null || agreedOn <= on) && (endedOn === null || on < endedOn)
}

const compareCodes = (one: OutsideReferrals, other: OutsideReferrals): number =>
  one.from.localeCompare(other.from) || one.to.localeCompare(other.to)
