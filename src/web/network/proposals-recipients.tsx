/** Who could take one gap's patients: ranked recipients with reasons, and the way to propose a pathway to one. */

import { Button, Select } from 'nhsuk-react-components'
import { procedureById, procedureWithin } from '#core/catalogue/procedures.ts'
import { type SiteAvailability, standingAt } from '#core/network/gaps.ts'
import type { Site } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import { peopleAbout, reasonWords, recipientsOf } from '#core/network/proposal/recipients-answer.ts'
import type { Situation } from '#core/network/proposal/situation.ts'
import type { Activity } from '#core/network/siting/recipients.ts'
import { statedActivity } from '#core/network/supply.ts'
import { activityCounts } from '#store/network/activity.ts'
import { situationOf } from '#store/network/situation.ts'
import { isoDay } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { NetworkPage } from './frame.tsx'
import { ProcedureOptions, TravelBasisNote } from './proposals-parts.tsx'
import { usualProcedure } from './what-if-view.ts'

export async function recipientsPage(c: PageContext) {
  const { procedure: asked, service } = c.req.query()
  const procedure = procedureById(asked ?? '')?.id ?? usualProcedure
  const situation = await situationOf(c.var.store, { day: isoDay(c.var.now()) })
  const site = situation.network.sites.find(({ code }) => code === service) ?? null
  const activity = site ? await activityOf(c, situation, procedure) : new Map<string, Activity>()
  const title = site
    ? `Recipients for ${site.name}: ${procedureWithin(procedure)}`
    : 'Recipients for one service'
  return show(
    c,
    <NetworkPage
      c={c}
      part="proposals"
      title={title}
      crumbs={[{ text: 'What would help', href: paths.networkProposals() }]}
      wide
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      {asked && asked !== procedure ? (
        <p className="fp-late">
          The address names a procedure that does not exist. This is {procedureWithin(procedure)}.
        </p>
      ) : null}
      {service && !site ? (
        <p className="fp-late">
          No organisation of today’s network has the code {service}: it may have closed. Choose one below.
        </p>
      ) : null}
      {site ? <Found {...{ c, procedure, site, situation, activity }} /> : null}
      <ChooseForm situation={situation} procedure={procedure} service={site?.code ?? ''} />
      <TravelBasisNote situation={situation} />
    </NetworkPage>,
  )
}

interface FoundProps {
  readonly c: PageContext
  readonly procedure: string
  readonly site: Site
  readonly situation: Situation
  readonly activity: ReadonlyMap<string, Activity>
}

/** What those who offer it state that they do a year: one query. */
async function activityOf(
  c: PageContext,
  { network }: Situation,
  procedure: string,
): Promise<ReadonlyMap<string, Activity>> {
  const codes = offering(network, procedure).map(({ code }) => code)
  const counts = await activityCounts(c.var.store.db, codes)
  return new Map(
    codes.flatMap((code): [string, Activity][] => {
      const perYear = statedActivity(counts.get(code) ?? [], procedure)
      return perYear === null ? [] : [[code, { perYear }]]
    }),
  )
}

function Found({ c, procedure, site, situation, activity }: FoundProps) {
  const { network } = situation
  const { availability } = standingAt(network, procedure, site.code)
  const mayPropose = may(c, 'service:record', site.code)
  const rows = recipientsOf(procedure, site.code, situation, activity)
  const people = peopleAbout(situation).get(site.code) ?? 0
  const propose = (to: string) => paths.myServiceNew(site.code, 'referral-pathway', { to, procedure })
  return (
    <>
      <p className="fp-statement">{standingSentence(site, procedure, availability)}</p>
      <p>
        {people.toLocaleString('en-GB')} people live nearer to it than to any other organisation.{' '}
        <a href={paths.service(site.code)}>Its own page</a> says what it offers.
      </p>
      <DataTable
        stacks
        caption="Who could take its patients, the most suitable first"
        rows={rows}
        keyOf={({ site: { code } }) => code}
        empty={`No service says that it offers ${procedureWithin(procedure)} where a road leads to it.`}
        columns={[
          {
            heading: 'Recipient',
            names: true,
            cell: ({ site: { code, name } }) => <a href={paths.service(code)}>{name}</a>,
          },
          {
            heading: 'Minutes by car',
            number: true,
            cell: ({ minutes }) => (Number.isFinite(minutes) ? minutes.toFixed(0) : 'No road'),
          },
          { heading: 'Why', cell: ({ reasons }) => <Reasons reasons={reasons.map(reasonWords)} /> },
          ...(mayPropose && availability !== 'here'
            ? [
                {
                  heading: 'Next',
                  cell: ({ site: to }: (typeof rows)[number]) => (
                    <a href={propose(to.code)}>
                      Propose this pathway
                      <span className="nhsuk-u-visually-hidden"> to {to.name}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayPropose ? null : (
        <p className="fp-quiet">
          A referral pathway is stated by the service that refers, in its own record, and confirmed by the
          recipient. The people of {site.name} see a link to do so here.
        </p>
      )}
    </>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <ul className="fp-proposal-reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

function standingSentence(site: Site, procedure: string, availability: SiteAvailability): string {
  const what = procedureWithin(procedure)
  switch (availability) {
    case 'here':
      return `${site.name} offers ${what} itself; these others do as well.`
    case 'by-pathway':
      return `${site.name} refers for ${what} by a pathway already; these are all who could take its patients.`
    case 'gap':
      return `${site.name} does not offer ${what} and has no referral pathway for it.`
    case 'no-answer':
      return `${site.name} did not say whether it offers ${what}.`
  }
}

interface ChooseProps {
  readonly situation: Situation
  readonly procedure: string
  readonly service: string
}

function ChooseForm({ situation: { network }, procedure, service }: ChooseProps) {
  return (
    <form method="get" action={paths.networkRecipients()} className="fp-inline-form fp-screen-only">
      <Select id="procedure" name="procedure" label="Procedure" defaultValue={procedure}>
        <ProcedureOptions />
      </Select>
      <Select id="service" name="service" label="Service that refers" defaultValue={service}>
        {network.sites.map(({ code, name }) => (
          <Select.Option key={code} value={code}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}
