/** The cost of a referral pathway beside that of a new service: a plain model whose inputs are all in the address. */

import { PROCEDURES, procedureWithin } from '#core/catalogue/procedures.ts'
import { LARGEST_SPREAD } from '#core/network/cost/sensitivity.ts'
import { compareCosts } from '#core/network/cost.ts'
import { gapsOf } from '#core/network/gaps.ts'
import type { Network, Site } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import { distanceKm } from '#core/network/travel/distance.ts'
import { expectedAround, wayBetween } from '#store/network/cost-around.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AsOf } from './as-of.tsx'
import { networkAt } from './at.ts'
import { type AskedCost, askedCost, costView, exampleView } from './cost-asked.ts'
import { ChooseForm, CostForm } from './cost-form.tsx'
import { CostResult } from './cost-result.tsx'
import { plainNumber } from './cost-words.ts'
import { wholeWords } from './demand-words.ts'
import { NetworkPage } from './frame.tsx'
import { oddAsked } from './odd-asked.ts'

export async function costPage(c: PageContext) {
  const asked = askedCost(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const { network } = at
  const gap = network.sites.find(({ code }) => code === asked.gap)
  const recipients = recipientsOf(network, asked, gap)
  const recipient = recipients.find(({ site }) => site.code === asked.recipient)?.site
  const isSite = (value: string) => network.sites.some(({ code }) => code === value)
  const problems: FieldProblem[] = [
    ...oddAsked(c, {
      procedure: ['procedure', (value) => PROCEDURES.some(({ id }) => id === value)],
      gap: ['service', isSite],
      recipient: ['service', isSite],
    }),
    ...asked.read.problems,
  ]
  if (asked.spread === null)
    problems.push({ field: 'spread', words: `Vary each input by more than 0 and at most ${LARGEST_SPREAD}%` })
  const { inputs } = asked.read
  const form = { asked, problems, recipients, gaps: gapsFirst(network, asked) }
  return show(
    c,
    <NetworkPage c={c} part="cost" title="Cost" hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Cost: a referral pathway or a new service</h1>
      <p className="nhsuk-u-reading-width">
        Services with a referral pathway told the census of 2017 that it cost them less than starting a
        service would; nobody has shown it (<cite>Zhong et al., BMJ Open 2017;7:e016631, Discussion</cite>).
        Put in what is known where you plan: nothing is assumed for you, and the address of the page holds it
        all.
      </p>
      <ChooseForm {...form} />
      <Around
        c={c}
        asked={asked}
        gap={gap}
        recipient={recipient}
        around={await aroundOf(c, network, asked, gap)}
      />
      {asked.examples > 0 ? (
        <div className="nhsuk-inset-text">
          <p>
            <strong>Example, not a source.</strong> {asked.examples} of the inputs have the value of the
            example, which is made of round numbers and rests on nothing.
          </p>
        </div>
      ) : null}
      {inputs && asked.spread !== null ? (
        <CostResult compared={compareCosts(inputs)} spread={asked.spread} />
      ) : null}
      <h2 className="nhsuk-heading-m">Inputs</h2>
      {asked.read.isEmpty ? (
        <p>
          All have to be filled in; 0 where there is none. To see how it works,{' '}
          <a href={paths.networkCost({ ...costView(asked), ...exampleView() })}>
            fill in an example, not a source
          </a>
          .
        </p>
      ) : null}
      <CostForm {...form} />
      {problems.length === 0 ? (
        <AsOf at={at} hrefOf={(edition) => paths.networkCost({ ...costView(asked), edition })} />
      ) : null}
    </NetworkPage>,
    problems.length > 0 ? 422 : 200,
  )
}

/** Gaps of the procedure first in the alphabet; the one asked for, even where it is none any more. */
function gapsFirst(network: Network, { procedure, gap }: AskedCost): readonly Site[] {
  const { gaps } = gapsOf(network, procedure)
  const asked = network.sites.filter(({ code }) => code === gap && !gaps.some((each) => each.code === gap))
  return [...gaps, ...asked].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Who offers the procedure, the nearest to the gap first. */
function recipientsOf(network: Network, { procedure, gap: code }: AskedCost, gap: Site | undefined) {
  return offering(network, procedure)
    .filter((site) => site.code !== code)
    .map((site) => ({ site, km: gap ? distanceKm(gap, site) : null }))
    .sort((a, b) => (a.km ?? 0) - (b.km ?? 0) || a.site.name.localeCompare(b.site.name, 'en'))
}

const aroundOf = (c: PageContext, network: Network, { procedure }: AskedCost, gap: Site | undefined) =>
  gap ? expectedAround(c.var.store, network, gap.code, procedure) : Promise.resolve(null)

interface AroundProps {
  readonly c: PageContext
  readonly asked: AskedCost
  readonly gap: Site | undefined
  readonly recipient: Site | undefined
  readonly around: Awaited<ReturnType<typeof aroundOf>>
}

/** What is known of the gap and the way to its recipient, to be taken over by one press. */
function Around({ asked, gap, recipient, around }: AroundProps) {
  if (!gap || !around) return null
  const way = recipient ? wayBetween(gap, recipient) : null
  return (
    <ul>
      <li>
        {wholeWords(around.people)} people have {gap.name} as the nearest service of their nation.{' '}
        {around.treated === null ? (
          <>
            No share of new cases is stated for {procedureWithin(asked.procedure)}:{' '}
            <a href={paths.networkDemand({ procedure: asked.procedure })}>see demand</a>.
          </>
        ) : (
          <>
            By the <a href={paths.networkDemand({ procedure: asked.procedure })}>table of demand</a>{' '}
            {plainNumber(around.treated)} of them a year would have {procedureWithin(asked.procedure)}.{' '}
            <a
              href={paths.networkCost(
                costView(asked, {
                  patientsPerYear: String(Math.max(0.1, Number(around.treated.toFixed(1)))),
                }),
              )}
            >
              Use {plainNumber(Number(around.treated.toFixed(1)))} patients a year
            </a>
          </>
        )}
      </li>
      {way && recipient ? (
        <li>
          {way.minutes === null ? (
            `No road or listed crossing leads from ${gap.name} to ${recipient.name}.`
          ) : (
            <>
              From {gap.name} to {recipient.name}: about {Math.round(way.km)} km and {Math.round(way.minutes)}{' '}
              minutes by car, an estimate.{' '}
              <a
                href={paths.networkCost(
                  costView(asked, {
                    kmOneWay: String(Math.round(way.km)),
                    minutesOneWay: String(Math.round(way.minutes)),
                  }),
                )}
              >
                Use these
              </a>
            </>
          )}
        </li>
      ) : null}
    </ul>
  )
}
