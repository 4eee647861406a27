/** Adding a document to an entry, and handing one out. */

import { addDocument, documentOf } from '#store/service/document.ts'
import { inFilePlace } from '../components/file-places.tsx'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { judgedFile } from '../components/judged-file.ts'
import type { FieldProblem } from '../components/problems.tsx'
import { asDownload, sentFile } from '../components/sent-file.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { entryAt, signatureFor } from './at.ts'
import { entryPage } from './entry.tsx'
import { saying } from './frame.tsx'
import { newFormId } from './statement.ts'

export const addOne = (c: PageContext) =>
  inFilePlace(c, c.req.path.replace(/[/]documents$/, ''), () => take(c))

async function take(c: PageContext): Promise<Response> {
  const at = await entryAt(c)
  if (!at) return notFound(c)
  const fields = await fieldsOf(c)
  const title = (fields.title ?? '').trim()
  const given = await sentFile(c, 'file')
  const judged = given && (await judgedFile(c, given))
  const problems: FieldProblem[] = []
  if (title === '') problems.push({ field: 'title', words: 'Enter what it is' })
  if (title.length > 200)
    problems.push({ field: 'title', words: 'What it is has to be 200 characters or fewer' })
  if (!judged) problems.push({ field: 'file', words: 'Choose a file' })
  if (judged?.outcome === 'refused') problems.push({ field: 'file', words: judged.words })
  if (problems.length > 0 || judged?.outcome !== 'accepted') return entryPage(c, { title, problems })
  const own = paths.myServiceEntry(at.code, at.stated.first)
  const id = fields.id && isId(fields.id) ? fields.id : newFormId()
  // Sent twice, it is there once.
  if (at.course.standing(id)) return c.redirect(saying(own, 'attached'), 303)
  const added = await addDocument(c.var.store.db, {
    id,
    organisation: at.code,
    of: at.stated.first,
    title,
    file: judged.file,
    at: c.var.now(),
    ...signatureFor(c, at.code),
  })
  if (added.outcome === 'appended') return c.redirect(saying(own, 'attached'), 303)
  const words = 'It could not be recorded: others wrote at the same moment. Choose the file and send it again'
  return entryPage(c, { title, problems: [{ field: 'file', words }] })
}

export async function fileOf(c: PageContext) {
  const id = c.req.param('entry') ?? ''
  const kept = isId(id) ? await documentOf(c.var.store.db, c.req.param('code') ?? '', id) : null
  return kept ? asDownload(c, kept) : notFound(c)
}
