/** One upload: how far it is, what is wrong by row, what its columns hold, what keeping it would do or did. */

import { Button, InsetText } from 'nhsuk-react-components'
import { mappingProblems, movedSince } from '#core/registry/upload/mapping.ts'
import { isWorkedOn, keptMapping, problemsOf, type Upload, type UploadProblem } from '#store/upload/upload.ts'
import { dateTimeWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { type UploadsAt, uploadAt } from './at.ts'
import { UploadsFrame } from './frame.tsx'
import { MappingForm, MovedColumns } from './mapping.tsx'
import { counted, senderOf } from './words.ts'

interface At extends UploadsAt {
  readonly upload: Upload
}

const problemsShown = 100
const secondsBetweenLooks = 2

export async function uploadPage(c: PageContext) {
  const at = await uploadAt(c)
  if (!at) return notFound(c)
  const { upload } = at
  const now = c.var.now()
  const isWorking = isWorkedOn(upload, now)
  // Whoever reads it sees how far it has come, without a script.
  if (isWorking) c.header('Refresh', String(secondsBetweenLooks))
  const [problems, kept] = await inScope(c, 'upload:see', (db) =>
    Promise.all([problemsOf(db, upload.id, problemsShown), keptMapping(db, at.code)]),
  )
  const name = upload.fileName ?? 'Sent by a program'
  const isOpen = ['received', 'checked', 'checking'].includes(upload.state) && !isWorking
  return show(
    c,
    <UploadsFrame
      c={c}
      at={at}
      title={`Upload: ${name}`}
      above={[{ text: 'Uploads', href: paths.uploadsOf(at.code) }]}
      wide
    >
      <h1 className="nhsuk-heading-l fp-wrap">
        <span className="nhsuk-caption-l">
          {senderOf(upload)}, {dateTimeWords(upload.beganAt)}
        </span>
        {name}
      </h1>
      {upload.note ? (
        <InsetText>
          <p>{upload.note}</p>
        </InsetText>
      ) : null}
      {upload.failure ? (
        <InsetText>
          <p>{upload.failure}.</p>
        </InsetText>
      ) : null}
      <Outcome at={at} now={now} />
      {isOpen ? <MovedColumns moved={movedSince(kept, upload.columns)} /> : null}
      <Problems at={at} problems={problems} />
      {isOpen && at.mayManage && upload.fileName !== null ? <MappingForm at={at} /> : null}
    </UploadsFrame>,
  )
}

function Outcome({ at, now }: { readonly at: At; readonly now: Date }) {
  const { upload } = at
  if (isWorkedOn(upload, now)) return <Progress upload={upload} />
  switch (upload.state) {
    case 'kept':
      return (
        <>
          <p className="fp-statement">
            Kept{upload.keptAt ? ` on ${dateTimeWords(upload.keptAt)}` : ''}: {changesWords(upload)}.
          </p>
          <p>
            <a href={paths.uploadsPart(at.code, 'treatments')}>See the past treatments</a>
          </p>
        </>
      )
    case 'refused':
      return <p className="fp-statement">Refused: {rowsRefused(upload)}. Nothing of it was kept.</p>
    case 'dropped':
      return <p className="fp-statement">Given up. Nothing of it was kept.</p>
    case 'receiving':
    case 'failed':
      return (
        <p className="fp-statement">The file did not arrive whole. Nothing of it was kept. Send it again.</p>
      )
    default:
      return <NextStep at={at} />
  }
}

function Progress({ upload }: { readonly upload: Upload }) {
  const { state, rowsRead, rowsDone } = upload
  const words =
    state === 'receiving'
      ? 'The file is arriving.'
      : state === 'checking'
        ? `The rows are being checked: ${counted(rowsRead, 'row')} so far.`
        : `The rows are being kept: ${rowsDone.toLocaleString('en-GB')} of ${counted(rowsRead, 'row')}.`
  return (
    <div role="status" className="fp-upload-progress">
      <p className="fp-statement">
        {words}
        <span className="fp-statement__more">
          This page looks again every {secondsBetweenLooks} seconds. You can leave it: the work goes on.
        </span>
      </p>
      {state === 'keeping' ? (
        <progress max={Math.max(1, rowsRead)} value={rowsDone} aria-label="Rows kept" />
      ) : (
        <progress aria-label="Under way" />
      )}
    </div>
  )
}

/** What is asked of whoever sent it. */
function NextStep({ at }: { readonly at: At }) {
  const { upload, mayManage } = at
  const unread = mappingProblems(upload.mapping)
  if (upload.state === 'keeping' || (upload.state === 'checking' && unread.length === 0))
    return (
      <div>
        <p className="fp-statement">
          The work broke off, and nothing of it was kept.
          <span className="fp-statement__more">That is so when the site was started anew meanwhile.</span>
        </p>
        {mayManage ? (
          <StepForm at={at} step={upload.state === 'keeping' ? 'keep' : 'check'} words="Go on" />
        ) : null}
      </div>
    )
  if (unread.length > 0)
    return (
      <div className="nhsuk-warning-callout">
        <h2 className="nhsuk-warning-callout__label">Say first what the columns hold</h2>
        <ul>
          {unread.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
    )
  if (upload.state === 'received')
    return (
      <div>
        <p className="fp-statement">The file is here and not checked yet.</p>
        {mayManage ? <StepForm at={at} step="check" words="Check the rows" /> : null}
      </div>
    )
  if (upload.problems > 0)
    return (
      <>
        <p className="fp-statement">
          {rowsRefused(upload)}.
          <span className="fp-statement__more">
            Nothing is half-kept: put the rows right in the file and send it again, or change what the columns
            hold.
          </span>
        </p>
        {mayManage ? <DropForm at={at} /> : null}
      </>
    )
  if (upload.rowsNew + upload.rowsChanged === 0)
    return (
      <p className="fp-statement">
        Every row is here already: there is nothing to keep.
        <span className="fp-statement__more">
          {counted(upload.rowsSame, 'row is', 'rows are')} the same as what your service sent before.
        </span>
      </p>
    )
  return (
    <>
      <p className="fp-statement">
        Every row can be kept: {changesWords(upload)}.
        <span className="fp-statement__more">Nothing is kept until you say so, and then all of it.</span>
      </p>
      {mayManage ? (
        <div className="nhsuk-button-group">
          <StepForm
            at={at}
            step="keep"
            words={`Keep ${counted(upload.rowsNew + upload.rowsChanged, 'treatment')}`}
          />
          <DropForm at={at} />
        </div>
      ) : null}
    </>
  )
}

const rowsRefused = ({ rowsRefused: rows, rowsRead, problems }: Upload) =>
  rows > 0
    ? `${rows.toLocaleString('en-GB')} of ${counted(rowsRead, 'row')} cannot be kept as ${rows === 1 ? 'it is' : 'they are'}`
    : counted(problems, 'problem')

function changesWords({ rowsNew, rowsChanged, rowsSame }: Upload): string {
  return [
    counted(rowsNew, 'new treatment'),
    counted(rowsChanged, 'correction'),
    `${rowsSame.toLocaleString('en-GB')} as before`,
  ].join(', ')
}

function StepForm({
  at,
  step,
  words,
}: {
  readonly at: At
  readonly step: 'check' | 'keep'
  readonly words: string
}) {
  return (
    <form method="post" action={paths.uploadOf(at.code, at.upload.id, step)}>
      <Button preventDoubleClick>{words}</Button>
    </form>
  )
}

function DropForm({ at }: { readonly at: At }) {
  return (
    <form method="post" action={paths.uploadOf(at.code, at.upload.id, 'drop')}>
      <Button secondary preventDoubleClick>
        Give this upload up
      </Button>
    </form>
  )
}

function Problems({ at, problems }: { readonly at: At; readonly problems: readonly UploadProblem[] }) {
  const { upload } = at
  if (problems.length === 0)
    return upload.state === 'refused' && upload.problems > 0 ? (
      <p>What was wrong is kept of the latest refusals of programs only, and no longer of this one.</p>
    ) : null
  const isProgram = upload.fileName === null
  const more = upload.problems > problems.length
  return (
    <>
      <DataTable
        stacks
        caption={`What is wrong, by ${isProgram ? 'treatment in the order sent' : 'line of the file'}${more ? `: the first ${problems.length} of ${upload.problems.toLocaleString('en-GB')}` : ''}`}
        rows={problems.map((problem, index) => ({ ...problem, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            heading: 'Where',
            names: true,
            cell: ({ line }) => (line === 0 ? 'The file' : `${isProgram ? 'Treatment' : 'Line'} ${line}`),
          },
          {
            heading: isProgram ? 'Field' : 'Column',
            cell: ({ field, line }) => (
              <span className="fp-wrap">{field ?? (line === 0 ? 'All of it' : 'The whole row')}</span>
            ),
          },
          {
            heading: 'What stands there',
            cell: ({ value, field }) =>
              value === null ? (
                <span className="fp-quiet">{field === null ? 'Does not apply' : 'Not shown'}</span>
              ) : (
                <span className="fp-wrap">{value}</span>
              ),
          },
          { heading: 'What is wrong', cell: ({ words }) => <span className="fp-wrap">{words}</span> },
        ]}
      />
      <p>
        <a href={paths.uploadOf(at.code, upload.id, 'problems.csv')}>Download what is wrong as CSV</a>,
        without anything that identifies a patient.
      </p>
    </>
  )
}
