/** One organisation in an edition: its answers, whom to reach, what was sent and said, its record. */

import { SummaryList } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { CHANNEL_WORDS } from '#core/census/kinds.ts'
import { type MemberFacts, owesFollowUp } from '#core/census/standing.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { listEditions } from '#store/census/edition.ts'
import { type OrganisationInRoom, organisationInRoom } from '#store/census/room/organisation.ts'
import { Contacts, type ReturnedContact } from '../components/contacts.tsx'
import { dateTimeWords } from '../components/dates.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AnswersAsTheyStand } from './answers.tsx'
import { Calls, Links, Mail } from './correspondence.tsx'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'
import { Notes, type ReturnedNote } from './notes.tsx'
import { provisionWords, StandingWords } from './organisations.tsx'
import { Timeline } from './timeline.tsx'

/** A form of this page that came back. */
export interface Returned {
  readonly contact?: ReturnedContact
  readonly note?: ReturnedNote
}

export async function organisationPage(c: PageContext, returned: Returned = {}) {
  const edition = await editionNamed(c)
  const code = c.req.param('code') ?? ''
  const { db } = c.var.store
  const [room, directory, editions] = await Promise.all([
    edition && organisationInRoom(db, edition.id, code),
    allOrganisations(db),
    listEditions(db),
  ])
  const organisations = new Map(directory.map((one) => [one.code, one.name]))
  if (!edition || !room) return notFound(c)
  const problems: readonly FieldProblem[] = [
    ...(returned.contact?.problems ?? []),
    ...(returned.note?.problems ?? []),
  ]
  const back = { text: 'Organisations', href: paths.censusRoomPart(edition.id, 'organisations') }
  return show(
    c,
    <RoomPage
      c={c}
      edition={edition}
      part="organisations"
      title={room.facts.name}
      crumbs={[back]}
      islands={['live']}
      hasErrors={problems.length > 0}
    >
      <Told c={c} />
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {room.facts.code}, {room.facts.region}, {room.facts.nation}
        </span>
        {room.facts.name}
      </h1>
      <Overview c={c} edition={edition} room={room} />
      <section
        id="answers"
        aria-labelledby="answers-heading"
        data-live="answers"
        data-live-from={paths.censusLive(edition.id)}
      >
        <h2 className="nhsuk-heading-m" id="answers-heading">
          Answers
        </h2>
        <Answers c={c} edition={edition} room={room} organisations={organisations} />
      </section>
      {may(c, 'census:telephone') ? <Team c={c} edition={edition} room={room} returned={returned} /> : null}
      <section id="record" aria-labelledby="record-heading">
        <h2 className="nhsuk-heading-m" id="record-heading">
          Record of this service
        </h2>
        <p>
          Everything said about it, in every edition, newest first. Nothing here is ever changed or removed.
        </p>
        <Timeline
          entries={room.entries}
          names={may(c, 'census:telephone') ? room.names : new Map()}
          titles={new Map(editions.map(({ id, title }) => [id, title]))}
        />
      </section>
    </RoomPage>,
    problems.length > 0 ? 422 : 200,
  )
}

interface Part {
  readonly c: PageContext
  readonly edition: RoomEdition
  readonly room: OrganisationInRoom
}

function Overview({ c, edition, room: { facts } }: Part) {
  const ring = edition.state === 'open' && facts.channel === null && may(c, 'census:telephone')
  const correct = edition.state === 'closed' && may(c, 'census:lead')
  return (
    <>
      <SummaryList noBorder className="fp-overview">
        <Row name="State">
          <StandingWords facts={facts} />
        </Row>
        {facts.channel === null ? null : (
          <>
            <Row name="Provision">{provisionWords(facts.provision)}</Row>
            <Row name="Follow-up">{followUpWords(facts)}</Row>
          </>
        )}
        <Row name="To look at">{problemWords(facts)}</Row>
      </SummaryList>
      <div className="fp-actions">
        {ring ? <a href={paths.censusCall(edition.id, facts.code)}>Ring this organisation</a> : null}
        {correct ? (
          <a href={paths.censusOrganisationPart(edition.id, facts.code, 'correct')}>
            Record a late correction
          </a>
        ) : null}
        <a href={paths.service(facts.code)}>Its public page</a>
      </div>
    </>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <SummaryList.Row>
      <SummaryList.Key>{name}</SummaryList.Key>
      <SummaryList.Value>{children}</SummaryList.Value>
    </SummaryList.Row>
  )
}

function followUpWords(facts: MemberFacts): string {
  if (facts.followUpAnswered) return 'Answered'
  if (!owesFollowUp(facts)) return 'Not asked of this organisation'
  return facts.followUpInvitedAt
    ? `Asked on ${dateTimeWords(facts.followUpInvitedAt)}, not answered`
    : 'Owed, not asked yet'
}

function problemWords({ problems, messages, bounced }: MemberFacts): string {
  const parts = [
    problems > 0 ? `${problems} missing or contradictory ${problems === 1 ? 'answer' : 'answers'}` : null,
    messages > 0 ? `${messages} ${messages === 1 ? 'message' : 'messages'} not answered` : null,
    bounced > 0 ? `${bounced} ${bounced === 1 ? 'address sends' : 'addresses send'} mail back` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Nothing' : parts.join('; ')
}

interface AnswersPart extends Part {
  /** Names by code. */
  readonly organisations: ReadonlyMap<string, string>
}

function Answers({ c, edition, room, organisations }: AnswersPart) {
  const { facts, response, names } = room
  const sent = response?.first ?? response?.followUp
  if (!response || !sent) {
    return (
      <p>
        {facts.started
          ? 'Begun and not sent. What is begun is the respondent’s until they send it.'
          : 'Not answered.'}
      </p>
    )
  }
  const { body, occurredAt } = sent.entry
  return (
    <>
      <p>
        Reference <strong>{body?.reference ?? 'erased'}</strong>. Sent{' '}
        {body ? CHANNEL_WORDS[body.channel] : ''} on {dateTimeWords(occurredAt)}
        {response.corrections > 0
          ? `, corrected ${response.corrections === 1 ? 'once' : `${response.corrections} times`}`
          : ''}
        {body?.late ? '; after the edition closed' : ''}.
      </p>
      <AnswersAsTheyStand
        edition={edition}
        code={facts.code}
        response={response}
        organisations={organisations}
        names={may(c, 'census:telephone') ? names : new Map()}
        asks={edition.state === 'open' && may(c, 'census:lead')}
      />
    </>
  )
}

/** What the census team sees besides: people, mail, calls, notes. */
function Team({ c, edition, room, returned }: Part & { readonly returned: Returned }) {
  const { code } = room.facts
  const leads = may(c, 'census:lead')
  return (
    <>
      <section id="contacts" aria-labelledby="contacts-heading">
        <h2 className="nhsuk-heading-m" id="contacts-heading">
          Contacts
        </h2>
        <Contacts
          addHref={paths.censusOrganisationPart(edition.id, code, 'contacts')}
          changeHref={(id) => paths.censusOrganisationPart(edition.id, code, 'contacts', id)}
          questionnaire={edition.questionnaire}
          contacts={room.contacts}
          changes={leads}
          returned={returned.contact}
        />
      </section>
      <Notes c={c} edition={edition} room={room} returned={returned.note} />
      <Links edition={edition} room={room} changes={leads && edition.state === 'open'} />
      <Calls edition={edition} room={room} />
      <Mail room={room} opens={may(c, 'outbox:see')} />
    </>
  )
}
