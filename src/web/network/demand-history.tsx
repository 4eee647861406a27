/** Every change of the table of demand, the latest first: who, when, why. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { CANCERS, placeWords } from '#core/network/demand/statement.ts'
import { demandHistory } from '#store/network/demand.ts'
import { dateTimeWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { demandCrumb, tableCrumb } from './demand-table.tsx'
import { valueWords } from './demand-words.ts'
import { NetworkPage } from './frame.tsx'

const rowsOnPage = 50

export async function demandHistoryPage(c: PageContext) {
  const page = pageNumber(c.req.query('page'))
  const { lines, total } = await demandHistory(c.var.store.db, {
    limit: rowsOnPage,
    offset: (page - 1) * rowsOnPage,
  })
  return show(
    c,
    <NetworkPage c={c} part="demand" title="Changes of demand" crumbs={[demandCrumb, tableCrumb]}>
      <h1 className="nhsuk-heading-l">Changes of the table of demand</h1>
      <p>Each is also an entry of the record, which nobody can change afterwards.</p>
      <DataTable
        stacks
        caption="Changes"
        captionHidden
        rows={lines}
        keyOf={({ by }) => by?.id ?? ''}
        empty="Nothing was changed yet: the table is as it came with the software."
        columns={[
          {
            heading: 'When',
            names: true,
            cell: ({ by }) => <span className="fp-nowrap">{by ? dateTimeWords(by.at) : ''}</span>,
          },
          { heading: 'By', cell: ({ by }) => by?.author },
          { heading: 'Of', cell: ({ procedure }) => (procedure ? procedureName(procedure) : 'Incidence') },
          { heading: 'Cancer', cell: ({ cancer }) => CANCERS[cancer].name },
          { heading: 'Place', cell: placeWords },
          { heading: 'Value', number: true, cell: ({ what, value }) => valueWords(what, value) },
          {
            heading: 'Source',
            cell: ({ basis, source }) => (basis === 'assumption' ? `Assumption: ${source}` : source),
          },
          { heading: 'Why', cell: ({ by }) => by?.reason },
        ]}
      />
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / rowsOnPage))}
        hrefOf={(number) => paths.networkDemandTable('history', { page: String(number) })}
      />
    </NetworkPage>,
  )
}
