/** The roles that a person can hold: for the nation, or at one organisation. */

import { inSentence } from '../sentence.ts'

export const nationRoles = [
  'administrator',
  'census-lead',
  'interviewer',
  'commissioner',
  'researcher',
  'editor',
  'clinical-reviewer',
] as const
export const serviceRoles = [
  'io-lead',
  'department-manager',
  'interventional-radiologist',
  'referrer',
  'mdt-coordinator',
  'cancer-nurse-specialist',
  'ward-nurse',
  'physicist',
  'caldicott-guardian',
] as const

export type NationRole = (typeof nationRoles)[number]
export type ServiceRole = (typeof serviceRoles)[number]
export type Role = NationRole | ServiceRole

/** A role held by someone; `organisation` is null for a role of the nation. */
export interface Membership {
  readonly role: Role
  readonly organisation: string | null
}

/** A signed-in person. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly memberships: readonly Membership[]
}

/** A role's name in the middle of a sentence: IO, MDT and Caldicott stay as they are. */
export const roleWithin = (role: Role): string => inSentence(roleNames[role])

/** What each role is called on screen. */
export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  'census-lead': 'Census lead',
  interviewer: 'Telephone interviewer',
  commissioner: 'Commissioner',
  researcher: 'Registry researcher',
  editor: 'Editor',
  'clinical-reviewer': 'Clinical reviewer',
  'io-lead': 'IO lead',
  'department-manager': 'Department manager',
  'interventional-radiologist': 'Interventional radiologist',
  referrer: 'Referring clinician',
  'mdt-coordinator': 'MDT co-ordinator',
  'cancer-nurse-specialist': 'Cancer nurse specialist',
  'ward-nurse': 'Ward nurse',
  physicist: 'Medical physicist',
  'caldicott-guardian': 'Caldicott guardian',
}
