/** Whose uploads an address names, and who may do what there. */

import { allows } from '#core/access/may.ts'
import { organisationNames } from '#store/service/read.ts'
import { type Upload, uploadById } from '#store/upload/upload.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { may, type Need } from '../route.ts'
import { inScope } from '../scope.ts'

const codeOf = (c: PageContext): string => c.req.param('code') ?? ''
export const seeing: Need = may('upload:see', codeOf)
export const managing: Need = may('upload:manage', codeOf)

export interface UploadsAt {
  readonly code: string
  readonly name: string
  readonly mayManage: boolean
}

/** Null where there is no such organisation. */
export async function uploadsAt(c: PageContext): Promise<UploadsAt | null> {
  const code = codeOf(c)
  const name = (await organisationNames(c.var.store.db, [code])).get(code)
  const { person } = c.var
  if (name === undefined || person === null) return null
  return { code, name, mayManage: allows(person.memberships, 'upload:manage', code) }
}

/** The upload that an address names, where it is of this organisation. */
export async function uploadAt(c: PageContext): Promise<(UploadsAt & { readonly upload: Upload }) | null> {
  const id = c.req.param('upload') ?? ''
  const at = isId(id) ? await uploadsAt(c) : null
  if (!at) return null
  const upload = await inScope(c, 'upload:see', (db) => uploadById(db, id))
  return upload?.organisation === at.code ? { ...at, upload } : null
}

/** Who signs what they upload. */
export function signer(c: PageContext, code: string) {
  const { person } = c.var
  const held = person?.memberships.find((one) => allows([one], 'upload:manage', code))
  if (!person || !held) throw new Error('a route that needs upload:manage has a person who may')
  return { person: person.id, author: `person:${person.id}`, role: held.role }
}
