/** Access: of every procedure, or of one by nation, region and district, with its map and its worst-served areas. */

import { Button, Details, Select } from 'nhsuk-react-components'
import { PROCEDURES, procedureWithin } from '#core/catalogue/procedures.ts'
import { districtsOf, reachByNation, reachByRegion, shareWithin } from '#core/network/access.ts'
import { BANDS, bandWords, type Reach, reachOf } from '#core/network/siting/reach.ts'
import { errorFor, type FieldProblem } from '../../components/problems.tsx'
import { DataTable } from '../../components/table.tsx'
import type { PageContext } from '../../environment.ts'
import { show } from '../../layout/page.tsx'
import { notFound } from '../../layout/refusals.tsx'
import { paths } from '../../paths.ts'
import { AsOf } from '../as-of.tsx'
import { NetworkPage } from '../frame.tsx'
import { isAsked } from '../gaps-asked.ts'
import { refuseAsked } from '../refusal.tsx'
import { counted } from '../words.ts'
import { type AccessAsked, accessAsked, oddAccess, viewOf } from './asked.ts'
import { type AccessAt, accessFor, type TravelAt, travelAt } from './at.ts'
import { BandKey } from './bands.tsx'
import { TravelBasisNote } from './basis.tsx'
import { AccessMap, bandedByMinutes } from './map.tsx'
import { DistrictTable, PlaceTable, SensitivityTable } from './tables.tsx'
import { manyPeople, minutesWords, percent } from './words.ts'

const WORST = 20

export async function accessPage(c: PageContext) {
  const asked = accessAsked(c)
  const at = await travelAt(c)
  if (!at) return notFound(c)
  const problems = oddAccess(c)
  if (problems.length > 0)
    return refuseAsked(c, {
      part: 'access',
      title: 'Access',
      problems,
      form: <AskForm asked={asked} problems={problems} />,
      all: { text: 'Access to every procedure', href: paths.networkAccess() },
    })
  const { procedure } = asked
  const title = procedure ? `Access to ${procedureWithin(procedure)}` : 'Access'
  return show(
    c,
    <NetworkPage
      c={c}
      part="access"
      title={title}
      wide
      crumbs={procedure ? [{ text: 'Access', href: paths.networkAccess({ edition: asked.edition }) }] : []}
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      {procedure ? (
        <OfProcedure asked={asked} at={accessFor(at, procedure)} />
      ) : (
        <OfEach asked={asked} at={at} />
      )}
    </NetworkPage>,
  )
}

function OfEach({ asked, at }: { readonly asked: AccessAsked; readonly at: TravelAt }) {
  const rows = PROCEDURES.map(({ id, name }) => {
    const { access, areas, providers } = accessFor(at, id)
    return { id, name, services: providers.length, reach: reachOf(access.minutes, areas) }
  })
  return (
    <>
      <p className="nhsuk-u-reading-width">
        How many people live within reach of a service that says it offers a procedure, by car, wherever their
        own service sends them. Choose one for its map, its nations, regions and districts, and who has the
        longest way.
      </p>
      <Grounds asked={asked} at={at} />
      <AskForm asked={asked} />
      <DataTable
        stacks
        caption="The share of the United Kingdom’s people within reach, by procedure"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            heading: 'Procedure',
            names: true,
            cell: ({ id, name }) => (
              <a href={paths.networkAccess(viewOf(asked, { procedure: id }))}>{name}</a>
            ),
          },
          { heading: 'Services', number: true, cell: ({ services }) => services },
          ...BANDS.map((limit) => ({
            heading: `Within ${limit} min`,
            number: true,
            cell: ({ services, reach }: { services: number; reach: Reach }) =>
              services === 0 ? 'Nobody' : percent(shareWithin(reach, limit)),
          })),
          {
            heading: 'Minutes on average',
            number: true,
            cell: ({ reach }) => minutesWords(reach.meanMinutes),
          },
        ]}
      />
    </>
  )
}

