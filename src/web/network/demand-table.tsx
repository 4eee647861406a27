/** The table that demand is computed from: every line that holds, with its source, and where it is changed. */

import { Button } from 'nhsuk-react-components'
import { procedureName } from '#core/catalogue/procedures.ts'
import {
  CANCERS,
  type DemandLine,
  keyOf,
  placeWords,
  type StatedLine,
} from '#core/network/demand/statement.ts'
import { demandLines } from '#store/network/demand.ts'
import { Done } from '../components/done.tsx'
import { type Column, DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { SourceWords } from './demand-source-words.tsx'
import { valueWords } from './demand-words.ts'
import { NetworkPage } from './frame.tsx'
import { mayPropose } from './may-propose.ts'

export const demandCrumb = { text: 'Demand', href: paths.networkDemand() }
export const tableCrumb = { text: 'Table of demand', href: paths.networkDemandTable() }

const done = new Map([
  ['stated', 'The line is stated. What was stated before is kept in the history.'],
  ['taken-back', 'The line is taken back. What comes with the software holds again, where there is any.'],
  ['uploaded', 'The lines of the file are stated. What was stated before is kept in the history.'],
])

export async function demandTablePage(c: PageContext) {
  const lines = await demandLines(c.var.store.db)
  const may = mayPropose(c)
  const of = (what: DemandLine['what']) => lines.filter((line) => line.what === what)
  return show(
    c,
    <NetworkPage c={c} part="demand" title="Table of demand" crumbs={[demandCrumb]}>
      <Done c={c} words={done} />
      <h1 className="nhsuk-heading-l">Table of demand</h1>
      <p className="nhsuk-u-reading-width">
        Demand is computed from two kinds of lines. Each names its source, or says that it is an assumption;
        each change is kept with who made it and why.
      </p>
      {may ? (
        <div className="fp-actions">
          <Button href={paths.networkDemandTable('new')}>State a line</Button>
          <a href={paths.networkDemandTable('upload')}>Upload a file of lines</a>
        </div>
      ) : null}
      <h2 className="nhsuk-heading-m">Share of new cases that would have a procedure</h2>
      {of('share').length === 0 ? (
        <div className="nhsuk-inset-text">
          <p>
            No share is stated. No published share is known to this software, and it makes none up: until
            whoever plans states one, as an assumption or with its source, no procedure is expected or ruled
            out.
          </p>
        </div>
      ) : (
        <DataTable
          stacks
          caption="Shares treated"
          captionHidden
          rows={of('share')}
          keyOf={keyOf}
          columns={[
            { heading: 'Procedure', names: true, cell: ({ procedure }) => procedureName(procedure ?? '') },
            { heading: 'Cancer', cell: ({ cancer }) => CANCERS[cancer].name },
            ...columnsOf(may),
          ]}
        />
      )}
      <h2 className="nhsuk-heading-m">Incidence: new cases a year per 100,000 residents</h2>
      <DataTable
        stacks
        caption="Incidence"
        captionHidden
        rows={of('incidence')}
        keyOf={keyOf}
        empty="No incidence is stated."
        columns={[
          {
            heading: 'Cancer',
            names: true,
            cell: ({ cancer }) => `${CANCERS[cancer].name} (${CANCERS[cancer].icd10})`,
          },
          ...columnsOf(may),
        ]}
      />
      <div className="fp-actions">
        <a href={paths.networkDemandTable('table.csv')} download>
          Download the table as CSV
        </a>
        <a href={paths.networkDemandTable('history')}>All changes</a>
      </div>
    </NetworkPage>,
  )
}

function columnsOf(may: boolean): readonly Column<StatedLine>[] {
  return [
    { heading: 'Place', cell: placeWords },
    {
      heading: 'Value',
      number: true,
      cell: ({ what, value }) => <span className="fp-nowrap">{valueWords(what, value)}</span>,
    },
    { heading: 'Source', cell: (line) => <SourceWords line={line} /> },
    ...(may
      ? [
          {
            heading: 'Change',
            cell: (line: StatedLine) => (
              <a href={paths.networkDemandTable('new', keyQuery(line))}>
                Change
                <span className="nhsuk-u-visually-hidden">
                  {' '}
                  {CANCERS[line.cancer].name}, {placeWords(line)}
                  {line.procedure ? `, ${procedureName(line.procedure)}` : ''}
                </span>
              </a>
            ),
          },
        ]
      : []),
  ]
}

/** A line's key in an address. */
const keyQuery = ({ what, cancer, procedure, nation, region, district }: DemandLine) => ({
  ...{ what, cancer, procedure: procedure ?? undefined },
  ...{ nation: nation ?? undefined, region: region ?? undefined, district: district ?? undefined },
})
