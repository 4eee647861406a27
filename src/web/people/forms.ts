/** What the forms about people send, parsed. */

import { z } from 'zod'
import { type Membership, nationRoles, type Role, serviceRoles } from '#core/access/role.ts'
import type { FieldProblem } from '../components/problems.tsx'

const text = z.string().max(2000).catch('')

export const roleForm = z.object({ role: text, organisation: text, sure: text })
export const newPersonForm = roleForm.extend({ name: text, email: text })

const nameSchema = z.string().trim().min(2).max(100)
const emailSchema = z.email().max(254)
const roleSchema = z.enum([...nationRoles, ...serviceRoles])

export const isServiceRole = (role: Role): boolean => (serviceRoles as readonly Role[]).includes(role)

export function nameAndEmailProblems(form: {
  readonly name: string
  readonly email: string
}): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!nameSchema.safeParse(form.name).success)
    problems.push({ field: 'name', words: 'Enter their full name' })
  if (!emailSchema.safeParse(form.email.trim()).success) {
    problems.push({ field: 'email', words: 'Enter an e-mail address in the form name@example.nhs.uk' })
  }
  return problems
}

/** The role that a form gives: one of the nation has no organisation, one of a service has one. */
export function membershipOf(
  form: { readonly role: string; readonly organisation: string },
  codes: ReadonlySet<string>,
): { readonly membership: Membership } | { readonly problem: FieldProblem } {
  const role = roleSchema.safeParse(form.role)
  if (!role.success) return { problem: { field: 'role-1', words: 'Choose a role' } }
  if (!isServiceRole(role.data)) return { membership: { role: role.data, organisation: null } }
  if (!codes.has(form.organisation)) {
    return { problem: { field: 'organisation', words: 'Choose the organisation of this role' } }
  }
  return { membership: { role: role.data, organisation: form.organisation } }
}
