/** The room of one edition: how far it is, and what to do next; live while it is open. */

import { SummaryList } from 'nhsuk-react-components'
import { editionSubject } from '#core/census/kinds.ts'
import {
  type MemberFacts,
  type NationResponse,
  responseByNation,
  responseByWave,
  telephoneFrom,
  type WaveResponse,
} from '#core/census/standing.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { membersOf } from '#store/census/room/members.ts'
import { roundsOf } from '#store/census/room/rounds.ts'
import { entriesOf } from '#store/record/read.ts'
import { dateTimeWords, dateWords, isoDay } from '../components/dates.ts'
import { MailWaits } from '../components/mail-waits.tsx'
import { DataTable } from '../components/table.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { RoomActions } from './actions.tsx'
import { StandingBar } from './bar.tsx'
import { curveOf, ResponseCurve } from './curve.tsx'
import { editionNamed, type RoomEdition } from './edition.ts'
import { figureWords } from './figures.tsx'
import { RoomPage, StateTag } from './frame.tsx'
import { WhatNext } from './next.tsx'
import { inNationOrder } from './tables.tsx'
import { Timeline } from './timeline.tsx'

export async function roomPage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const at = c.var.now()
  const { db } = c.var.store
  const leads = may(c, 'census:lead')
  const [members, entries, rounds] = await Promise.all([
    membersOf(db, edition.id),
    entriesOf(db, editionSubject(edition.id)),
    leads ? roundsOf(db, edition.id, isoDay(at)) : null,
  ])
  const names = leads
    ? await authorNames(
        db,
        entries.map(({ author }) => author),
      )
    : new Map<string, string>()
  return show(
    c,
    <RoomPage c={c} edition={edition} islands={['live']}>
      <Told c={c} />
      <h1 className="nhsuk-heading-l fp-room-title">
        {edition.title} <StateTag state={edition.state} />
      </h1>
      <div data-live-from={paths.censusLive(edition.id)}>
        {edition.state === 'draft' ? (
          <Draft edition={edition} />
        ) : (
          <Response edition={edition} members={members} at={at} />
        )}
      </div>
      {rounds && edition.state === 'open' ? <MailWaits c={c} /> : null}
      {rounds ? (
        <div data-live="actions">
          <RoomActions edition={edition} rounds={rounds} />
        </div>
      ) : null}
      {edition.state === 'draft' ? null : (
        <div data-live="next">
          <h2 className="nhsuk-heading-m">
            {edition.state === 'closed' ? 'Left to do when it closed' : 'What to do next'}
          </h2>
          <WhatNext edition={edition} members={members} at={at} telephones={may(c, 'census:telephone')} />
        </div>
      )}
      {edition.state === 'draft' ? null : <Curves edition={edition} members={members} at={at} />}
      <Facts edition={edition} />
      <h2 className="nhsuk-heading-m">Record of this edition</h2>
      <Timeline entries={entries} names={names} />
    </RoomPage>,
  )
}

interface Shown {
  readonly edition: RoomEdition
  readonly members: readonly MemberFacts[]
  readonly at: Date
}

function Draft({ edition }: { readonly edition: RoomEdition }) {
  return (
    <p className="fp-statement">
      This edition is made and not open: nobody has been asked. Open it to fix which organisations it asks, as
      of {dateWords(edition.censusOn)}.
    </p>
  )
}

function Response({ edition, members, at }: Shown) {
  const [all] = responseByNation(members)
  if (!all) return null
  return (
    <div data-live="standing">
      <p className="fp-statement">
        {all.answered.numerator} of {all.answered.denominator} organisations have answered
        {all.answered.percent === null ? '' : ` (${all.answered.percent}%)`}.
        <span className="fp-statement__more">{whereWeAre(edition, at)}</span>
      </p>
      <StandingBar edition={edition.id} all={all} />
    </div>
  )
}

function whereWeAre(edition: RoomEdition, at: Date): string {
  if (edition.state === 'closed') {
    return edition.closedAt ? ` Closed on ${dateWords(edition.closedAt)}.` : ''
  }
  const from = telephoneFrom(edition)
  const telephone =
    from === null
      ? ''
      : from <= at
        ? ` The telephone wave began on ${dateWords(from)}.`
        : ` The telephone wave begins on ${dateWords(from)}.`
  const deadline = edition.deadlineOn ? ` The deadline is ${dateWords(edition.deadlineOn)}.` : ''
  return telephone + deadline
}

