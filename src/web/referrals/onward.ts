/** A case that one's own service was referred is referred onward: a draft begins with what is known. */

import { signatureFor } from '#core/access/record.ts'
import { readCase } from '#store/case/read.ts'
import { startDraft } from '#store/referral/draft.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'

export async function startOnward(c: PageContext) {
  const id = c.req.param('case') ?? ''
  const { person } = c.var
  if (!isId(id) || !person) return notFound(c)
  return inScope(c, 'case:refer', async (db) => {
    const opened = await readCase(db, id)
    if (!opened || opened.onlyToLook) return notFound(c)
    const { treating, organisations, procedure } = opened.row
    const signature = signatureFor(person.memberships, 'onward-referral', { treating, organisations })
    if (signature?.organisation !== treating) return forbidden(c)
    const draft = await startDraft(db, {
      person: person.id,
      organisation: treating,
      patient: opened.patient.id,
      onwardOf: id,
      ...(procedure ? { procedure } : {}),
    })
    return c.redirect(paths.referPart(draft, 'service'), 303)
  })
}
