/** Every organisation of an edition as a list: filtered, searched, sorted; each row leads to what can be done about it. */

import { Button, Select, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { PROVISION_WORDS, type ProvisionClass } from '#core/census/provision.ts'
import { readReference } from '#core/census/reference.ts'
import {
  isOn,
  isToRing,
  LEAD_TASKS,
  type LeadTask,
  type MemberFacts,
  owesFollowUp,
  STANDING_WORDS,
  STANDINGS,
  type Standing,
  standingOf,
} from '#core/census/standing.ts'
import { membersOf } from '#store/census/room/members.ts'
import { dateWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { type Column, DataTable } from '../components/table.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'

const sorts = ['name', 'nation', 'state', 'sent'] as const
type Sort = (typeof sorts)[number]

const filterSchema = z.object({
  state: z
    .enum([...STANDINGS, ...LEAD_TASKS, 'answered'])
    .optional()
    .catch(undefined),
  nation: z.string().max(40).optional().catch(undefined),
  search: z.string().trim().max(100).optional().catch(undefined),
  sort: z.enum(sorts).catch('name'),
  order: z.enum(['ascending', 'descending']).catch('ascending'),
})
type Filter = z.infer<typeof filterSchema>
type StateFilter = NonNullable<Filter['state']>

const todoWords: Readonly<Record<LeadTask, string>> = {
  'not-answered': 'Not answered',
  'telephone-today': 'To ring today',
  problems: 'Incomplete or contradictory',
  'follow-up': 'Follow-up owed',
  'bounced-address': 'An address sends mail back',
  messages: 'Message not answered',
}

const stateChoices: readonly { readonly value: StateFilter; readonly words: string }[] = [
  { value: 'answered', words: 'Answered' },
  ...LEAD_TASKS.map((value) => ({ value, words: todoWords[value] })),
  ...STANDINGS.map((value) => ({ value, words: STANDING_WORDS[value] })),
]

const rowsOnPage = 50

export async function organisationsPage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const members = await membersOf(c.var.store.db, edition.id)
  const filter = filterSchema.parse(c.req.query())
  const found = sorted(
    members.filter((facts) => matches(facts, filter, edition, c.var.now())),
    filter,
  )
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage))
  const page = Math.min(pageNumber(c.req.query('page')), pages)
  const hrefOf = (changes: Readonly<Record<string, string | undefined>>) =>
    paths.censusRoomPart(edition.id, 'organisations', { ...filter, ...changes })
  return show(
    c,
    <RoomPage c={c} edition={edition} part="organisations" title="Organisations" islands={['live']}>
      <Told c={c} />
      <h1 className="nhsuk-heading-l">Organisations</h1>
      <FilterForm
        edition={edition}
        filter={filter}
        nations={[...new Set(members.map(({ nation }) => nation))]}
      />
      <div data-live-from={paths.censusLive(edition.id)}>
        <div data-live="organisations">
          <p data-live-words="">
            {found.length === members.length
              ? `All ${members.length} organisations.`
              : `${found.length} of ${members.length} organisations${filter.state ? `: ${wordsOfState(filter.state)}` : ''}.`}
            {filter.state || filter.nation || filter.search ? (
              <>
                {' '}
                <a href={paths.censusRoomPart(edition.id, 'organisations')}>Show all</a>
              </>
            ) : null}
          </p>
          <DataTable
            stacks
            caption="Organisations"
            captionHidden
            rows={found.slice((page - 1) * rowsOnPage, page * rowsOnPage)}
            keyOf={({ code }) => code}
            empty="No organisation is like that."
            columns={columnsFor(edition, filter, hrefOf, c.var.now())}
          />
          <Pager page={page} pages={pages} hrefOf={(number) => hrefOf({ page: String(number) })} />
        </div>
      </div>
    </RoomPage>,
  )
}

function wordsOfState(state: StateFilter): string {
  return (stateChoices.find(({ value }) => value === state)?.words ?? '').toLowerCase()
}

function matches(facts: MemberFacts, filter: Filter, edition: RoomEdition, at: Date): boolean {
  if (filter.nation && facts.nation !== filter.nation) return false
  if (filter.search && !isSought(facts, filter.search)) return false
  const { state } = filter
  if (state === undefined) return true
  if (state === 'answered') return facts.channel !== null
  return isTodo(state) ? isOn(state, facts, edition, at) : standingOf(facts) === state
}

/** By a part of its name, by its code, or by the reference on its receipt, as somebody reads it out. */
function isSought({ name, code, reference }: MemberFacts, search: string): boolean {
  const words = search.toLowerCase()
  if (name.toLowerCase().includes(words) || code.toLowerCase() === words) return true
  return reference !== null && reference === readReference(search)
}

function isTodo(state: string): state is LeadTask {
  return (LEAD_TASKS as readonly string[]).includes(state)
}

const keys: Readonly<Record<Sort, (facts: MemberFacts) => string>> = {
  name: ({ name }) => name,
  nation: ({ nation, region, name }) => `${nation} ${region} ${name}`,
  state: (facts) => `${STANDINGS.indexOf(standingOf(facts))} ${facts.name}`,
  sent: ({ firstSentAt, name }) => `${firstSentAt?.toISOString() ?? '9'} ${name}`,
}

