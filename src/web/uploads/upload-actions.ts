/** What is done to an upload: its columns said, checked, kept, given up; and what was wrong, as a file. */

import { csvOf } from '#core/census/csv.ts'
import { mappingProblems } from '#core/registry/upload/mapping.ts'
import { mostProblemsKept } from '#store/upload/check.ts'
import { startWork } from '#store/upload/start-work.ts'
import { changeMapping, dropUpload, problemsOf } from '#store/upload/upload.ts'
import { fieldsOf } from '../components/form.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { signer, uploadAt } from './at.ts'
import { mappingSent } from './mapping.tsx'

export async function saveMapping(c: PageContext) {
  const at = await uploadAt(c)
  if (!at) return notFound(c)
  const { upload, code } = at
  const mapping = mappingSent(upload.columns, await fieldsOf(c))
  const { person, role } = signer(c, code)
  await inScope(c, 'upload:manage', (db) => changeMapping(db, upload, mapping, person))
  if (mappingProblems(mapping).length === 0)
    await startWork(
      c.var.store,
      { step: 'check', upload: upload.id, organisation: code, person, role },
      c.var.now(),
    )
  return c.redirect(paths.uploadOf(code, upload.id), 303)
}

export const takeStep = (step: 'check' | 'keep') => async (c: PageContext) => {
  const at = await uploadAt(c)
  if (!at) return notFound(c)
  const { upload, code } = at
  const isReadable = mappingProblems(upload.mapping).length === 0 && upload.fileName !== null
  if (isReadable)
    await startWork(
      c.var.store,
      { step, upload: upload.id, organisation: code, ...signer(c, code) },
      c.var.now(),
    )
  return c.redirect(paths.uploadOf(code, upload.id), 303)
}

export async function drop(c: PageContext) {
  const at = await uploadAt(c)
  if (!at) return notFound(c)
  const dropped = await inScope(c, 'upload:manage', (db) => dropUpload(db, at.upload.id))
  return c.redirect(
    dropped ? paths.uploadsOf(at.code, { done: 'dropped' }) : paths.uploadOf(at.code, at.upload.id),
    303,
  )
}

export async function problemsFile(c: PageContext) {
  const at = await uploadAt(c)
  if (!at) return notFound(c)
  const problems = await inScope(c, 'upload:see', (db) => problemsOf(db, at.upload.id, mostProblemsKept))
  // Of the whole file: of no line.
  const rows = problems.map(({ line, field, value, words }) => [line || '', field, value, words])
  return c.body(csvOf([['line', 'column', 'value', 'problem'], ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="problems.csv"',
  })
}
