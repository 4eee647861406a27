/** All services: a list with a search, a nation, and pages. */
import { Button } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import type { OrganisationFacts } from '#store/census/provision-data.ts'
import { dateWords } from '../components/dates.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { CLASS_MARKS } from '../components/national-map/marks.ts'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { Pager } from '../components/pager.tsx'
import type { ProvisionView } from '../components/provision-view.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export interface ServicesPageProps {
  readonly c: PageContext
  readonly search: string
  readonly nation: string | null
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly found: readonly OrganisationFacts[]
  readonly provision: ProvisionView
}

export function ServicesPage(props: ServicesPageProps) {
  const { c, search, nation, page, pages, total, found, provision } = props
  const hrefOf = (next: number) =>
    paths.services({ search, nation: nation ?? undefined, page: next > 1 ? String(next) : undefined })
  return (
    <Page c={c} title={search ? `Services that match “${search}”` : 'All services'} here={paths.find()}>
      <h1 className="nhsuk-heading-xl">All services</h1>
      <EditionNote {...provision} />
      <form className="fp-inline-form" method="get" action={paths.services()}>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="search">
            Name, town or ODS code
          </label>
          <input
            className="nhsuk-input"
            id="search"
            name="search"
            type="search"
            maxLength={80}
            defaultValue={search}
          />
        </div>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="nation">
            Nation
          </label>
          <select className="nhsuk-select" id="nation" name="nation" defaultValue={nation ?? ''}>
            <option value="">All four nations</option>
            {NATIONS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </div>
        <Button>Find</Button>
      </form>
      <p>
        To look round a place, or for a procedure, <a href={paths.find()}>find a service</a> near it.
      </p>
      <DataTable
        stacks
        caption={`${total} ${total === 1 ? 'organisation' : 'organisations'}`}
        rows={found}
        keyOf={({ code }) => code}
        empty="No organisation matches. Try fewer letters, or all four nations."
        columns={[
          {
            heading: 'Service',
            names: true,
            cell: ({ code, name }) => <a href={paths.service(code)}>{name}</a>,
          },
          { heading: 'Main site', cell: ({ mainSite }) => mainSite },
          { heading: 'Nation', cell: ({ nation: of }) => of },
          {
            heading: provision.edition
              ? `Provision as of ${dateWords(provision.edition.censusOn)}`
              : 'Provision',
            cell: (row) => <ProvisionCell row={row} provision={provision} />,
          },
        ]}
      />
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </Page>
  )
}

function ProvisionCell({
  row,
  provision,
}: {
  readonly row: OrganisationFacts
  readonly provision: ProvisionView
}) {
  if (row.closedOn) return <>Closed</>
  const mark = CLASS_MARKS[provision.provisions.get(row.code)?.class ?? 'no-answer']
  return (
    <span className="fp-mark-words">
      <MarkIcon mark={mark} />
      <span>{mark.words}</span>
    </span>
  )
}
