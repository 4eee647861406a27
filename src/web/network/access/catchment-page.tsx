/** Supply against demand within reach, by the two-step floating catchment method: by nation, region and district. */

import { Button, TextInput } from 'nhsuk-react-components'
import { procedureWithin } from '#core/catalogue/procedures.ts'
import { errorFor, type FieldProblem, Problems } from '../../components/problems.tsx'
import type { PageContext } from '../../environment.ts'
import { show } from '../../layout/page.tsx'
import { notFound } from '../../layout/refusals.tsx'
import { paths } from '../../paths.ts'
import { AsOf } from '../as-of.tsx'
import { NetworkPage } from '../frame.tsx'
import { counted } from '../words.ts'
import { type AccessAsked, accessAsked, oddAccess, viewOf } from './asked.ts'
import { accessFor, travelAt } from './at.ts'
import { basisWord, TravelBasisNote } from './basis.tsx'
import { amountOf, SupplyKey, SupplyMap, SupplyTable } from './catchment-parts.tsx'
import {
  type CatchmentAsked,
  type CatchmentView,
  catchmentAsked,
  catchmentView,
  type PlaceSupply,
} from './catchment-view.ts'
import { csvFile } from './csv.ts'
import { ProcedureChoice, WithinChoice } from './page.tsx'
import { percent } from './words.ts'

const USUAL_PROCEDURE = 'liver-ablation'
const LOWEST = 20

async function found(c: PageContext) {
  const asked = accessAsked(c)
  const procedure = asked.procedure ?? USUAL_PROCEDURE
  const travel = await travelAt(c)
  if (!travel) return null
  const at = accessFor(travel, procedure)
  const typed = catchmentAsked(c)
  const problems: readonly FieldProblem[] = [...oddAccess(c), ...typed.problems]
  const view = await catchmentView(c, at, typed, asked.within)
  return { asked: { ...asked, procedure }, at, typed, problems, view }
}

export async function catchmentPage(c: PageContext) {
  const of = await found(c)
  if (!of) return notFound(c)
  const { asked, at, typed, problems, view } = of
  const name = procedureWithin(asked.procedure)
  return show(
    c,
    <NetworkPage
      c={c}
      part="access"
      title={`Supply within reach: ${name}`}
      wide
      hasErrors={problems.length > 0}
      crumbs={[
        { text: 'Access', href: paths.networkAccess({ edition: asked.edition }) },
        { text: `Access to ${name}`, href: paths.networkAccess(viewOf(asked)) },
      ]}
    >
      <Problems problems={problems} />
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
      <div className="fp-access">
        <div>
          <AskForm asked={asked} typed={typed} problems={problems} />
          {view.services > 0 ? <SupplyKey view={view} /> : null}
        </div>
        {view.services > 0 ? (
          <SupplyMap asked={asked} at={at} view={view} words={sentenceOf(asked, view)} />
        ) : null}
      </div>
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
      {problems.length === 0 ? (
        <p className="fp-screen-only">
          <a href={paths.networkCatchment(queryOf(asked, typed), 'csv')}>
            Download nations, regions and all {view.districts.length} districts as CSV
          </a>
        </p>
      ) : null}
    </NetworkPage>,
    problems.length > 0 ? 422 : 200,
  )
}

export async function catchmentCsv(c: PageContext) {
  const of = await found(c)
  if (!of || of.problems.length > 0) return notFound(c)
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

interface AskFormProps {
  readonly asked: AccessAsked
  readonly typed: CatchmentAsked
  readonly problems: readonly FieldProblem[]
}

function AskForm({ asked, typed, problems }: AskFormProps) {
  return (
    <form method="get" action={paths.networkCatchment()} className="fp-screen-only" noValidate>
      {asked.edition ? <input type="hidden" name="edition" value={asked.edition} /> : null}
      <div className="fp-inline-form">
        <ProcedureChoice value={asked.procedure} all={false} {...errorFor(problems, 'procedure')} />
        <WithinChoice value={asked.within} {...errorFor(problems, 'within')} />
      </div>
      <TextInput
        id="rate"
        name="rate"
        label="Patients a year per million residents"
        hint="Empty: as the table of demand says"
        width={5}
        inputMode="decimal"
        defaultValue={typed.typed.rate}
        {...errorFor(problems, 'rate')}
      />
      <TextInput
        id="each"
        name="each"
        label="Treatments a year at a service that states none"
        hint="Empty: it counts for nothing"
        width={5}
        inputMode="decimal"
        defaultValue={typed.typed.each}
        {...errorFor(problems, 'each')}
      />
      <Button secondary small>
        Compute
      </Button>
    </form>
  )
}

function queryOf(asked: AccessAsked, { typed }: CatchmentAsked) {
  return { ...viewOf(asked), rate: typed.rate || undefined, each: typed.each || undefined }
}
