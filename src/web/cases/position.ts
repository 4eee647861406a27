/** How far a case's record goes: what a page that is open asks, to say that somebody wrote meanwhile. */

import { caseSubject } from '#core/pathway/course.ts'
import { head } from '#store/record/read.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { inScope } from '../scope.ts'

/** A number and nothing of the patient: no look. */
export async function position(c: PageContext) {
  const last = await inScope(c, 'case:see', (db) => head(db, caseSubject(c.req.param('id') ?? '')))
  return last ? c.json({ position: last.position }) : notFound(c)
}
