/** The census's tables from the answers so far: each number with what it is out of and how many are missing. */

import { Button } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { csvOf } from '#core/census/csv.ts'
import { PROVISION_CLASSES, PROVISION_WORDS } from '#core/census/provision.ts'
import type { Figure, GroupResult, Table, Tabulation } from '#core/census/tabulate.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { type Column, DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed } from './edition.ts'
import { figureWords } from './figures.tsx'
import { RoomPage } from './frame.tsx'
import { viewOf } from './view.ts'

interface Asked {
  readonly c: PageContext
  readonly corrected: boolean
}

const askedOf = (c: PageContext): Asked => ({ c, corrected: c.req.query('corrections') === 'with' })

async function tablesPage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const { corrected } = askedOf(c)
  const view = await viewOf(c, edition, corrected)
  const here = (filter: Readonly<Record<string, string | undefined>>) =>
    paths.censusRoomPart(edition.id, 'tables', filter)
  const corrections = corrected ? 'with' : undefined
  return show(
    c,
    <RoomPage c={c} edition={edition} part="tables" title="Tables" islands={['live']}>
      <h1 className="nhsuk-heading-l">Tables</h1>
      {view ? (
        <div data-live-from={paths.censusLive(edition.id)}>
          <EditionNote {...view} correctionsHref={here(corrected ? {} : { corrections: 'with' })} />
          <div className="fp-actions">
            <Button href={here({ as: 'csv', corrections })} secondary small>
              Download as CSV
            </Button>
            <a href={paths.figures(edition.id)}>The same as public figures</a>
          </div>
          <div data-live="tables">
            <Tables tabulation={view.tabulation} />
          </div>
        </div>
      ) : (
        <p>The edition is not open, so there is nothing to count.</p>
      )}
    </RoomPage>,
  )
}

function Tables({ tabulation }: { readonly tabulation: Tabulation }) {
  const { all, nations, table1, table2, barriers } = tabulation
  return (
    <>
      <ClassTable groups={[all, ...inNationOrder(nations)]} />
      <DataTable
        caption="Separate facts"
        rows={factsOf(tabulation)}
        keyOf={({ name }) => name}
        columns={figureColumns('Fact')}
      />
      <OptionTable caption="Table 1: supportive procedures" table={table1} />
      <OptionTable caption="Table 2: disease-modifying procedures" table={table2} />
      <OptionTable caption="What stands in the way" table={barriers} />
    </>
  )
}

/** England first, as everywhere. */
export function inNationOrder<Row extends { readonly nation: string | null }>(
  rows: readonly Row[],
): readonly Row[] {
  const order: readonly string[] = NATIONS
  return rows.toSorted((a, b) => order.indexOf(a.nation ?? '') - order.indexOf(b.nation ?? ''))
}

function ClassTable({ groups }: { readonly groups: readonly GroupResult[] }) {
  const heading = ({ nation }: GroupResult) => nation ?? 'All'
  const rows = rowsOfClasses(groups)
  return (
    <DataTable
      caption="Provision by class and nation: of the organisations whose class is known"
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { heading: 'Class', names: true, cell: ({ name }) => name },
        ...groups.map(
          (group, index): Column<(typeof rows)[number]> => ({
            heading: heading(group),
            number: true,
            cell: ({ cells }) => cells[index],
          }),
        ),
      ]}
    />
  )
}

/** Classes, then what they add up to, then whom the percentages are of and who is left out. */
function rowsOfClasses(groups: readonly GroupResult[]) {
  const short = ({ numerator, percent }: Figure) => (percent === null ? '0' : `${numerator} (${percent}%)`)
  return [
    ...PROVISION_CLASSES.map((of) => ({
      name: PROVISION_WORDS[of],
      cells: groups.map(({ classes }) => short(classes[of])),
    })),
    {
      name: 'Provides IO or has a formal referral pathway',
      cells: groups.map((group) => short(group.providesOrPathway)),
    },
    {
      name: 'Class known: the percentages are of these',
      cells: groups.map((group) => group.providesOrPathway.denominator),
    },
    {
      name: 'Missing: not answered, or not enough to tell',
      cells: groups.map((group) => group.providesOrPathway.missing),
    },
    { name: 'Asked', cells: groups.map(({ asked }) => asked) },
  ]
}

