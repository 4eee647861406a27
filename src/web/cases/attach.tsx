/** Files of a case: the page that takes one, and the one that hands it out again. */

import { Button, TextInput } from 'nhsuk-react-components'
import { signatureFor } from '#core/access/record.ts'
import { attachment } from '#core/pathway/kinds/follow-up.ts'
import { attachedBytes, attachFile, largestAttachmentBytes } from '#store/case/attachment.ts'
import { acceptAttribute } from '#store/files/accepted-file.ts'
import type { Appended } from '#store/record/append.ts'
import { FileField } from '../components/file-field.tsx'
import { inFilePlace } from '../components/file-places.tsx'
import { judgedFile } from '../components/judged-file.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { asDownload } from '../components/sent-file.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { caseCrumbs } from './crumbs.ts'
import { type CaseView, onCase } from './view.ts'

export const attachPage = (c: PageContext) =>
  onCase(c, 'case', (view) => (view.recordable.has(attachment.name) ? showForm(c, view) : forbidden(c)))

interface Shown {
  readonly title?: string
  readonly problems?: readonly FieldProblem[]
}

function showForm(c: PageContext, view: CaseView, { title = '', problems = [] }: Shown = {}) {
  return show(
    c,
    <Page
      c={c}
      title="Attach a file"
      here={paths.cases()}
      breadcrumbs={caseCrumbs(view.id)}
      hasErrors={problems.length > 0}
    >
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Attach a file</h1>
        <PatientLine patient={view.patient} now={c.var.now()} />
        <p>
          A report, a consent form, a picture. It becomes part of the record: it can be replaced by a
          correction, never taken away.
        </p>
        <form method="post" encType="multipart/form-data" noValidate>
          <TextInput
            id="title"
            name="title"
            label="What it is"
            labelProps={{ size: 's' }}
            hint="Such as: CT report of 3 March. Without the patient’s name."
            defaultValue={title}
            maxLength={200}
            {...errorFor(problems, 'title')}
          />
          <FileField
            name="file"
            label="File"
            hint="PDF, PNG or JPEG, up to 20 MB. Save a Word document as PDF first: it can hold programs."
            accept={acceptAttribute}
            problems={problems}
          />
          <div className="fp-actions">
            <Button>Attach the file</Button>
            <a href={paths.caseOf(view.id)}>Cancel</a>
          </div>
        </form>
      </div>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

/** Takes the file, or says beside the field why not. */
export const attach = (c: PageContext) =>
  inFilePlace(c, c.req.path, () => onCase(c, 'case', (view) => take(c, view)))

async function take(c: PageContext, view: CaseView): Promise<Response> {
  const { person } = c.var
  const signature = person && signatureFor(person.memberships, attachment.name, view.row)
  if (!person || !signature || view.onlyToLook) return forbidden(c)
  const sent = await c.req.parseBody()
  const title = typeof sent.title === 'string' ? sent.title.trim() : ''
  const problems: FieldProblem[] = titleProblems(title)
  const { file } = sent
  if (!(file instanceof File) || file.name === '') {
    return showForm(c, view, { title, problems: [...problems, { field: 'file', words: 'Choose a file' }] })
  }
  const judged = await judgedFile(
    c,
    { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    largestAttachmentBytes,
  )
  if (judged.outcome === 'refused') problems.push({ field: 'file', words: judged.words })
  else if (isAttached(view, judged.file.digest))
    problems.push({ field: 'file', words: 'This very file is attached to the case already' })
  if (judged.outcome === 'refused' || problems.length > 0) return showForm(c, view, { title, problems })
  const said = await inScope(c, 'case:record', (db) =>
    attachFile(db, {
      caseId: view.id,
      title,
      file: judged.file,
      occurredAt: c.var.now(),
      author: `person:${person.id}`,
      ...signature,
    }),
  )
  const recorded = said.outcome === 'appended' ? said.entry : there(said, judged.file.digest)
  if (recorded) return c.redirect(`${paths.caseOf(view.id)}?recorded=${recorded.id}`, 303)
  const words =
    said.outcome === 'refused'
      ? 'The file could not be recorded. Give it another title and try again'
      : 'Many people wrote to this record at the same moment. Send the file again'
  return showForm(c, view, { title, problems: [{ field: 'file', words }] })
}

function titleProblems(title: string): FieldProblem[] {
  if (title === '') return [{ field: 'title', words: 'Enter what the file is' }]
  if (title.length > 200)
    return [{ field: 'title', words: 'What the file is has to be 200 characters or fewer' }]
  return []
}

/** The entry that says that the file is there, when the button was pressed twice. */
const there = (said: Appended, digest: string) =>
  said.outcome === 'overtaken'
    ? said.since.find(
        ({ kind, body }) =>
          kind === attachment.name && (body as { digest?: unknown } | null)?.digest === digest,
      )
    : undefined

const isAttached = ({ course }: CaseView, digest: string): boolean =>
  course.of(attachment).some(({ body }) => body.digest === digest)

/** Hands out the file of an entry, to be saved. */
export const download = (c: PageContext) =>
  onCase(c, 'case attachment', async (view) => {
    const entry = view.entries.find(({ id }) => id === c.req.param('entry'))
    if (entry?.kind !== attachment.name || entry.body === null) return notFound(c)
    const { title, digest } = attachment.schema.parse(entry.body)
    const file = await inScope(c, 'case:see', (db) => attachedBytes(db, view.id, digest))
    if (!file) return notFound(c)
    return asDownload(c, { name: `${nameOf(title)}.${endings[file.type] ?? 'bin'}`, ...file })
  })

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** A title as a file's name: what no file system takes is left out. */
function nameOf(title: string): string {
  return [...title.replace(/[\p{Cc}\p{Cf}"<>|:*?/\\]/gu, ' ').trim()].slice(0, 100).join('') || 'file'
}
