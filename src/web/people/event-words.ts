/** What the access log says of each event, in words. */

import { roleNames } from '#core/access/role.ts'
import type { AccessEvent, LoggedAccess } from '#store/access/log.ts'

const words: Readonly<Record<AccessEvent, string>> = {
  'signed-in': 'Signed in',
  'sign-in-refused': 'Wrong password, not signed in',
  'signed-out': 'Signed out',
  'sessions-ended': 'Signed out everywhere else',
  'password-set': 'Password set',
  'password-changed': 'Password changed',
  'second-step-on': 'Codes turned on',
  'second-step-off': 'Codes turned off',
  'backup-codes-made': 'New backup codes made',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
  'person-added': 'Added',
  'link-made': 'Link made',
  'role-given': 'Role given',
  'role-removed': 'Role removed',
  'access-removed': 'All access removed',
}

/** Role given: IO lead (ZT003); Signed in with passkey. */
export function eventWords({ event, detail }: LoggedAccess): string {
  const role = Object.entries(roleNames).find(([key]) => key === detail.role)?.[1]
  const place = detail.organisation ? ` (${detail.organisation})` : ''
  return `${words[event]}${role ? `: ${role}${place}` : ''}${detail.with ? `, with ${detail.with}` : ''}`
}