function sorted(members: readonly MemberFacts[], { sort, order }: Filter): readonly MemberFacts[] {
  const by = members.toSorted((a, b) => keys[sort](a).localeCompare(keys[sort](b), 'en-GB'))
  return order === 'descending' ? by.reverse() : by
}

interface FilterFormProps {
  readonly edition: RoomEdition
  readonly filter: Filter
  readonly nations: readonly string[]
}

function FilterForm({ edition, filter, nations }: FilterFormProps) {
  return (
    <form
      method="get"
      action={paths.censusRoomPart(edition.id, 'organisations')}
      className="fp-inline-form"
      aria-label="Which organisations"
    >
      <TextInput
        id="search"
        name="search"
        label="Name, code or reference"
        defaultValue={filter.search ?? ''}
        width={20}
      />
      <Select id="state" name="state" label="State" defaultValue={filter.state ?? ''}>
        <Select.Option value="">Any</Select.Option>
        {stateChoices.map(({ value, words }) => (
          <Select.Option key={value} value={value}>
            {words}
          </Select.Option>
        ))}
      </Select>
      <Select id="nation" name="nation" label="Nation" defaultValue={filter.nation ?? ''}>
        <Select.Option value="">Any</Select.Option>
        {nations.map((nation) => (
          <Select.Option key={nation} value={nation}>
            {nation}
          </Select.Option>
        ))}
      </Select>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}

type HrefOf = (changes: Readonly<Record<string, string | undefined>>) => string

function columnsFor(
  edition: RoomEdition,
  filter: Filter,
  hrefOf: HrefOf,
  at: Date,
): readonly Column<MemberFacts>[] {
  const sort = (by: Sort) => {
    const now = filter.sort === by ? filter.order : ('none' as const)
    return { now, href: hrefOf({ sort: by, order: now === 'ascending' ? 'descending' : 'ascending' }) }
  }
  return [
    {
      heading: 'Organisation',
      names: true,
      sort: sort('name'),
      cell: ({ code, name }) => (
        <>
          <a href={paths.censusOrganisation(edition.id, code)}>{name}</a>{' '}
          <span className="fp-quiet fp-code">{code}</span>
        </>
      ),
    },
    { heading: 'Nation', sort: sort('nation'), cell: ({ nation }) => nation },
    { heading: 'State', sort: sort('state'), cell: (facts) => <StandingWords facts={facts} short /> },
    {
      heading: 'First answered',
      sort: sort('sent'),
      cell: ({ firstSentAt }) => (
        <span className="fp-nowrap">{firstSentAt ? dateWords(firstSentAt) : 'Not answered'}</span>
      ),
    },
    { heading: 'Provision', cell: ({ provision }) => shortProvision[provision ?? ''] ?? 'Not known' },
    { heading: 'Next', cell: (facts) => <RowNext edition={edition} facts={facts} at={at} /> },
  ]
}

const shortProvision: Readonly<Record<string, string>> = {
  both: 'Both',
  'supportive-only': 'Supportive only',
  'referral-pathway-only': 'Referral pathway only',
  planned: 'Planned within 12 months',
  none: 'None and no plan',
}

export function provisionWords(provision: string | null): string {
  return provision === null ? 'Not known' : (PROVISION_WORDS[provision as ProvisionClass] ?? 'Not known')
}

const shortWords: Readonly<Record<Standing, string>> = {
  web: 'On the web',
  telephone: 'By telephone',
  import: 'By import',
  started: 'Started',
  'not-started': 'Not started',
  bounced: 'Not reached',
}

interface StandingWordsProps {
  readonly facts: MemberFacts
  readonly short?: boolean
}

export function StandingWords({ facts, short }: StandingWordsProps) {
  const standing = standingOf(facts)
  return (
    <span className="fp-standing__words">
      <svg className="fp-standing__key" aria-hidden="true" focusable="false">
        <rect className={`fp-standing--${standing}`} width="100%" height="100%" />
      </svg>
      {short ? shortWords[standing] : STANDING_WORDS[standing]}
    </span>
  )
}

/** The one thing that is most worth doing about an organisation, as a link to where it is done. */
function RowNext({
  edition,
  facts,
  at,
}: {
  readonly edition: RoomEdition
  readonly facts: MemberFacts
  readonly at: Date
}) {
  const own = paths.censusOrganisation(edition.id, facts.code)
  const next = nextFor(facts, edition, at)
  return next ? (
    <a href={`${own}${next.fragment}`}>{next.words}</a>
  ) : (
    <span className="fp-quiet">Nothing</span>
  )
}

function nextFor(facts: MemberFacts, edition: RoomEdition, at: Date) {
  if (isToRing(facts, edition, at)) return { words: 'Ring', fragment: '#contacts' }
  if (facts.problems > 0)
    return {
      words: `Look at ${facts.problems} ${facts.problems === 1 ? 'problem' : 'problems'}`,
      fragment: '#answers',
    }
  if (facts.messages > 0) return { words: 'See the message', fragment: '#messages' }
  if (facts.bounced > 0) return { words: 'Put the address right', fragment: '#contacts' }
  if (owesFollowUp(facts))
    return { words: facts.followUpInvitedAt ? 'Follow-up asked' : 'Ask the follow-up', fragment: '#links' }
  if (facts.channel === null && facts.invitedAt === null && edition.state === 'open')
    return { words: 'Invite', fragment: '#links' }
  return null
}
