/** The network's front page: where it stands in one sentence, what needs somebody, where to go on. */

import { organisationsOf } from '#core/access/may.ts'
import { filteredRegister } from '#core/network/filter.ts'
import { positionOf } from '#core/network/position.ts'
import { supportiveOnly } from '#core/network/supportive-only.ts'
import { pathwayUse } from '#store/network/use.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AsOf } from './as-of.tsx'
import { type NetworkAt, networkAt } from './at.ts'
import { NetworkPage, partsFor } from './frame.tsx'
import { GapTable, mostGaps } from './gap-table.tsx'
import { GapKey } from './standing-bar.tsx'
import { counted } from './words.ts'

/** So many procedures as tell where to look; the rest are a press away. */
const shownProcedures = 6

export async function frontPage(c: PageContext) {
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const use = await pathwayUse(c.var.store, at.day, c.var.now())
  return show(
    c,
    <NetworkPage c={c} title="Network" islands={at.edition ? ['live'] : []}>
      <h1 className="nhsuk-heading-l">The network</h1>
      <div {...(at.edition ? { 'data-live-from': paths.censusLive(at.edition.id) } : {})}>
        <p className="fp-statement" data-live="statement">
          {statementOf(at)}
        </p>
        <AsOf at={at} hrefOf={(edition) => `${paths.network()}?edition=${edition}`} />
      </div>
      <OwnServices c={c} at={at} />
      <Waiting at={at} unused={filteredRegister(at.register, unusedOnly, at.organisations, use).length} />
      <section aria-labelledby="gaps">
        <h2 className="nhsuk-heading-m" id="gaps">
          Where the gaps are
        </h2>
        <div data-live="gaps">
          <GapTable
            caption={`The ${shownProcedures} disease-modifying procedures with the most gaps`}
            gaps={mostGaps(at.network, shownProcedures)}
            edition={c.req.query('edition')}
          />
        </div>
        <GapKey />
        <p>
          <a href={paths.networkGaps({ edition: c.req.query('edition') })}>Every procedure, and every gap</a>
        </p>
      </section>
      <section aria-labelledby="parts">
        <h2 className="nhsuk-heading-m" id="parts">
          Go on to
        </h2>
        <ul className="fp-cards">
          {partsFor(c).map((part) => (
            <li key={part.part} className="fp-card">
              <h3 className="nhsuk-heading-s">
                <a href={part.href}>{part.text}</a>
              </h3>
              <p>{part.for}</p>
            </li>
          ))}
        </ul>
      </section>
    </NetworkPage>,
  )
}

const unusedOnly = { state: 'unused', procedure: null, nation: null, service: null } as const

/** "30 of 73 services … have no formal way …; 12 of 210 referral pathways in force are confirmed by both ends." */
function statementOf({ network, register }: Pick<NetworkAt, 'network' | 'register'>): string {
  const { with: having, without } = supportiveOnly(network)
  const { inForce, confirmed } = positionOf(register)
  const known = having.length + without.length
  const ways =
    known === 0
      ? 'No service has said yet how it refers for disease-modifying treatment'
      : `${without.length} of ${counted(known, 'service', 'services')} that ${known === 1 ? 'offers' : 'offer'} supportive procedures only ${without.length === 1 ? 'has' : 'have'} no formal way to refer for disease-modifying treatment`
  const pathways =
    inForce === 0
      ? 'no referral pathway is in force'
      : `of ${counted(inForce, 'referral pathway', 'referral pathways')} in force, ${confirmed} ${confirmed === 1 ? 'is' : 'are'} confirmed by both ends`
  return `${ways}; ${pathways}.`
}

interface WaitingProps {
  readonly at: NetworkAt
  readonly unused: number
}

/** What of the register needs somebody, each a link to its list; what nobody needs to do is not said. */
function Waiting({ at: { register, network }, unused }: WaitingProps) {
  const { proposed, declared, reviewDue, overdue, nowhere } = positionOf(register)
  const without = supportiveOnly(network).without.length
  const rows = [
    { count: overdue, one: 'is overdue for review', more: 'are overdue for review', state: 'overdue' },
    { count: reviewDue, one: 'is due for review', more: 'are due for review', state: 'review-due' },
    {
      count: proposed,
      one: 'waits for the other end to confirm it',
      more: 'wait for the other end to confirm them',
      state: 'proposed',
    },
    {
      count: declared,
      one: 'is declared in the census, and not stated here by its service',
      more: 'are declared in the census, and not stated here by their services',
      state: 'declared',
    },
    {
      count: nowhere,
      one: 'leads nowhere: an end has closed',
      more: 'lead nowhere: an end has closed',
      state: 'nowhere',
    },
    {
      count: unused,
      one: 'was unused in the last year',
      more: 'were unused in the last year',
      state: 'unused',
    },
  ].filter(({ count }) => count > 0)
  if (rows.length === 0 && without === 0) return null
  return (
    <section aria-labelledby="to-do">
      <h2 className="nhsuk-heading-m" id="to-do">
        What needs somebody
      </h2>
      <ul className="fp-network-to-do" data-live="to-do">
        {without > 0 ? (
          <li>
            <a href={`${paths.networkGaps()}#supportive-only`}>
              {counted(without, 'supportive-only service', 'supportive-only services')}
            </a>{' '}
            {without === 1 ? 'has' : 'have'} no formal way to refer for disease-modifying treatment
          </li>
        ) : null}
        {rows.map(({ count, one, more, state }) => (
          <li key={state}>
            <a href={paths.networkPathways({ state })}>
              {counted(count, 'referral pathway', 'referral pathways')}
            </a>{' '}
            {count === 1 ? one : more}
          </li>
        ))}
        <li>
          <a href={paths.networkOutside()}>Referrals made outside any referral pathway</a> in the last year
        </li>
      </ul>
    </section>
  )
}

/** For staff of services: where their own pathways are written. */
function OwnServices({ c, at }: { readonly c: PageContext; readonly at: NetworkAt }) {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'network:see')
  if (codes.length === 0) return null
  return (
    <ul className="fp-network-own">
      {codes.map((code) => (
        <li key={code}>
          {at.organisations.get(code)?.name ?? code}:{' '}
          <a href={paths.networkPathways({ service: code })}>its referral pathways, both ways</a>,{' '}
          <a href={paths.myServiceRegister(code, 'referral-pathway')}>those that it states</a>,{' '}
          <a href={paths.myServiceAsked(code)}>what others ask of it</a>
        </li>
      ))}
    </ul>
  )
}