function Curves({ edition, members, at }: Shown) {
  const opened = isoDay(edition.openedAt ?? edition.censusOn)
  const until = isoDay(edition.closedAt ?? at)
  const from = telephoneFrom(edition)
  const [all, ...nations] = responseByNation(members)
  return (
    <div className="fp-columns fp-room-columns" data-live="curves">
      <section aria-labelledby="by-day">
        <h2 className="nhsuk-heading-m" id="by-day">
          By day and wave
        </h2>
        <ResponseCurve
          days={curveOf(members, opened, until)}
          asked={members.length}
          telephoneFrom={from && isoDay(from)}
        />
        <WaveTable rows={responseByWave(members, edition, at)} />
      </section>
      <section aria-labelledby="by-nation">
        <h2 className="nhsuk-heading-m" id="by-nation">
          By nation
        </h2>
        <NationTable edition={edition.id} rows={all ? [...inNationOrder(nations), all] : nations} />
      </section>
    </div>
  )
}

function NationTable({
  edition,
  rows,
}: {
  readonly edition: string
  readonly rows: readonly NationResponse[]
}) {
  return (
    <DataTable
      caption="Response by nation"
      captionHidden
      rows={rows}
      keyOf={({ nation }) => nation ?? 'all'}
      columns={[
        {
          heading: 'Nation',
          names: true,
          cell: ({ nation }) => (
            <a href={paths.censusRoomPart(edition, 'organisations', { nation: nation ?? undefined })}>
              {nation ?? 'All nations'}
            </a>
          ),
        },
        { heading: 'Asked', number: true, cell: ({ answered }) => answered.denominator },
        {
          heading: 'Answered',
          number: true,
          cell: ({ answered }) => `${answered.numerator} (${answered.percent ?? 0}%)`,
        },
        { heading: 'Missing', number: true, cell: ({ answered }) => answered.missing },
      ]}
    />
  )
}

const waveWords: Readonly<Record<WaveResponse['wave'], readonly [name: string, whom: string]>> = {
  'e-mail': ['E-mail', 'those with a link who answered on the web'],
  telephone: ['Telephone', 'those without an answer at the mark, or rung'],
  import: ['Import', 'answers held elsewhere'],
  'follow-up': ['Follow-up', 'supportive-only services, asked for their referral pathway'],
}

function WaveName({ wave }: { readonly wave: WaveResponse['wave'] }) {
  const [name, whom] = waveWords[wave]
  return (
    <>
      {name} <span className="fp-quiet fp-plain">{whom}</span>
    </>
  )
}

function WaveTable({ rows }: { readonly rows: readonly WaveResponse[] }) {
  const shown = rows.filter(({ wave, answered }) => wave !== 'import' || answered.denominator > 0)
  return (
    <DataTable
      caption="Response by wave"
      rows={shown}
      keyOf={({ wave }) => wave}
      columns={[
        { heading: 'Wave', names: true, cell: ({ wave }) => <WaveName wave={wave} /> },
        { heading: 'Answered of those asked', number: true, cell: ({ answered }) => figureWords(answered) },
      ]}
    />
  )
}

function Facts({ edition }: { readonly edition: RoomEdition }) {
  return (
    <section aria-labelledby="facts">
      <h2 className="nhsuk-heading-m" id="facts">
        About this edition
      </h2>
      <SummaryList>
        <Fact name="Describes" value={dateWords(edition.censusOn)} />
        <Fact name="Opened" value={edition.openedAt ? dateTimeWords(edition.openedAt) : 'Not open yet'} />
        <Fact name="Deadline" value={edition.deadlineOn ? dateWords(edition.deadlineOn) : 'None set'} />
        <Fact name="Telephone wave" value={`${edition.telephoneAfterDays} days after opening`} />
        <Fact name="Closed" value={edition.closedAt ? dateTimeWords(edition.closedAt) : 'Not closed'} />
        {edition.digest ? (
          <SummaryList.Row>
            <SummaryList.Key>Digest of the answers at closing</SummaryList.Key>
            <SummaryList.Value>
              <span className="fp-digest">{edition.digest}</span>
            </SummaryList.Value>
          </SummaryList.Row>
        ) : null}
        <SummaryList.Row>
          <SummaryList.Key>Questionnaire</SummaryList.Key>
          <SummaryList.Value>
            <a href={paths.questionnaire(edition.id)}>
              {edition.questionnaire.title}, version {edition.questionnaire.version}
            </a>
          </SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <SummaryList.Row>
      <SummaryList.Key>{name}</SummaryList.Key>
      <SummaryList.Value>{value}</SummaryList.Value>
    </SummaryList.Row>
  )
}
