/** The network of a day: of its register, the referral pathways that are in force and lead somewhere. */

import type { Network, ReferralPathway, Site } from './network.ts'
import type { RegisteredPathway } from './register.ts'

interface Known extends Pick<Network, 'day' | 'edition' | 'fictional' | 'sites' | 'provisions'> {
  readonly register: readonly RegisteredPathway[]
}

/**
 * A declined pathway is none, nor is one that ended, that begins later, or of which one end has closed.
 * One whose review is late goes on: nobody ended it.
 */
export function networkOf({ register, provisions, ...known }: Known): Network {
  const codes = new Set(known.sites.map(({ code }) => code))
  return {
    ...known,
    provisions: new Map([...provisions].filter(([code]) => codes.has(code))),
    pathways: register.filter(isInForce).map(asPathway),
  }
}

/** Whether patients go by it on the day of the register. */
export function isInForce({ answer, course, closed }: RegisteredPathway): boolean {
  return closed === null && answer !== 'declined' && course !== 'ended' && course !== 'planned'
}

/** `proposed` where the recipient has not answered what now stands. */
export function basisOf(answer: RegisteredPathway['answer']): ReferralPathway['basis'] {
  return answer === 'confirmed' || answer === 'declared' ? answer : 'proposed'
}

function asPathway(registered: RegisteredPathway): ReferralPathway {
  const { from, to, procedures, through, agreedOn, reviewDue, entry, answer } = registered
  return { from, to, procedures, basis: basisOf(answer), through, agreedOn, reviewDue, entry }
}

/** By name, then code. */
export const byName = (one: Site, other: Site): number =>
  one.name.localeCompare(other.name, 'en-GB') || (one.code < other.code ? -1 : 1)
