/** Who may do what: one table. What it does not open is denied. */

import type { Membership, Role } from './role.ts'

export const actions = [
  'account:own', // one's own sign-in, password, passkeys
  'service:see', // the staff's part of one organisation's service page
  'census:see', // response, lists and tables of any edition
  'census:lead', // make, open, invite, follow up, import, close, reopen
  'census:telephone', // ring, record attempts, take answers
  'directory:manage', // organisations and contacts
  'people:manage', // who has which role
  'outbox:see', // mail that waits, was sent or was refused
  'record:verify', // chains and seals
] as const
export type Action = (typeof actions)[number]

const opened: Readonly<Record<Role, readonly Action[]>> = {
  administrator: [
    'account:own',
    'census:see',
    'directory:manage',
    'people:manage',
    'outbox:see',
    'record:verify',
  ],
  'census-lead': [
    'account:own',
    'census:see',
    'census:lead',
    'census:telephone',
    'directory:manage',
    'outbox:see',
    'record:verify',
  ],
  interviewer: ['account:own', 'census:see', 'census:telephone'],
  commissioner: ['account:own', 'census:see'],
  researcher: ['account:own', 'census:see'],
  'io-lead': ['account:own', 'service:see'],
  'department-manager': ['account:own', 'service:see'],
}

/**
 * Whether someone with these memberships may do this, to this organisation where one is named.
 * A role of the nation reaches every organisation; a service's role reaches its own only, and
 * never an action on no organisation in particular, save for one's own account.
 */
export function allows(
  memberships: readonly Membership[],
  action: Action,
  organisation: string | null = null,
): boolean {
  return memberships.some((membership) => {
    if (!opened[membership.role].includes(action)) return false
    if (membership.organisation === null) return true
    return action === 'account:own' || membership.organisation === organisation
  })
}
