/** Supply against demand within reach, by the two-step floating catchment method: by nation, region and district. */

import { Button, Select, TextInput } from 'nhsuk-react-components'
import { procedureWithin } from '#core/catalogue/procedures.ts'
import { BANDS } from '#core/network/siting/reach.ts'
import { errorFor, Problems } from '../../components/problems.tsx'
import { DataTable } from '../../components/table.tsx'
import type { PageContext } from '../../environment.ts'
import { show } from '../../layout/page.tsx'
import { notFound } from '../../layout/refusals.tsx'
import { paths } from '../../paths.ts'
import { AsOf } from '../as-of.tsx'
import { NetworkPage } from '../frame.tsx'
import { counted } from '../words.ts'
import { type AccessAsked, accessAsked, viewOf } from './asked.ts'
import { accessFor, travelAt } from './at.ts'
import { basisWord, TravelBasisNote } from './basis.tsx'
import {
  type CatchmentAsked,
  type CatchmentUnit,
  type CatchmentView,
  catchmentAsked,
  catchmentView,
  type PlaceSupply,
} from './catchment-view.ts'
import { csvFile } from './csv.ts'
import { ProcedureChoice } from './page.tsx'
import { manyPeople, people, percent } from './words.ts'

const USUAL_PROCEDURE = 'liver-ablation'
const LOWEST = 20

export const UNIT_WORDS: Readonly<Record<CatchmentUnit, string>> = {
  'per-patient': 'Treatments a year for each expected patient',
  'per-100000': 'Treatments a year for each 100,000 residents',
  'services-per-million': 'Services for each million residents',
}

async function found(c: PageContext) {
  const asked = accessAsked(c)
  const procedure = asked.procedure ?? USUAL_PROCEDURE
  const travel = await travelAt(c)
  if (!travel) return null
  const at = accessFor(travel, procedure)
  const typed = catchmentAsked(c)
  return { asked: { ...asked, procedure }, at, typed, view: await catchmentView(c, at, typed, asked.within) }
}

export async function catchmentPage(c: PageContext) {
  const of = await found(c)
  if (!of) return notFound(c)
  const { asked, at, typed, view } = of
  const name = procedureWithin(asked.procedure)
  return show(
    c,
    <NetworkPage
      c={c}
      part="access"
      title={`Supply within reach: ${name}`}
      hasErrors={typed.problems.length > 0}
      crumbs={[
        { text: 'Access', href: paths.networkAccess({ edition: asked.edition }) },
        { text: `Access to ${name}`, href: paths.networkAccess(viewOf(asked)) },
      ]}
    >
      <Problems problems={typed.problems} />
      <h1 className="nhsuk-heading-l">Supply against demand within reach: {name}</h1>
      <p className="fp-statement">{sentenceOf(asked, view)}</p>
      <p className="nhsuk-u-reading-width">
        What each service does in a year is shared among all patients within {asked.within} minutes of it,
        whichever border lies between; each place adds up its shares of all services that it reaches. So a
        busy neighbour takes from a service, and a place between two has something of both: the two-step
        floating catchment method (Luo and Wang 2003). A catchment ends sharply: a minute further counts for
        nothing.
      </p>
      <Inputs view={view} typed={typed} />
      <AsOf at={at} hrefOf={(edition) => paths.networkCatchment(viewOf(asked, { edition }))} />
      <TravelBasisNote times={at.times} />
      <AskForm asked={asked} typed={typed} />
      <SupplyTable caption="By nation" heading="Nation" rows={[view.whole, ...view.nations]} view={view} />
      <SupplyTable
        caption="By region: an area counts to the region of the nearest service of its nation"
        heading="Region"
        rows={view.regions}
        view={view}
      />
      <SupplyTable
        caption={`The ${Math.min(LOWEST, view.districts.length)} districts with least within reach`}
        heading="District"
        rows={view.districts.slice(0, LOWEST)}
        view={view}
      />
      {typed.problems.length === 0 ? (
        <p className="fp-screen-only">
          <a href={paths.networkCatchment(queryOf(asked, typed), 'csv')}>
            Download nations, regions and all {view.districts.length} districts as CSV
          </a>
        </p>
      ) : null}
    </NetworkPage>,
    typed.problems.length > 0 ? 422 : 200,
  )
}

export async function catchmentCsv(c: PageContext) {
  const of = await found(c)
  if (!of || of.typed.problems.length > 0) return notFound(c)
  const { asked, at, view } = of
  const rows = (level: string, places: readonly PlaceSupply[]) =>
    places.map((place) => [
      ...[asked.procedure, at.day, basisWord(at.times), asked.within, level, place.nation ?? '', place.name],
      ...[place.people, place.patients === null ? '' : place.patients.toFixed(2), view.unit],
      ...[place.access === null ? '' : place.access.toFixed(2), place.without],
    ])
  return csvFile(c, `supply-within-reach-${asked.procedure}-${at.day}`, [
    [
      ...['procedure', 'day', 'travel_times', 'within_minutes', 'level', 'nation', 'place', 'people'],
      ...['expected_patients', 'unit', 'within_reach', 'people_without'],
    ],
    ...rows('nation', [view.whole, ...view.nations]),
    ...rows('region', view.regions),
    ...rows('district', view.districts),
  ])
}

