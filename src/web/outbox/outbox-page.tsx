/** The list of mail with its states, filters and pages. */

import type { listMessages, Message, MessageState } from '#store/mail/message.ts'
import { dateTimeWords } from '../components/dates.ts'
import { MailWaits } from '../components/mail-waits.tsx'
import {
  messageStates,
  occasionWords,
  purposes,
  purposeWords,
  stateColours,
  stateWords,
} from '../components/mail-words.ts'
import { Pager } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { OutboxFilter } from './routes.tsx'

export const pageSize = 50

interface OutboxPageProps {
  readonly c: PageContext
  readonly filter: OutboxFilter
  readonly number: number
  readonly found: Awaited<ReturnType<typeof listMessages>>
  /** Of the organisations, by code. */
  readonly names: ReadonlyMap<string, string>
}

export function OutboxPage({ c, filter, number, found, names }: OutboxPageProps) {
  const pages = Math.ceil(found.total / pageSize)
  const href = (page: number) => addressOf(filter, page)
  const all = Object.values(found.states).reduce((sum, count) => sum + count, 0)
  return (
    <Page c={c} title="Outbox" here={paths.outbox()}>
      <h1 className="nhsuk-heading-xl">Outbox</h1>
      <p className="nhsuk-lede-text">
        {c.var.config.demonstration
          ? 'Mail that would have been sent. The demonstration has no mail server: open a message to read it, and use the link in it.'
          : 'Mail to respondents and to people who use the site. Letters are written when they are sent, with a link of their own, and are not kept.'}
      </p>
      <MailWaits c={c} />
      <ul className="fp-outbox__states" aria-label="By state">
        <StateLink filter={filter} state={undefined} count={all} />
        {messageStates.map((state) => (
          <StateLink key={state} filter={filter} state={state} count={found.states[state]} />
        ))}
      </ul>
      <FilterForm filter={filter} />
      <DataTable
        stacks
        caption={
          filter.state ? `Mail: ${stateWords[filter.state].toLowerCase()}` : 'All mail, the newest first'
        }
        rows={found.messages}
        keyOf={({ id }) => id}
        empty="No mail here."
        columns={[
          { heading: 'To', names: true, cell: recipientCell },
          {
            heading: 'What',
            cell: ({ purpose, occasion }) => `${purposeWords[purpose]}${occasionWords(occasion)}`,
          },
          {
            heading: 'For',
            cell: ({ organisation }) =>
              organisation === null ? 'Nobody in particular' : (names.get(organisation) ?? organisation),
          },
          { heading: 'State', cell: (message) => <State message={message} /> },
          { heading: 'Queued', cell: ({ queuedAt }) => dateTimeWords(queuedAt) },
          { heading: 'Tries', number: true, cell: ({ attempts }) => attempts },
        ]}
      />
      <Pager page={number} pages={pages} hrefOf={href} />
    </Page>
  )
}

function recipientCell({ id, recipient }: Message) {
  return (
    <a className="fp-wrap" href={paths.outboxMessage(id)}>
      {recipient}
    </a>
  )
}

export function State({ message }: { readonly message: Message }) {
  return (
    <>
      <strong className={`nhsuk-tag nhsuk-tag--${stateColours[message.state]}`}>
        {stateWords[message.state]}
      </strong>
      {message.error ? <span className="fp-outbox__error">{message.error}</span> : null}
    </>
  )
}

interface StateLinkProps {
  readonly filter: OutboxFilter
  readonly state: MessageState | undefined
  readonly count: number
}

function StateLink({ filter, state, count }: StateLinkProps) {
  const here = filter.state === state
  const words = state ? stateWords[state] : 'All'
  return (
    <li>
      <a href={addressOf({ ...filter, state }, 1)} aria-current={here ? 'page' : undefined}>
        {words} ({count})
      </a>
    </li>
  )
}

function FilterForm({ filter }: { readonly filter: OutboxFilter }) {
  return (
    <form method="get" action={paths.outbox()} className="fp-inline-form">
      {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="recipient">
          Address
        </label>
        <input
          className="nhsuk-input nhsuk-input--width-20"
          id="recipient"
          name="recipient"
          type="search"
          defaultValue={filter.recipient ?? ''}
        />
      </div>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="purpose">
          What
        </label>
        <select className="nhsuk-select" id="purpose" name="purpose" defaultValue={filter.purpose ?? ''}>
          <option value="">Any</option>
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {purposeWords[purpose]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="nhsuk-button nhsuk-button--secondary">
        Show
      </button>
    </form>
  )
}

function addressOf(filter: OutboxFilter, page: number): string {
  return paths.outbox({ ...filter, page: page > 1 ? String(page) : undefined })
}
