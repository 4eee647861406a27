/** The log: what was sent, by whom, and what came of it; and the form that sends a file. */

import { Button, Tag } from 'nhsuk-react-components'
import { organisationsOf } from '#core/access/may.ts'
import { mappingProblems } from '#core/registry/upload/mapping.ts'
import { organisationNames } from '#store/service/read.ts'
import { largestUploadBytes, receiveFile } from '#store/upload/receive.ts'
import { startWork } from '#store/upload/start-work.ts'
import { type Upload, uploadById, uploadsOf, uploadsOnPage } from '#store/upload/upload.ts'
import { dateTimeWords } from '../components/dates.ts'
import { FileField } from '../components/file-field.tsx'
import { Pager, pageNumber } from '../components/pager.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound, notRead } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { signer, type UploadsAt, uploadsAt } from './at.ts'
import { UploadsFrame } from './frame.tsx'
import { CutShort, fileIn } from './multipart.ts'
import { senderOf, stateOf } from './words.ts'

/** Whose: straight to the only one, else the person's own to choose from. */
export async function choosePage(c: PageContext) {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'upload:see')
  const [only] = codes
  if (only && codes.length === 1) return c.redirect(paths.uploadsOf(only))
  const names = await organisationNames(c.var.store.db, codes)
  return show(
    c,
    <Page c={c} title="Past treatments" here={paths.myService()}>
      <h1 className="nhsuk-heading-l">Past treatments</h1>
      <p>You have a role at more than one organisation. Choose whose uploads to see.</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <a href={paths.uploadsOf(code)}>{names.get(code) ?? code}</a>
          </li>
        ))}
      </ul>
    </Page>,
  )
}

export async function logPage(c: PageContext, problems: readonly FieldProblem[] = []) {
  const at = await uploadsAt(c)
  if (!at) return notFound(c)
  const page = pageNumber(c.req.query('page'))
  const { uploads, total } = await inScope(c, 'upload:see', (db) => uploadsOf(db, at.code, page))
  return show(
    c,
    <UploadsFrame
      c={c}
      at={at}
      part="log"
      title="Uploads of past treatments"
      hasErrors={problems.length > 0}
      wide
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.name}</span>
        Uploads of past treatments
      </h1>
      <p className="nhsuk-u-reading-width">
        Treatments of before your service kept its record here, or kept elsewhere: they join the registry’s
        figures, without names and without free text. A row that you send again is nothing new; one that has
        changed becomes a correction.
      </p>
      {at.mayManage ? <SendForm at={at} problems={problems} /> : null}
      <Log at={at} uploads={uploads} now={c.var.now()} />
      <Pager
        page={page}
        pages={Math.ceil(total / uploadsOnPage)}
        hrefOf={(number) => paths.uploadsOf(at.code, { page: String(number) })}
      />
    </UploadsFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

function SendForm({ at, problems }: { readonly at: UploadsAt; readonly problems: readonly FieldProblem[] }) {
  return (
    <form
      method="post"
      action={paths.uploadsOf(at.code)}
      encType="multipart/form-data"
      noValidate
      className="fp-form"
    >
      <FileField
        name="file"
        label="File of past treatments"
        hint={`CSV up to ${largestUploadBytes / 2 ** 20} MB, or XLSX up to 20 MB: one row a treatment. You see first what each row would become and what is wrong.`}
        accept=".csv,.tsv,.txt,.xlsx"
        problems={problems}
      />
      <p>
        <a href={paths.uploadsPart(at.code, 'template.csv')}>An empty file to fill in</a>,{' '}
        <a href={paths.uploadsPart(at.code, 'columns')}>what each column holds</a>
      </p>
      <Button preventDoubleClick>Send the file</Button>
    </form>
  )
}

interface LogProps {
  readonly at: UploadsAt
  readonly uploads: readonly Upload[]
  readonly now: Date
}

function Log({ at, uploads, now }: LogProps) {
  return (
    <DataTable
      stacks
      caption="What was sent, the latest first"
      rows={uploads}
      keyOf={({ id }) => id}
      empty="Nothing was sent yet."
      columns={[
        {
          heading: 'When',
          names: true,
          cell: ({ id, beganAt }) => <a href={paths.uploadOf(at.code, id)}>{dateTimeWords(beganAt)}</a>,
        },
        {
          heading: 'By',
          cell: (upload) => (
            <>
              {senderOf(upload)}
              {upload.fileName ? <div className="fp-quiet fp-wrap">{upload.fileName}</div> : null}
            </>
          ),
        },
        {
          heading: 'State',
          cell: (upload) => {
            const { words, colour } = stateOf(upload, now)
            return <Tag color={colour}>{words}</Tag>
          },
        },
        { heading: 'Rows', number: true, cell: ({ rowsRead }) => number(rowsRead) },
        { heading: 'New', number: true, cell: ({ rowsNew }) => number(rowsNew) },
        { heading: 'Changed', number: true, cell: ({ rowsChanged }) => number(rowsChanged) },
        { heading: 'Same', number: true, cell: ({ rowsSame }) => number(rowsSame) },
        { heading: 'Refused', number: true, cell: ({ rowsRefused }) => number(rowsRefused) },
      ]}
    />
  )
}

const number = (count: number) => count.toLocaleString('en-GB')

/** Takes the file as it arrives, and starts its check where its columns are all known. */
export async function sendFile(c: PageContext) {
  const at = await uploadsAt(c)
  if (!at) return notFound(c)
  const file = await fileIn(c.req.raw)
  if (!file) return notRead(c)
  if (file.name === '') return logPage(c, [{ field: 'file', words: 'Choose a file' }])
  const { store, now } = c.var
  const { person, role } = signer(c, at.code)
  const scope = { ...scopeFor(c, 'upload:manage'), organisations: [at.code] }
  try {
    const given = { organisation: at.code, person, fileName: file.name }
    const received = await receiveFile(store.db, scope, given, file.bytes, now())
    if (received.outcome === 'refused') return logPage(c, [{ field: 'file', words: received.words }])
    const upload = await inScope(c, 'upload:manage', (db) => uploadById(db, received.id))
    if (upload && mappingProblems(upload.mapping).length === 0)
      await startWork(store, { step: 'check', upload: upload.id, organisation: at.code, person, role }, now())
    return c.redirect(paths.uploadOf(at.code, received.id), 303)
  } catch (error) {
    if (error instanceof CutShort) return notRead(c)
    throw error
  }
}
