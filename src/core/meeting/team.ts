/** An MDT: whom it has, what it discusses, when it meets. */

import { z } from 'zod'

export const memberRoles = {
  'interventional-radiologist': 'Interventional radiologist',
  radiologist: 'Radiologist',
  'medical-oncologist': 'Medical oncologist',
  'clinical-oncologist': 'Clinical oncologist',
  surgeon: 'Surgeon',
  physician: 'Physician',
  pathologist: 'Pathologist',
  'nurse-specialist': 'Cancer nurse specialist',
  'palliative-care': 'Palliative care',
  coordinator: 'MDT co-ordinator',
  other: 'Other',
} as const
export type MemberRole = keyof typeof memberRoles
export const memberRoleSchema = z.enum(Object.keys(memberRoles) as [MemberRole, ...MemberRole[]])

export const weekdays = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as const
export type Weekday = keyof typeof weekdays

export interface Member {
  readonly name: string
  readonly role: MemberRole
  /** A core member, not only present when asked. */
  readonly core: boolean
}

/**
 * Whether an interventional radiologist is a core member of the team.
 *
 * @see RCR, Interventional oncology: guidance for service delivery, 2013, clause 3.2
 */
export function hasRadiologist(members: readonly Member[]): boolean {
  return members.some(({ role, core }) => core && role === 'interventional-radiologist')
}

/** Whether an interventional radiologist was among those who were present. */
export function radiologistPresent(
  attendance: readonly { readonly role: MemberRole; readonly present: boolean }[],
): boolean {
  return attendance.some(({ role, present }) => present && role === 'interventional-radiologist')
}
