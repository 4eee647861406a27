/** Lines of demand from a file: read, shown as a dry run with each row's problem, then stated all or none. */

import { Button, Textarea } from 'nhsuk-react-components'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { procedureName } from '#core/catalogue/procedures.ts'
import { MOST_LINES } from '#core/network/demand/kinds.ts'
import {
  CANCERS,
  type DemandLine,
  demandLineSchema,
  keyOf,
  placeWords,
} from '#core/network/demand/statement.ts'
import { DEMAND_COLUMNS, type DemandRead, readDemand } from '#core/network/demand/table.ts'
import { readTable } from '#store/files/read-table.ts'
import { demandLines, stateDemand } from '#store/network/demand.ts'
import { loadNetwork } from '#store/network/network.ts'
import { isoDay } from '../components/dates.ts'
import { FileField } from '../components/file-field.tsx'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { demandAuthor, placesIn } from './demand-state.tsx'
import { demandCrumb, tableCrumb } from './demand-table.tsx'
import { valueWords } from './demand-words.ts'
import { NetworkPage } from './frame.tsx'

interface Given {
  readonly problems?: readonly FieldProblem[]
  readonly read?: DemandRead & { readonly unchanged: number }
  readonly id?: string
  readonly reason?: string
}

export function demandUploadPage(c: PageContext, { problems = [], read, id, reason = '' }: Given = {}) {
  return show(
    c,
    <NetworkPage
      c={c}
      part="demand"
      title="Upload lines of demand"
      crumbs={[demandCrumb, tableCrumb]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Upload lines of demand</h1>
      {read ? <DryRun {...{ read, problems, reason }} id={id ?? newId()} /> : null}
      <p>
        CSV or XLSX, one row a line, as{' '}
        <a href={paths.networkDemandTable('table.csv')} download>
          the table as it is now
        </a>{' '}
        has them. Columns: {DEMAND_COLUMNS.join(', ')}. A row with an empty value takes back what was stated.
      </p>
      <form
        method="post"
        action={paths.networkDemandTable('upload')}
        encType="multipart/form-data"
        noValidate
      >
        <FileField name="file" label="File of lines" accept=".csv,.tsv,.txt,.xlsx" problems={problems} />
        <Button preventDoubleClick secondary={read !== undefined}>
          Read the file
        </Button>
      </form>
    </NetworkPage>,
    problems.length > 0 ? 422 : 200,
  )
}

interface DryRunProps {
  readonly read: DemandRead & { readonly unchanged: number }
  readonly problems: readonly FieldProblem[]
  readonly reason: string
  readonly id: string
}

function DryRun({ read: { lines, problems: rows, unchanged }, problems, reason, id }: DryRunProps) {
  if (rows.length > 0)
    return (
      <>
        <p className="fp-statement">
          {rows.length} {rows.length === 1 ? 'row' : 'rows'} cannot be read. Put them right in the file and
          choose it again. Nothing was stated.
        </p>
        <DataTable
          stacks
          caption="What is wrong, by line of the file"
          rows={rows.slice(0, 200)}
          keyOf={({ line }) => String(line)}
          columns={[
            { heading: 'Line', names: true, cell: ({ line }) => line },
            { heading: 'What is wrong', cell: ({ words }) => words },
          ]}
        />
      </>
    )
  if (lines.length === 0)
    return <p className="fp-statement">Every line of the file holds already. There is nothing to state.</p>
  return (
    <form method="post" action={paths.networkDemandTable('upload')} noValidate>
      <input type="hidden" name="lines" value={JSON.stringify(lines)} />
      <input type="hidden" name="id" value={id} />
      <p className="fp-statement">
        {lines.length} {lines.length === 1 ? 'line changes' : 'lines change'}
        {unchanged > 0 ? `; ${unchanged} hold already and are left out` : ''}. Nothing is stated yet.
      </p>
      <DataTable
        stacks
        caption={lines.length > 100 ? 'The first 100 lines' : 'Lines to be stated'}
        rows={lines.slice(0, 100)}
        keyOf={keyOf}
        columns={[
          {
            heading: 'Of',
            names: true,
            cell: ({ procedure }) => (procedure ? procedureName(procedure) : 'Incidence'),
          },
          { heading: 'Cancer', cell: ({ cancer }) => CANCERS[cancer].name },
          { heading: 'Place', cell: placeWords },
          { heading: 'Value', number: true, cell: ({ what, value }) => valueWords(what, value) },
          {
            heading: 'Source',
            cell: ({ basis, source }) => (basis === 'assumption' ? `Assumption: ${source}` : source),
          },
        ]}
      />
      <Textarea
        id="reason"
        name="reason"
        label="Why are they stated?"
        hint="Kept with your name, and shown beside each line"
        rows={3}
        defaultValue={reason}
        {...errorFor(problems, 'reason')}
      />
      <Button preventDoubleClick>
        State {lines.length === 1 ? 'this line' : `these ${lines.length} lines`}
      </Button>
    </form>
  )
}

const linesSchema = z.array(demandLineSchema).min(1).max(MOST_LINES)

/** A file to be read, or the lines of one that was, with the reason. */
export async function uploadDemand(c: PageContext) {
  const body = await c.req.parseBody()
  if (body.lines !== undefined) return stateLines(c)
  const { file } = body
  const refuse = (words: string) => demandUploadPage(c, { problems: [{ field: 'file', words }] })
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refuse('Choose a file')
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
  if ('problem' in table) return refuse(table.problem)
  const network = await loadNetwork(c.var.store, { day: isoDay(c.var.now()) })
  const read = readDemand(table.header, table.rows, placesIn(network))
  if (read.refused !== null) return refuse(read.refused)
  const holding = new Map((await demandLines(c.var.store.db)).map((line) => [keyOf(line), line]))
  const lines = read.lines.filter((line) => !isSame(line, holding.get(keyOf(line))))
  return demandUploadPage(c, { read: { ...read, lines, unchanged: read.lines.length - lines.length } })
}

async function stateLines(c: PageContext) {
  const fields = await fieldsOf(c)
  const lines = linesSchema.safeParse(json(fields.lines ?? ''))
  if (!lines.success)
    return demandUploadPage(c, { problems: [{ field: 'file', words: 'Choose the file again' }] })
  const reason = (fields.reason ?? '').trim()
  const id = isId(fields.id ?? '') ? (fields.id ?? newId()) : newId()
  const again = (words: string) =>
    demandUploadPage(c, {
      read: { lines: lines.data, problems: [], refused: null, unchanged: 0 },
      ...{ problems: [{ field: 'reason', words }], reason, id },
    })
  if (reason.length < 5) return again('Say why they are stated, in 5 characters or more')
  if (reason.length > 1000) return again('The reason has to be 1,000 characters or fewer')
  const author = demandAuthor(c)
  const done = await stateDemand(c.var.store.db, { id, lines: lines.data, reason, author, at: c.var.now() })
  if (done.outcome === 'refused') return again(done.problems.map(({ words }) => words).join(' '))
  return c.redirect(`${paths.networkDemandTable()}?done=uploaded`, 303)
}

function isSame(line: DemandLine, holds: DemandLine | undefined): boolean {
  if (!holds) return line.value === null
  const { value, basis, source, years } = line
  return value === holds.value && basis === holds.basis && source === holds.source && years === holds.years
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
