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
  'patient:register', // register a patient, correct and merge identities
  'case:see', // the cases in which the organisation takes part
  'case:refer', // open a case by a referral
  'case:record', // write into a case; which kinds, see record.ts
  'case:break-glass', // open a patient elsewhere, with a reason
  'looks:see', // who looked at whom, and each break-glass
  'meeting:see', // MDT meetings and their lists
  'meeting:run', // make them, order the list, record attendance and outcome
  'service:record', // what the service says of itself: protocols, licences, competence
  'quality:see', // what is missing or in doubt in the service's data
  'standards:see', // findings of the service, clause by clause
  'registry:explore', // cohorts and figures of the registry, through the disclosure gate
  'registry:download', // whole snapshots, row by row, under the terms
  'registry:publish', // give a figure a permanent address; withdraw one's own
  'registry:see-downloads', // who took what out of the registry
  'network:see', // gaps, access, proposals, demand
  'network:propose', // have proposals computed, keep them, upload travel times and demand
  'network:publish', // give a report a permanent address; withdraw one's own
  'leaflet:see', // the leaflets’ workshop: versions, drafts, what waits for review
  'leaflet:edit', // write the master's leaflets and hand them in, publish, withdraw
  'leaflet:adapt', // the same of a service's own variant
  'leaflet:sign', // stand for the clinical content of what somebody else wrote
  'story:moderate', // read what patients sent in, publish it, take it down
  'upload:see', // past treatments that the service uploaded, and the log
  'upload:manage', // upload, withdraw, make and revoke keys
] as const
export type Action = (typeof actions)[number]

const opened: Readonly<Record<Role, readonly Action[]>> = {
  administrator: [
    'network:see',
    'network:propose',
    'account:own',
    'census:see',
    'directory:manage',
    'people:manage',
    'outbox:see',
    'record:verify',
    'registry:explore',
    'registry:see-downloads',
  ],
  'census-lead': [
    'network:see',
    'account:own',
    'census:see',
    'census:lead',
    'census:telephone',
    'directory:manage',
    'outbox:see',
    'record:verify',
  ],
  interviewer: ['account:own', 'census:see', 'census:telephone'],
  commissioner: [
    'account:own',
    'census:see',
    'network:see',
    'network:propose',
    'network:publish',
    'registry:explore',
  ],
  researcher: [
    'account:own',
    'census:see',
    'network:see',
    'registry:explore',
    'registry:download',
    'registry:publish',
  ],
  editor: ['account:own', 'leaflet:see', 'leaflet:edit', 'story:moderate'],
  'clinical-reviewer': ['account:own', 'leaflet:see', 'leaflet:sign'],
  'io-lead': [
    'leaflet:see',
    'leaflet:adapt',
    'leaflet:sign',
    'network:see',
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'case:break-glass',
    'meeting:see',
    'meeting:run',
    'service:record',
    'quality:see',
    'standards:see',
    'upload:see',
    'upload:manage',
  ],
  'department-manager': [
    'leaflet:see',
    'leaflet:adapt',
    'network:see',
    'account:own',
    'service:see',
    'case:see',
    'meeting:see',
    'service:record',
    'quality:see',
    'standards:see',
    'upload:see',
    'upload:manage',
  ],
  'interventional-radiologist': [
    'leaflet:see',
    'leaflet:sign',
    'network:see',
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'case:break-glass',
    'meeting:see',
    'meeting:run',
    'quality:see',
    'standards:see',
    'upload:see',
  ],
  referrer: [
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'case:break-glass',
    'meeting:see',
  ],
  'mdt-coordinator': [
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'meeting:see',
    'meeting:run',
    'quality:see',
    'standards:see',
  ],
  'cancer-nurse-specialist': [
    'leaflet:see',
    'leaflet:adapt',
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:record',
    'case:break-glass',
    'meeting:see',
    'quality:see',
    'standards:see',
  ],
  'ward-nurse': ['account:own', 'service:see', 'case:see', 'case:record', 'case:break-glass'],
  physicist: ['account:own', 'service:see', 'case:see', 'case:record', 'meeting:see'],
  'caldicott-guardian': ['account:own', 'service:see', 'looks:see'],
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

/** Whether they may do this at one organisation at least, or everywhere. */
export function allowsSomewhere(memberships: readonly Membership[], action: Action): boolean {
  return memberships.some(({ role }) => opened[role].includes(action))
}

/** The organisations of their own at which they may do this, each once. A role of the nation has none. */
export function organisationsOf(memberships: readonly Membership[], action: Action): readonly string[] {
  const codes = memberships.flatMap(({ role, organisation }) =>
    organisation !== null && opened[role].includes(action) ? [organisation] : [],
  )
  return [...new Set(codes)].sort()
}
