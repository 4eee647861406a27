/** As what, and for which organisation, whoever asks signs what they do to a patient. */

import { type Action, allows } from '#core/access/may.ts'
import type { Role } from '#core/access/role.ts'
import type { PageContext } from '../environment.ts'
import { scopeFor } from '../scope.ts'

export interface SignedBy {
  /** Their id, as looks and drafts name them. */
  readonly person: string
  /** As entries name them. */
  readonly author: string
  readonly role: Role
  readonly organisation: string
  readonly at: Date
}

/** The first of their organisations at which they may do it, with the role that opens it; null for nobody. */
export function signedBy(c: PageContext, action: Action, at?: string): SignedBy | null {
  const { person } = c.var
  const { organisations } = scopeFor(c, action)
  const organisation = at && organisations.includes(at) ? at : organisations[0]
  const held = person?.memberships.find(
    (membership) => membership.organisation === organisation && allows([membership], action, organisation),
  )
  if (!person || !organisation || !held) return null
  return { person: person.id, author: `person:${person.id}`, role: held.role, organisation, at: c.var.now() }
}