function sentenceOf({ procedure, within }: AccessAsked, { unit, whole, services }: CatchmentView): string {
  if (services === 0) return `No service says that it offers ${procedureWithin(procedure ?? '')}.`
  const without = percent(1 - whole.without / whole.people)
  const mean =
    unit === 'services-per-million'
      ? `${amountOf(whole)} services for each million residents`
      : unit === 'per-patient'
        ? `${amountOf(whole)} treatments a year for each patient expected`
        : `${amountOf(whole)} treatments a year for each 100,000 residents`
  return `${without} of people have some supply within ${within} minutes; on average ${mean} are within reach.`
}

function Inputs({
  view: { unit, services, stated, whole },
  typed,
}: {
  readonly view: CatchmentView
  readonly typed: CatchmentAsked
}) {
  const supply =
    unit === 'services-per-million'
      ? `None of the ${services} services has stated how many it does a year, so each counts as one. Type a number below to count treatments.`
      : `${stated} of ${counted(services, 'service', 'services')} stated how many they do a year, counted here in fives; ${
          typed.each === null ? 'the others count for nothing' : `each other counts as ${typed.each}`
        }.`
  const demand =
    unit === 'per-patient'
      ? `${Math.round(whole.patients ?? 0).toLocaleString('en-GB')} patients a year are expected: ${
          typed.rate === null ? 'by the table of demand' : `${typed.rate} per million residents, as typed`
        }.`
      : unit === 'per-100000'
        ? 'The table of demand does not say how many patients to expect, so residents are counted. Type a rate below to count patients.'
        : 'Residents are counted, not patients.'
  return (
    <ul className="nhsuk-u-reading-width">
      <li>Supply: {supply}</li>
      <li>
        Demand: {demand} <a href={paths.networkDemand()}>Demand</a>
      </li>
    </ul>
  )
}

function AskForm({ asked, typed }: { readonly asked: AccessAsked; readonly typed: CatchmentAsked }) {
  return (
    <form method="get" action={paths.networkCatchment()} className="fp-screen-only" noValidate>
      {asked.edition ? <input type="hidden" name="edition" value={asked.edition} /> : null}
      <div className="fp-inline-form">
        <ProcedureChoice value={asked.procedure} all={false} />
        <Select id="within" name="within" label="Within" defaultValue={String(asked.within)}>
          {BANDS.map((limit) => (
            <Select.Option key={limit} value={String(limit)}>
              {`${limit} minutes`}
            </Select.Option>
          ))}
        </Select>
      </div>
      <TextInput
        id="rate"
        name="rate"
        label="Patients a year per million residents"
        hint="Empty: as the table of demand says"
        width={5}
        inputMode="decimal"
        defaultValue={typed.typed.rate}
        {...errorFor(typed.problems, 'rate')}
      />
      <TextInput
        id="each"
        name="each"
        label="Treatments a year at a service that states none"
        hint="Empty: it counts for nothing"
        width={5}
        inputMode="decimal"
        defaultValue={typed.typed.each}
        {...errorFor(typed.problems, 'each')}
      />
      <Button secondary small>
        Compute
      </Button>
    </form>
  )
}

interface SupplyTableProps {
  readonly caption: string
  readonly heading: string
  readonly rows: readonly PlaceSupply[]
  readonly view: CatchmentView
}

function SupplyTable({ caption, heading, rows, view }: SupplyTableProps) {
  const most = Math.max(view.whole.access ?? 0, ...rows.map(({ access }) => access ?? 0))
  return (
    <DataTable
      stacks
      caption={caption}
      rows={rows}
      keyOf={({ nation, name }) => `${nation} ${name}`}
      columns={[
        { heading, names: true, cell: ({ name }) => name },
        { heading: 'People', number: true, cell: ({ people: count }) => people(count) },
        ...(view.unit === 'per-patient'
          ? [
              {
                heading: 'Patients a year',
                number: true,
                cell: ({ patients }: PlaceSupply) => (patients ?? 0).toFixed(1),
              },
            ]
          : []),
        { heading: 'Picture', cell: (row) => <SupplyBar row={row} whole={view.whole} most={most} /> },
        { heading: UNIT_WORDS[view.unit], number: true, cell: (row) => <strong>{amountOf(row)}</strong> },
        { heading: 'Nothing within reach', number: true, cell: ({ without }) => withoutWords(without) },
      ]}
    />
  )
}

const withoutWords = (without: number): string => (without === 0 ? 'Nobody' : manyPeople(without))

const amountOf = ({ access }: PlaceSupply): string =>
  access === null
    ? 'Nobody expected'
    : access === 0
      ? 'None'
      : access < 0.01
        ? 'Under 0.01'
        : access.toFixed(2)

/** A bar from nothing, with a line at the mean of the United Kingdom. */
function SupplyBar({
  row,
  whole,
  most,
}: {
  readonly row: PlaceSupply
  readonly whole: PlaceSupply
  readonly most: number
}) {
  const share = (value: number | null) => `${most > 0 ? ((100 * (value ?? 0)) / most).toFixed(2) : 0}%`
  return (
    <svg
      className="fp-supply"
      role="img"
      aria-label={`${row.name}: ${amountOf(row)}; United Kingdom: ${amountOf(whole)}`}
    >
      <rect className="fp-supply__bar" width={share(row.access)} height="100%" />
      <line className="fp-supply__mean" x1={share(whole.access)} x2={share(whole.access)} y1="0" y2="100%" />
    </svg>
  )
}

function queryOf(asked: AccessAsked, { typed }: CatchmentAsked) {
  return { ...viewOf(asked), rate: typed.rate || undefined, each: typed.each || undefined }
}
