/** The list of published reports: for everybody, and with the way to make one for a commissioner. */

import { Button } from 'nhsuk-react-components'
import { type ListedReport, listReports } from '#store/network/report.ts'
import { dateWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { NetworkPage } from './frame.tsx'
import { mayPublish } from './may-propose.ts'

const rowsOnPage = 20

async function listed(c: PageContext) {
  const page = pageNumber(c.req.query('page'))
  const { reports, total } = await listReports(c.var.store.db, {
    limit: rowsOnPage,
    offset: (page - 1) * rowsOnPage,
  })
  return { page, reports, pages: Math.max(1, Math.ceil(total / rowsOnPage)) }
}

export async function networkReportsPage(c: PageContext) {
  const { page, reports, pages } = await listed(c)
  return show(
    c,
    <NetworkPage c={c} part="reports" title="Reports">
      <h1 className="nhsuk-heading-l">Reports</h1>
      <p className="nhsuk-u-reading-width">
        A report says how a nation or region stands on one day: provision, gaps, access, demand, and what
        would help. Anyone can open a published one.
      </p>
      {mayPublish(c) ? <Button href={paths.networkReportNew()}>Make a report</Button> : null}
      <List reports={reports} />
      <Pager page={page} pages={pages} hrefOf={(number) => paths.networkReports({ page: String(number) })} />
    </NetworkPage>,
  )
}

export async function publicReportsPage(c: PageContext) {
  const { page, reports, pages } = await listed(c)
  return show(
    c,
    <Page c={c} title="Reports of the network" here={paths.figures()}>
      <h1 className="nhsuk-heading-l">Reports of the network</h1>
      <p className="nhsuk-u-reading-width">
        How a nation or region stands on one day: who provides interventional oncology, where gaps are, how
        far people travel, what would help.
      </p>
      <List reports={reports} />
      <Pager page={page} pages={pages} hrefOf={(number) => paths.reports({ page: String(number) })} />
    </Page>,
  )
}

function List({ reports }: { readonly reports: readonly ListedReport[] }) {
  if (reports.length === 0) return <p>No report is published yet.</p>
  return (
    <ul className="fp-figure-list">
      {reports.map(({ id, title, place, finding, day, author, withdrawnAt }) => (
        <li key={id}>
          <a href={paths.report(id)}>
            <span className="fp-figure-list__number fp-figure-list__day">{dateWords(day)}</span>
            <span>
              <strong>
                {withdrawnAt ? 'Withdrawn: ' : ''}
                {title}
              </strong>
              <span className="fp-figure-list__finding">
                {place}. {finding} {author}.
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
