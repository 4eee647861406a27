/** Every use of break-glass that concerns an organisation, for its Caldicott guardian. */

import { roleNames } from '#core/access/role.ts'
import { type GlassBroken, glassBroken, glassOnPage } from '#store/case/break-glass.ts'
import { dateTimeWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { filterOf, NarrowedBy, narrowedBy, PatientSign, Sections } from './filter.tsx'

export async function uses(c: PageContext) {
  const { organisations } = scopeFor(c, 'looks:see')
  const filter = filterOf(c)
  const page = pageNumber(c.req.query('page'))
  const narrowed = await narrowedBy(c, filter)
  const { uses, total } = await inScope(c, 'looks:see', (db) =>
    glassBroken(db, { organisations, ...filter }, page),
  )
  return show(
    c,
    <Page
      c={c}
      title="Break-glass"
      here={paths.looks()}
      breadcrumbs={[{ text: 'Who looked', href: paths.looks() }]}
    >
      <h1 className="nhsuk-heading-l">Break-glass</h1>
      <p className="nhsuk-lede-text">
        Who opened a patient of your organisation from elsewhere, or from your organisation a patient
        elsewhere, and why. Attempts that found nobody are here as well.
      </p>
      <Sections here="break-glass" filter={filter} />
      <NarrowedBy narrowed={narrowed} hrefOf={(each) => paths.breakGlassUses({ ...each })} />
      <DataTable
        stacks
        caption={`${total} ${total === 1 ? 'use' : 'uses'}, the latest first`}
        rows={uses}
        keyOf={({ id }) => id}
        empty="Break-glass was not used."
        columns={[
          { heading: 'When', names: true, cell: ({ at }) => dateTimeWords(at) },
          {
            heading: 'Who',
            cell: (use) => <Who use={use} href={paths.breakGlassUses({ ...filter, person: use.person })} />,
          },
          {
            heading: 'Whom',
            cell: ({ patient }) =>
              patient ? (
                <PatientSign patient={patient} href={paths.looks({ patient })} />
              ) : (
                'Nobody was found'
              ),
          },
          { heading: 'Reason given', cell: ({ reason }) => <span className="fp-wrap">{reason}</span> },
          {
            heading: 'Open until',
            cell: ({ patient, until }) => (patient ? dateTimeWords(until) : 'Not opened'),
          },
        ]}
      />
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / glassOnPage))}
        hrefOf={(number) => paths.breakGlassUses({ ...filter, page: String(number) })}
      />
    </Page>,
  )
}

function Who({ use, href }: { readonly use: GlassBroken; readonly href: string }) {
  const role = Object.entries(roleNames).find(([each]) => each === use.role)?.[1] ?? use.role
  return (
    <>
      <a href={href}>{use.personName ?? 'Not known any more'}</a>
      <br />
      {role}, {use.organisationName}
    </>
  )
}
