/** Gaps: of every procedure, or of one by nation, region and alliance, with each gap and who is nearest to it. */

import { Button, Checkboxes, Select } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { procedureName, procedureWithin } from '#core/catalogue/procedures.ts'
import { gapsOf } from '#core/network/gaps.ts'
import type { Network } from '#core/network/network.ts'
import { errorFor, type FieldProblem, inputOf } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AsOf } from './as-of.tsx'
import { type NetworkAt, networkAt } from './at.ts'
import { NetworkPage } from './frame.tsx'
import { GapList } from './gap-list.tsx'
import { allGaps, askedProcedures, GapTable } from './gap-table.tsx'
import { type GapsAsked, GROUPS, gapsAsked, gapsHref, oddGaps } from './gaps-asked.ts'
import { GroupTable } from './group-table.tsx'
import { refuseAsked } from './refusal.tsx'
import { GapKey } from './standing-bar.tsx'
import { onCensusDay, SupportiveOnlySection } from './supportive-only-section.tsx'
import { counted } from './words.ts'

export async function gapsPage(c: PageContext) {
  const asked = gapsAsked(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const problems = oddGaps(c)
  if (problems.length > 0)
    return refuseAsked(c, {
      part: 'gaps',
      title: 'Gaps',
      problems,
      form: <AskForm asked={asked} problems={problems} />,
      all: { text: 'Gaps of every procedure', href: paths.networkGaps() },
    })
  const { procedure } = asked
  const title = procedure ? `Gaps: ${procedureWithin(procedure)}` : 'Gaps'
  const then = procedure ? null : await onCensusDay(c, at)
  return show(
    c,
    <NetworkPage
      c={c}
      part="gaps"
      title={title}
      crumbs={procedure ? [{ text: 'Gaps', href: paths.networkGaps({ edition: asked.edition }) }] : []}
      islands={at.edition ? ['live'] : []}
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      <div {...(at.edition ? { 'data-live-from': paths.censusLive(at.edition.id) } : {})}>
        <p className="nhsuk-u-reading-width">
          A gap is a service that says it does not offer a procedure and has no referral pathway to one that
          does. One that did not say is counted apart.
        </p>
        <AsOf at={at} hrefOf={(edition) => gapsHref(asked, { edition })} />
      </div>
      <AskForm asked={asked} />
      {procedure ? (
        <OfProcedure c={c} at={at} asked={asked} procedure={procedure} />
      ) : (
        <>
          <div data-live="procedures">
            <EveryProcedure at={at} asked={asked} />
          </div>
          <GapKey />
          <SupportiveOnlySection c={c} at={at} then={then} />
        </>
      )}
      <p className="fp-screen-only">
        <a href={gapsHref(asked, {}, 'csv')}>
          Download {procedure ? 'each service' : 'each procedure'} as CSV
        </a>
      </p>
    </NetworkPage>,
  )
}

/** The same network with the sites of one nation alone; who is nearest may still be in another. */
export function inNation(network: Network, { nation }: Pick<GapsAsked, 'nation'>): Network {
  return nation ? { ...network, sites: network.sites.filter((site) => site.nation === nation) } : network
}

interface AskFormProps {
  readonly asked: GapsAsked
  readonly problems?: readonly FieldProblem[]
}

function AskForm({ asked, problems = [] }: AskFormProps) {
  const field = (name: 'procedure' | 'nation' | 'by') => inputOf(asked, problems, name)
  return (
    <form method="get" action={paths.networkGaps()} className="fp-inline-form fp-screen-only">
      {asked.edition ? <input type="hidden" name="edition" value={asked.edition} /> : null}
      <Select label="Procedure" {...field('procedure')}>
        <Select.Option value="">Every procedure</Select.Option>
        {Object.entries(askedProcedures).map(([category, procedures]) => (
          <optgroup key={category} label={CATEGORY_WORDS[category as Category]}>
            {procedures.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Select label="Nation" {...field('nation')}>
        <Select.Option value="">All four nations</Select.Option>
        {NATIONS.map((nation) => (
          <Select.Option key={nation}>{nation}</Select.Option>
        ))}
      </Select>
      {asked.procedure || problems.some((each) => each.field === 'by') ? (
        <Select label="Count by" {...field('by')}>
          {Object.entries(GROUPS).map(([by, words]) => (
            <Select.Option key={by} value={by}>
              {words}
            </Select.Option>
          ))}
        </Select>
      ) : null}
      <Checkboxes name="count" small {...errorFor(problems, 'count')}>
        <Checkboxes.Item id="count" value="confirmed" defaultChecked={asked.confirmedOnly}>
          Count pathways confirmed by both ends only
        </Checkboxes.Item>
      </Checkboxes>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}

function EveryProcedure({ at, asked }: { readonly at: NetworkAt; readonly asked: GapsAsked }) {
  const network = inNation(at.network, asked)
  const gaps =
    asked.confirmedOnly || asked.nation
      ? Object.values(askedProcedures)
          .flat()
          .map(({ id }) => gapsOf(network, id, asked))
      : allGaps(network)
  const services = counted(network.sites.length, 'service', 'services')
  return Object.entries(askedProcedures).map(([category, procedures]) => (
    <GapTable
      key={category}
      caption={`${CATEGORY_WORDS[category as Category]}: ${services}`}
      gaps={gaps.filter(({ procedure }) => procedures.some(({ id }) => id === procedure))}
      edition={asked.edition}
    />
  ))
}

type Category = keyof typeof askedProcedures

const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  'disease-modifying': 'Disease-modifying procedures',
  supportive: 'Supportive procedures',
}

interface OfProcedureProps {
  readonly c: PageContext
  readonly at: NetworkAt
  readonly asked: GapsAsked
  readonly procedure: string
}

function OfProcedure({ c, at, asked, procedure }: OfProcedureProps) {
  const gaps = gapsOf(inNation(at.network, asked), procedure, asked)
  return (
    <>
      <p className="fp-statement" data-live="statement">
        {sentenceOf(procedure, gaps.all)}
      </p>
      <p>
        <a href={paths.map({ procedure, pathways: 'on', edition: asked.edition, nation: asked.nation })}>
          See {procedureWithin(procedure)} on the map
        </a>
      </p>
      <div data-live="groups">
        <GroupTable gaps={gaps} by={asked.by} />
      </div>
      <GapKey />
      <div data-live="gaps">
        <GapList c={c} network={at.network} gaps={gaps} asked={asked} />
      </div>
    </>
  )
}

function sentenceOf(procedure: string, all: ReturnType<typeof gapsOf>['all']): string {
  const said = all.sites - all['no-answer']
  if (said === 0) return `No service has said yet whether it offers ${procedureWithin(procedure)}.`
  return `${procedureName(procedure)}: ${all.gap} of ${counted(said, 'service', 'services')} that said so ${all.gap === 1 ? 'has' : 'have'} a gap; ${all.here} ${all.here === 1 ? 'offers' : 'offer'} it, ${all['by-pathway']} ${all['by-pathway'] === 1 ? 'refers' : 'refer'} by a pathway.`
}