function OfProcedure({ asked, at }: { readonly asked: AccessAsked; readonly at: AccessAt }) {
  const { procedure, access, areas, regions, providers, times } = at
  const nations = reachByNation(access, areas)
  const whole = nations[0]?.reach as Reach
  const districts = districtsOf(access, areas).filter(({ reach }) => reach.people > 0)
  const shown = asked.districts === 'all' ? districts : districts.slice(0, WORST)
  const sentence = sentenceOf(asked, at, whole)
  if (providers.length === 0)
    return (
      <>
        <p className="fp-statement">{sentence}</p>
        <Grounds asked={asked} at={at} />
        <AskForm asked={asked} />
      </>
    )
  return (
    <>
      <p className="fp-statement">{sentence}</p>
      <Grounds asked={asked} at={at} />
      <AskForm asked={asked} />
      <div className="fp-access">
        <div>
          <h2 className="nhsuk-heading-m">How many people have how long a way</h2>
          <BandKey of="minutes to the nearest service" bands={bandWords} people={whole.bands} />
          <p className="nhsuk-u-reading-width">
            No threshold for interventional oncology exists: 45 minutes is radiotherapy’s in England. The way
            is that to the nearest service that offers it, whether or not a referral pathway leads there:{' '}
            <a
              href={paths.networkGaps({
                procedure: isAsked(procedure) ? procedure : undefined,
                edition: asked.edition,
              })}
            >
              gaps
            </a>{' '}
            say who has none.
          </p>
          <p>
            Each square of the map is 5 km wide and takes the mean way of those who live in it; where nobody
            is counted, that of the nearest small area. Dots are services that offer it.
          </p>
          <Details>
            <Details.Summary>
              {counted(providers.length, 'service offers', 'services offer')} it
            </Details.Summary>
            <Details.Text>
              <ul>
                {providers.map(({ code, name }) => (
                  <li key={code}>
                    <a href={paths.service(code)}>{name}</a>
                  </li>
                ))}
              </ul>
            </Details.Text>
          </Details>
          <p className="fp-screen-only">
            <a href={paths.networkCatchment(viewOf(asked))}>Supply against demand within reach</a>
          </p>
          <p className="fp-screen-only">
            <a href={paths.networkProposals({ procedure })}>
              What would help: referral pathways, new services
            </a>
          </p>
        </div>
        <AccessMap
          title={`Minutes to the nearest service that offers ${procedureWithin(procedure)}`}
          description={`${sentence} The tables below say the same by nation, region and district.`}
          banded={bandedByMinutes(areas, access)}
          providers={providers}
        />
      </div>
      <PlaceTable caption="By nation" heading="Nation" places={nations} asked={asked} />
      <PlaceTable
        caption="By region: an area counts to the region of the nearest service of its nation"
        heading="Region"
        places={reachByRegion(access, areas, regions)}
        asked={asked}
        hasNation
      />
      <h2 className="nhsuk-heading-m" id="districts">
        Worst served
      </h2>
      <DistrictTable
        caption={
          asked.districts === 'all'
            ? `All ${districts.length} districts, the longest way first`
            : `The ${shown.length} districts with the longest way`
        }
        districts={shown}
        asked={asked}
      />
      {asked.districts === 'all' ? null : (
        <p className="fp-screen-only">
          <a href={`${paths.networkAccess(viewOf(asked, { districts: 'all' }))}#districts`}>
            All {districts.length} districts
          </a>
        </p>
      )}
      <SensitivityTable access={access} areas={areas} times={times} asked={asked} />
      <Downloads asked={asked} />
    </>
  )
}

function sentenceOf(
  { within }: AccessAsked,
  { procedure, providers, times }: AccessAt,
  whole: Reach,
): string {
  if (providers.length === 0) return `No service says that it offers ${procedureWithin(procedure)}.`
  const share = percent(shareWithin(whole, within))
  const measure = times.basis === 'estimate' ? ', by an estimate of travel times' : ''
  const beyond =
    whole.people - whole.bands.slice(0, BANDS.indexOf(within) + 1).reduce((sum, each) => sum + each, 0)
  return `${share} of people live within ${within} minutes by car of ${
    providers.length === 1 ? 'the one service' : `one of the ${providers.length} services`
  } that ${providers.length === 1 ? 'offers' : 'offer'} ${procedureWithin(procedure)}${measure}; ${manyPeople(beyond)} do not.`
}

/** What the numbers rest on. */
export function Grounds({ asked, at }: { readonly asked: AccessAsked; readonly at: TravelAt }) {
  return (
    <>
      <AsOf at={at} hrefOf={(edition) => paths.networkAccess(viewOf(asked, { edition }))} />
      <TravelBasisNote times={at.times} />
      <p className="fp-quiet">
        {manyPeople(at.areas.reduce((sum, { population }) => sum + population, 0))} people in{' '}
        {counted(at.areas.length, 'small area', 'small areas')}: censuses of 2021 and 2022; those of Scotland
        and Northern Ireland are shared out evenly within each council or district. One site stands for each
        organisation.
      </p>
    </>
  )
}

interface AskFormProps {
  readonly asked: AccessAsked
  readonly problems?: readonly FieldProblem[]
}

function AskForm({ asked, problems = [] }: AskFormProps) {
  return (
    <form method="get" action={paths.networkAccess()} className="fp-inline-form fp-screen-only">
      {asked.edition ? <input type="hidden" name="edition" value={asked.edition} /> : null}
      <ProcedureChoice value={asked.procedure} {...errorFor(problems, 'procedure')} />
      <WithinChoice value={asked.within} {...errorFor(problems, 'within')} />
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}

export function WithinChoice({ value, error }: { readonly value: number; readonly error?: string }) {
  return (
    <Select
      id="within"
      name="within"
      label="Within"
      defaultValue={String(value)}
      {...(error ? { error } : {})}
    >
      {BANDS.map((limit) => (
        <Select.Option key={limit} value={String(limit)}>
          {`${limit} minutes`}
        </Select.Option>
      ))}
    </Select>
  )
}

export function ProcedureChoice({
  value,
  all = true,
  error,
}: {
  readonly value: string | undefined
  readonly all?: boolean
  readonly error?: string
}) {
  return (
    <Select
      id="procedure"
      name="procedure"
      label="Procedure"
      defaultValue={value ?? ''}
      {...(error ? { error } : {})}
    >
      {all ? <Select.Option value="">Every procedure</Select.Option> : null}
      {PROCEDURES.map(({ id, name }) => (
        <Select.Option key={id} value={id}>
          {name}
        </Select.Option>
      ))}
    </Select>
  )
}

function Downloads({ asked }: { readonly asked: AccessAsked }) {
  const levels = { nations: 'Nations', regions: 'Regions', districts: 'Districts', areas: 'Small areas' }
  return (
    <p className="fp-screen-only">
      Download as CSV:{' '}
      {Object.entries(levels).map(([level, words], at) => (
        <span key={level}>
          {at > 0 ? ' · ' : ''}
          <a href={paths.networkAccess({ ...viewOf(asked), level }, 'csv')}>{words}</a>
        </span>
      ))}
    </p>
  )
}
