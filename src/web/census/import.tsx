/** Answers held elsewhere: choosing the file. It is read, kept, and shown with its dry run on a page of its own. */

import { Button } from 'nhsuk-react-components'
import { guessMapping, type Mapping } from '#core/census/import-mapping.ts'
import { type RedcapField, readRedcapDictionary } from '#core/census/redcap.ts'
import { keptMapping, stageImport } from '#store/census/room/staged-import.ts'
import { readTable, type Table } from '#store/files/read-table.ts'
import { FileField } from '../components/file-field.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'

export async function importPage(c: PageContext, problems: readonly FieldProblem[] = []) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  return show(
    c,
    <RoomPage c={c} edition={edition} part="import" title="Import answers" hasErrors={problems.length > 0}>
      <div className="fp-form">
        <Told c={c} />
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Import answers</h1>
        {edition.state === 'open' ? (
          <ImportForm edition={edition} problems={problems} />
        ) : (
          <p>The edition is not open, and only an open edition takes answers.</p>
        )}
      </div>
    </RoomPage>,
    problems.length > 0 ? 422 : 200,
  )
}

function ImportForm({
  edition,
  problems,
}: {
  readonly edition: RoomEdition
  readonly problems: readonly FieldProblem[]
}) {
  return (
    <>
      <p>
        From a spreadsheet, a REDCap export, or another web form: one row an organisation, one column a
        question. You see first what each row would become and what is wrong, by line. Nothing is imported
        until you say so, and then all of it or nothing.
      </p>
      <p>
        To start from an empty table, <a href={paths.questionnaire(edition.id)}>see the questions</a>, or use{' '}
        <a href={paths.censusRoomPart(edition.id, 'export', { as: 'answers' })}>the export of answers</a>,
        which this reads back.
      </p>
      <form
        method="post"
        action={paths.censusRoomPart(edition.id, 'import')}
        encType="multipart/form-data"
        noValidate
      >
        <FileField
          name="file"
          label="File of answers"
          hint="CSV or XLSX, up to 20 MB. Any common encoding and separator."
          accept=".csv,.tsv,.txt,.xlsx"
          problems={problems}
        />
        <FileField
          name="dictionary"
          label="REDCap data dictionary (optional)"
          hint="Where the answers are codes of your own REDCap project. With either header: of the page, or of the API."
          accept=".csv"
          problems={problems}
        />
        <Button preventDoubleClick>Read the file</Button>
      </form>
    </>
  )
}

export async function upload(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  if (edition.state !== 'open') return importPage(c)
  const { db } = c.var.store
  const sent = await c.req.parseBody()
  const { file } = sent
  if (!(file instanceof File) || file.name === '')
    return importPage(c, [{ field: 'file', words: 'Choose a file' }])
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
  if ('problem' in table) return importPage(c, [{ field: 'file', words: table.problem }])
  const asked = await db
    .selectFrom('census_member')
    .select((each) => each.fn.countAll<number>().as('members'))
    .where('edition', '=', edition.id)
    .executeTakeFirstOrThrow()
  const wrong = sizeProblem(table, Number(asked.members))
  if (wrong) return importPage(c, [{ field: 'file', words: wrong }])
  const dictionary = await dictionaryIn(sent.dictionary)
  if ('problem' in dictionary) return importPage(c, [{ field: 'dictionary', words: dictionary.problem }])
  const guessed = guessMapping(edition.questionnaire, table.header, dictionary.fields)
  const mapping =
    dictionary.fields.length > 0 ? guessed : withKept(guessed, await keptMapping(db, edition.id))
  const { header, rows, note } = table
  const staged = {
    edition: edition.id,
    person: c.var.person?.id ?? '',
    fileName: file.name.slice(0, 200),
    table: { header, rows },
    note,
    mapping,
  }
  const id = await stageImport(db, staged, c.var.now())
  return c.redirect(paths.censusImport(edition.id, id), 303)
}

const mostColumns = 500
const leastRowsLimit = 1000

function sizeProblem({ header, rows }: Table, members: number): string | null {
  if (header.length > mostColumns) {
    return `The file has ${header.length} columns. The most that can be mapped is ${mostColumns}`
  }
  if (rows.length === 0) return 'The file has a row of headings and no answers'
  const most = Math.max(leastRowsLimit, 5 * members)
  if (rows.length <= most) return null
  return `The file has ${rows.length.toLocaleString('en-GB')} rows and the edition asks ${members} organisations. Look whether it is the right file`
}

/** What was decided for a column before is kept; a column that is new is guessed. */
function withKept(guessed: Mapping, kept: Mapping): Mapping {
  return guessed.map((guess) => kept.find(({ column }) => column === guess.column) ?? guess)
}

async function dictionaryIn(
  sent: unknown,
): Promise<{ fields: readonly RedcapField[] } | { problem: string }> {
  if (!(sent instanceof File) || sent.name === '') return { fields: [] }
  const table = await readTable(new Uint8Array(await sent.arrayBuffer()), sent.name)
  if ('problem' in table) return table
  return readRedcapDictionary(
    table.header,
    table.rows.map(({ cells }) => cells),
  )
}
