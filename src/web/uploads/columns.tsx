/** The columns of a file of past treatments: a page that says what each holds, the same as CSV, and an empty file. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { csvOf } from '#core/census/csv.ts'
import { type UploadColumn, uploadColumns } from '#core/registry/upload/columns.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { uploadsAt } from './at.ts'
import { UploadsFrame } from './frame.tsx'

export async function columnsPage(c: PageContext) {
  const at = await uploadsAt(c)
  if (!at) return notFound(c)
  return show(
    c,
    <UploadsFrame c={c} at={at} part="columns" title="Columns of past treatments" wide>
      <h1 className="nhsuk-heading-l">Columns of past treatments</h1>
      <p className="nhsuk-u-reading-width">
        One row a treatment. Five columns are needed; leave out those that you do not have, and leave cells
        empty where something is not known. The columns of a tumour are there five times: target1Organ to
        target5Organ, and so on. Your own headings do as well: you say once what each holds, and it is kept.
      </p>
      <p>
        <a href={paths.uploadsPart(at.code, 'template.csv')}>Download an empty file</a>,{' '}
        <a href={paths.uploadsPart(at.code, 'columns.csv')}>download this list</a>.
      </p>
      <DataTable
        stacks
        caption="Columns"
        captionHidden
        rows={uploadColumns.filter(({ name }) => !/^target[2-9]/.test(name))}
        keyOf={({ name }) => name}
        columns={[
          { heading: 'Column', names: true, cell: ({ name }) => <code className="fp-wrap">{name}</code> },
          {
            heading: 'Holds',
            cell: ({ label, needed }) => (
              <>
                {label}
                {needed ? <strong> (needed)</strong> : null}
              </>
            ),
          },
          { heading: 'Written as', cell: (column) => <span className="fp-wrap">{writtenAs(column)}</span> },
        ]}
      />
    </UploadsFrame>,
  )
}

/** How a cell of the column is written. */
function writtenAs({ field, number, name }: UploadColumn): string {
  if (number) return number === 'local' ? 'Letters and digits' : '10 digits, with or without spaces'
  switch (field.input) {
    case 'choice':
      return field.options
        .map(({ value, label }) => (label === value ? value : `${value} (${label})`))
        .join(', ')
    case 'number': {
      const unit = field.unit ? ` ${field.unit}` : ''
      return `${field.whole ? 'A whole number' : 'A number with a point'}, ${field.min} to ${field.max}${unit}`
    }
    case 'date':
      return 'A day, as 2021-03-09 or 09/03/2021'
    case 'yes-no':
      return 'yes, no'
    case 'procedure':
      return PROCEDURES.map(({ id }) => id).join(', ')
    default:
      return name === 'localKey'
        ? 'Letters, digits and . _ / - only: yours, the same each time, and nobody’s number'
        : 'Letters, digits and . _ / - only'
  }
}

export const columnsFile = (c: PageContext) =>
  csvFile(
    c,
    'columns.csv',
    csvOf([
      ['column', 'holds', 'needed', 'written as'],
      ...uploadColumns.map((column) => [
        column.name,
        column.label,
        column.needed ? 'yes' : 'no',
        writtenAs(column),
      ]),
    ]),
  )

export const templateFile = (c: PageContext) =>
  csvFile(c, 'past-treatments.csv', csvOf([uploadColumns.map(({ name }) => name)]))

function csvFile(c: PageContext, name: string, text: string) {
  return c.body(`\ufeff${text}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
