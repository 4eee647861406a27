/** What a procedure's expectation is computed from: the definition, and the lines that are used, each with its source. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import { CANCERS, placeWords, type StatedLine } from '#core/network/demand/statement.ts'
import type { DemandView } from '#store/network/demand-view.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import type { AskedDemand } from './demand-asked.ts'
import { SourceWords } from './demand-source-words.tsx'
import { valueWords } from './demand-words.ts'
import { mayPropose } from './may-propose.ts'

interface DemandSourcesProps {
  readonly c: PageContext
  readonly asked: AskedDemand
  readonly view: DemandView
}

export function DemandSources({ c, asked, view }: DemandSourcesProps) {
  const lines = linesUsed(view.lines, asked.procedure)
  const hasShare = lines.some(({ what }) => what === 'share')
  return (
    <>
      <h2 className="nhsuk-heading-m">How it is computed</h2>
      <p>
        Expected = residents × new cases a year × the share of new cases that would have{' '}
        {procedureWithin(asked.procedure)}, added up over cancers and districts. The value of the closest
        place counts: district, region, nation, United Kingdom. Rates are crude: the age of residents is not
        weighed. A patient counts once, whatever the number of sessions.
      </p>
      <DataTable
        stacks
        caption="Values that are used"
        rows={lines}
        keyOf={({ what, cancer, ...line }) => `${what}|${cancer}|${placeWords(line)}`}
        empty="None: no share is stated for this procedure."
        columns={[
          {
            heading: 'Of',
            names: true,
            cell: ({ what }) => (what === 'share' ? 'Share treated' : 'Incidence'),
          },
          { heading: 'Cancer', cell: ({ cancer }) => CANCERS[cancer].name },
          { heading: 'Place', cell: placeWords },
          { heading: 'Value', number: true, cell: ({ what, value }) => valueWords(what, value) },
          { heading: 'Source', cell: (line) => <SourceWords line={line} /> },
        ]}
      />
      <p>
        <a href={paths.networkDemandTable()}>See the whole table of demand</a>
        {mayPropose(c) ? (
          <>
            {' or '}
            <a href={paths.networkDemandTable('new', { what: 'share', procedure: asked.procedure })}>
              state {hasShare ? 'another' : 'a'} share for this procedure
            </a>
          </>
        ) : null}
        .
      </p>
    </>
  )
}

/** The shares of the procedure, and the incidence of their cancers. */
function linesUsed(lines: readonly StatedLine[], procedure: string): readonly StatedLine[] {
  const shares = lines.filter((line) => line.what === 'share' && line.procedure === procedure)
  const cancers = new Set(shares.map(({ cancer }) => cancer))
  return [...shares, ...lines.filter(({ what, cancer }) => what === 'incidence' && cancers.has(cancer))]
}
