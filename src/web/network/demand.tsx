/** Demand and supply of a procedure: expected beside observed and declared, by place, with what is missing. */

import { Button, Select } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { procedureName, procedureWithin } from '#core/catalogue/procedures.ts'
import type { BesideRow } from '#core/network/demand/beside.ts'
import { demandView } from '#store/network/demand-view.ts'
import { Pager } from '../components/pager.tsx'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { type Column, DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AsOf } from './as-of.tsx'
import { networkAt } from './at.ts'
import {
  type AskedDemand,
  askedDemand,
  DEMAND_BY,
  demandProcedures,
  oddDemand,
  viewOf,
  yearsOf,
} from './demand-asked.ts'
import { demandFinding } from './demand-finding.ts'
import { DemandPicture } from './demand-picture.tsx'
import { DemandSources } from './demand-sources.tsx'
import { expectedWords, rateWords, shownWords, wholeWords } from './demand-words.ts'
import { NetworkPage } from './frame.tsx'
import { refuseAsked } from './refusal.tsx'

const rowsOnPage = 50

export async function demandPage(c: PageContext) {
  const asked = askedDemand(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const problems = oddDemand(c)
  if (problems.length > 0)
    return refuseAsked(c, {
      part: 'demand',
      title: 'Demand',
      heading: 'Demand and supply',
      problems,
      form: <AskForm c={c} asked={asked} year={asked.year ?? yearsOf(c)[1] ?? 0} problems={problems} />,
    })
  const view = await demandView(c.var.store, c.var.config, at.network, {
    procedure: asked.procedure,
    by: asked.by,
    ...(asked.year === null ? {} : { year: asked.year }),
  })
  const rows = inNation(view.rows, asked)
  const whole = view.rows.at(-1)
  const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage))
  const page = Math.min(asked.page, pages)
  const edition = c.req.query('edition')
  const here = (changes: Readonly<Record<string, string | undefined>>) =>
    paths.networkDemand({ ...viewOf(asked), edition, ...changes })
  return show(
    c,
    <NetworkPage c={c} part="demand" title={`Demand: ${procedureWithin(asked.procedure)}`} wide>
      <h1 className="nhsuk-heading-l">Demand and supply</h1>
      <p className="nhsuk-lede-text">{whole ? demandFinding(asked.procedure, whole, view) : null}</p>
      <AskForm c={c} asked={asked} year={view.year} />
      <DemandPicture rows={asked.by === 'district' ? [] : rows} procedure={asked.procedure} />
      <DataTable
        stacks
        caption={`${procedureName(asked.procedure)} by ${DEMAND_BY[asked.by].toLowerCase()}, patients a year`}
        rows={rows.slice((page - 1) * rowsOnPage, page * rowsOnPage)}
        keyOf={({ place }) => `${place.nation}|${place.region}|${place.district}`}
        columns={columnsOf(asked, view.year)}
      />
      <Pager page={page} pages={pages} hrefOf={(number) => here({ page: String(number) })} />
      <p>
        <a href={paths.networkDemand({ ...viewOf(asked), edition }, 'csv')} download>
          Download this table as CSV
        </a>
      </p>
      <h2 className="nhsuk-heading-m">What is missing</h2>
      <ul>
        {view.missing.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {view.observed ? <li>{view.observed.policy}</li> : null}
      </ul>
      <DemandSources c={c} asked={asked} view={view} />
      <AsOf at={at} hrefOf={(other) => here({ edition: other })} />
    </NetworkPage>,
  )
}

/** The rows of one nation with its own sum; of all, with the sum of all. */
export function inNation(rows: readonly BesideRow[], { nation }: AskedDemand): readonly BesideRow[] {
  return nation ? rows.filter(({ place }) => place.nation === nation) : rows
}

function AskForm({
  c,
  asked,
  year,
  problems = [],
}: {
  readonly c: PageContext
  readonly asked: AskedDemand
  readonly year: number
  readonly problems?: readonly FieldProblem[]
}) {
  const field = (name: 'procedure' | 'by' | 'nation' | 'year') => ({
    ...{ id: name, name },
    ...errorFor(problems, name),
  })
  const edition = c.req.query('edition')
  return (
    <form method="get" action={paths.networkDemand()} className="fp-inline-form" aria-label="What is shown">
      {edition ? <input type="hidden" name="edition" value={edition} /> : null}
      <Select label="Procedure" defaultValue={asked.procedure} {...field('procedure')}>
        {demandProcedures.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select label="By" defaultValue={asked.by} {...field('by')}>
        {Object.entries(DEMAND_BY).map(([by, words]) => (
          <Select.Option key={by} value={by}>
            {words}
          </Select.Option>
        ))}
      </Select>
      <Select label="Nation" defaultValue={asked.nation ?? ''} {...field('nation')}>
        <Select.Option value="">All</Select.Option>
        {NATIONS.map((nation) => (
          <Select.Option key={nation} value={nation}>
            {nation}
          </Select.Option>
        ))}
      </Select>
      <Select label="Observed in" defaultValue={String(year)} {...field('year')}>
        {yearsOf(c).map((each) => (
          <Select.Option key={each} value={each}>
            {each}
          </Select.Option>
        ))}
      </Select>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}

function columnsOf({ by }: AskedDemand, year: number): readonly Column<BesideRow>[] {
  const places: Column<BesideRow> = {
    heading: DEMAND_BY[by],
    names: true,
    cell: ({ place }) => place.district ?? place.region ?? place.nation ?? 'United Kingdom',
  }
  const expected: readonly Column<BesideRow>[] = [
    { heading: 'Residents', number: true, cell: ({ place }) => wholeWords(place.people) },
    { heading: 'Expected', number: true, cell: ({ place }) => expectedWords(place.treated) },
    {
      heading: 'Expected per million',
      number: true,
      cell: ({ place }) => (place.perMillion === null ? 'Not stated' : place.perMillion.toFixed(1)),
    },
  ]
  if (by === 'district')
    return [places, { heading: 'Region', cell: ({ place }) => place.region ?? 'All' }, ...expected]
  return [
    places,
    ...expected,
    { heading: `Observed in ${year}`, number: true, cell: ({ observed }) => shownWords(observed) },
    {
      heading: 'Observed per million',
      number: true,
      cell: ({ observed, observedPerMillion }) => rateWords(observedPerMillion, observed === '*'),
    },
    {
      heading: 'Declared',
      cell: ({ declared }) => (
        <span className="fp-nowrap">{`${declared.offering} of ${declared.answered} offer it`}</span>
      ),
    },
    {
      heading: 'Counted by services',
      cell: ({ counted }) =>
        counted === null
          ? 'None stated'
          : `${shownWords(counted.sessions)} sessions, ${counted.services} ${counted.services === 1 ? 'service' : 'services'}`,
    },
  ]
}