interface Fact {
  readonly name: string
  readonly figure: Figure
}

function factsOf(tabulation: Tabulation): readonly Fact[] {
  return [
    { name: 'Has an interventional radiology department', figure: tabulation.irDepartment },
    { name: 'Of those, offers interventional oncology', figure: tabulation.irDepartmentProviding },
    { name: 'Has a lead for interventional oncology', figure: tabulation.ioLead },
    {
      name: 'Provides IO or has a formal pathway, and said which procedures it offers',
      figure: tabulation.gaveDetail,
    },
    { name: 'Offers therapeutic IO, not biopsy alone', figure: tabulation.therapeutic },
    {
      name: 'Supportive-only services with a formal referral pathway for disease-modifying procedures',
      figure: tabulation.withDiseaseModifyingPathway,
    },
    { name: 'Supportive-only services without one', figure: tabulation.withoutDiseaseModifyingPathway },
  ]
}

function figureColumns(heading: string): readonly Column<Fact>[] {
  return [
    { heading, names: true, cell: ({ name }) => name },
    { heading: 'Number', number: true, cell: ({ figure }) => figureWords(figure) },
    { heading: 'Missing', number: true, cell: ({ figure }) => figure.missing },
  ]
}

function OptionTable({ caption, table }: { readonly caption: string; readonly table: Table }) {
  return (
    <DataTable
      caption={`${caption}, of ${table.denominator} ${table.denominatorIs}; ${table.missing} missing`}
      rows={table.rows}
      keyOf={({ id }) => id}
      empty="This edition’s questionnaire does not ask it."
      columns={[
        { heading: 'Answer', names: true, cell: ({ label }) => label },
        { heading: 'Organisations', number: true, cell: ({ figure }) => figure.numerator },
        {
          heading: 'Percent',
          number: true,
          cell: ({ figure }) => (figure.percent === null ? 'Not known' : `${figure.percent}%`),
        },
      ]}
    />
  )
}

/** Every number of the page, one a row. */
async function tablesCsv(c: PageContext) {
  const edition = await editionNamed(c)
  const view = edition && (await viewOf(c, edition, askedOf(c).corrected))
  if (!edition || !view) return notFound(c)
  const { all, nations, table1, table2, barriers } = view.tabulation
  const row = (table: string, group: string, name: string, figure: Figure) => [
    table,
    group,
    name,
    figure.numerator,
    figure.denominator,
    figure.percent,
    figure.missing,
  ]
  const rows = [
    ...[all, ...nations].flatMap((group) => [
      ...PROVISION_CLASSES.map((of) =>
        row('provision', group.nation ?? 'All', PROVISION_WORDS[of], group.classes[of]),
      ),
      row(
        'provision',
        group.nation ?? 'All',
        'Provides IO or has a formal referral pathway',
        group.providesOrPathway,
      ),
    ]),
    ...factsOf(view.tabulation).map(({ name, figure }) => row('facts', 'All', name, figure)),
    ...[table1, table2, barriers].flatMap((table) =>
      table.rows.map(({ label, figure }) => row(table.id, 'All', label, figure)),
    ),
  ]
  const about = [
    `${edition.title}${edition.fictional ? ', fictional demonstration data' : ''}`,
    edition.digest ?? 'open, no digest yet',
  ]
  const header = ['table', 'group', 'measure', 'count', 'out_of', 'percent', 'missing', 'edition', 'digest']
  return download(
    c,
    `${edition.id}-tables.csv`,
    csvOf([header, ...rows.map((cells) => [...cells, ...about])]),
  )
}

/** A CSV file with the mark that makes spreadsheets read it as UTF-8. */
export function download(c: PageContext, name: string, csv: string) {
  return c.body(`\uFEFF${csv}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}

export const tables = (c: PageContext) => (c.req.query('as') === 'csv' ? tablesCsv(c) : tablesPage(c))
