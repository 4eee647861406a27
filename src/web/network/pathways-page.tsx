/** The register of referral pathways: all of them, filtered, in pages; each leads to where it is written. */

import { Button, Select } from 'nhsuk-react-components'
import { dayWords } from '#core/calendar/uk-time.ts'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { PROCEDURES, procedureWithin } from '#core/catalogue/procedures.ts'
import { filteredRegister, REGISTER_STATES } from '#core/network/filter.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import { pathwayUse } from '#store/network/use.ts'
import { Pager } from '../components/pager.tsx'
import { type FieldProblem, inputOf } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AsOf } from './as-of.tsx'
import { type NetworkAt, networkAt } from './at.ts'
import { NetworkPage } from './frame.tsx'
import { oddPathways, type PathwaysAsked, pathwaysAsked, pathwaysHref } from './pathways-asked.ts'
import { refuseAsked } from './refusal.tsx'
import { PathwayTags } from './state-tags.tsx'
import { usedWords } from './used.ts'
import { counted } from './words.ts'

const pageSize = 50

export async function pathwaysPage(c: PageContext) {
  const asked = pathwaysAsked(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const problems = oddPathways(c, at)
  if (problems.length > 0)
    return refuseAsked(c, {
      part: 'pathways',
      title: 'Referral pathways',
      problems,
      form: <FilterForm asked={asked} at={at} problems={problems} />,
      all: { text: 'All referral pathways', href: paths.networkPathways() },
    })
  const use = await pathwayUse(c.var.store, at.day, c.var.now())
  const found = filteredRegister(at.register, asked, at.organisations, use)
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(asked.page, pages)
  return show(
    c,
    <NetworkPage c={c} part="pathways" title="Referral pathways" wide>
      <h1 className="nhsuk-heading-l">Referral pathways</h1>
      <p className="nhsuk-u-reading-width">
        Proposed by the service that refers, confirmed by the one that it leads to; each an entry in the
        record of its service. What was declared in the census and not stated since is listed too, and said to
        be so.
      </p>
      <AsOf at={at} hrefOf={(edition) => pathwaysHref(asked, { edition })} />
      <FilterForm asked={asked} at={at} />
      <DataTable
        stacks
        caption={counted(found.length, 'referral pathway', 'referral pathways')}
        rows={found.slice((page - 1) * pageSize, page * pageSize)}
        keyOf={(pathway) => `${pathway.from} ${pathway.to} ${pathway.entry ?? 'declared'}`}
        empty={emptyWords(asked, at.register.length)}
        columns={[
          {
            heading: 'From',
            names: true,
            cell: (pathway) => <ServiceLink at={at} code={pathway.from} />,
          },
          { heading: 'To', cell: (pathway) => <ServiceLink at={at} code={pathway.to} /> },
          { heading: 'For', cell: proceduresCell },
          { heading: 'Through', cell: ({ through }) => through ?? 'Not said' },
          { heading: 'Agreed', cell: ({ agreedOn }) => (agreedOn ? dayWords(agreedOn) : 'Not said') },
          { heading: 'Review due', cell: reviewCell },
          { heading: 'State', cell: (pathway) => <StateCell c={c} pathway={pathway} /> },
          {
            heading: 'Referrals in a year',
            number: true,
            cell: (pathway) => usedWords(c, pathway, use, at.organisations),
          },
        ]}
      />
      <Pager page={page} pages={pages} hrefOf={(next) => pathwaysHref(asked, { page: next })} />
      <p className="fp-screen-only">
        <a href={pathwaysHref(asked, {}, 'csv')}>Download these as CSV</a>
        {'. '}
        <a href={paths.networkOutside({ edition: asked.edition })}>
          Referrals made outside any referral pathway
        </a>
      </p>
    </NetworkPage>,
  )
}

interface FilterFormProps {
  readonly asked: PathwaysAsked
  readonly at: NetworkAt
  readonly problems?: readonly FieldProblem[]
}

function FilterForm({ asked, at, problems = [] }: FilterFormProps) {
  const field = (name: 'state' | 'procedure' | 'nation' | 'service') => inputOf(asked, problems, name)
  const ends = new Set(at.register.flatMap(({ from, to }) => [from, to]))
  const services = [...ends]
    .map((code) => ({ code, name: at.organisations.get(code)?.name ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return (
    <form method="get" action={paths.networkPathways()} className="fp-inline-form fp-screen-only">
      {asked.edition ? <input type="hidden" name="edition" value={asked.edition} /> : null}
      <Select label="State" {...field('state')}>
        <Select.Option value="">Any</Select.Option>
        {Object.entries(REGISTER_STATES).map(([state, words]) => (
          <Select.Option key={state} value={state}>
            {words}
          </Select.Option>
        ))}
      </Select>
      <Select label="Procedure" {...field('procedure')}>
        <Select.Option value="">Any</Select.Option>
        {PROCEDURES.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select label="Nation of either end" {...field('nation')}>
        <Select.Option value="">Any</Select.Option>
        {NATIONS.map((nation) => (
          <Select.Option key={nation}>{nation}</Select.Option>
        ))}
      </Select>
      <Select label="Service at either end" {...field('service')}>
        <Select.Option value="">Any</Select.Option>
        {services.map(({ code, name }) => (
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

function ServiceLink({ at, code }: { readonly at: NetworkAt; readonly code: string }) {
  const organisation = at.organisations.get(code)
  const closed = organisation?.closedOn && organisation.closedOn <= at.day ? organisation.closedOn : null
  const successor = organisation?.successor ?? null
  return (
    <>
      <a href={paths.service(code)}>{organisation?.name ?? code}</a>
      {closed ? <span className="fp-quiet"> closed on {dayWords(closed)}</span> : null}
      {closed && successor ? (
        <span className="fp-quiet">
          ; carried on by <a href={paths.service(successor)}>{at.organisations.get(successor)?.name}</a>
        </span>
      ) : null}
    </>
  )
}

function proceduresCell({ procedures, notOffered, answer }: RegisteredPathway) {
  if (procedures.length === 0)
    return answer === 'declared' ? 'Nothing that the recipient says it offers' : 'Not said'
  return (
    <>
      {procedures.map(procedureWithin).join(', ')}
      {notOffered.length > 0 ? (
        <span className="fp-quiet">
          {' '}
          By the census the recipient does not offer {notOffered.map(procedureWithin).join(', ')}.
        </span>
      ) : null}
    </>
  )
}

function reviewCell({ reviewDue, endedOn }: RegisteredPathway): string {
  if (endedOn) return `Ended on ${dayWords(endedOn)}`
  return reviewDue ? dayWords(reviewDue) : 'Not said'
}

/** Those who may open the entry get there. */
function StateCell({ c, pathway }: { readonly c: PageContext; readonly pathway: RegisteredPathway }) {
  const { from, to, entry } = pathway
  return (
    <>
      <PathwayTags pathway={pathway} />
      {entry && may(c, 'service:see', from) ? (
        <>
          {' '}
          <a href={paths.myServiceEntry(from, entry)}>Open</a>
        </>
      ) : null}
      {entry && pathway.course !== 'ended' && may(c, 'service:record', to) ? (
        <>
          {' '}
          <a href={paths.myServiceAsked(to)}>Answer</a>
        </>
      ) : null}
    </>
  )
}

function emptyWords({ state, procedure, nation, service }: PathwaysAsked, all: number): string {
  if (all === 0) return 'No referral pathway is stated or declared yet.'
  return state || procedure || nation || service
    ? 'No referral pathway is like that. Leave something out of the filter.'
    : 'No referral pathway is stated or declared yet.'
}
