/** Everything that leaves an edition as a file, and the files themselves. */

import { csvOf } from '#core/census/csv.ts'
import { answersTable, redcapTable } from '#core/census/export.ts'
import { STANDING_WORDS, standingOf } from '#core/census/standing.ts'
import { entriesAtClose } from '#store/census/entries-at-close.ts'
import { membersOf } from '#store/census/room/members.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'
import { provisionWords } from './organisations.tsx'
import { download } from './tables.tsx'
import { viewOf } from './view.ts'

interface File {
  readonly as: string
  readonly title: string
  readonly says: string
}

const files: readonly File[] = [
  {
    as: 'answers',
    title: 'Answers, in words (CSV)',
    says: 'One row an organisation that answered, with the words of each answer. The import reads it back.',
  },
  {
    as: 'redcap',
    title: 'Answers, in REDCap’s raw form (CSV)',
    says: 'Codes, and a column for each option of a question with several answers, as the dictionary below says.',
  },
  {
    as: 'status',
    title: 'Response status (CSV)',
    says: 'One row an organisation, answered or not: state, days, calls, problems; once closed, what the edition’s digest covers. No person is named.',
  },
]

export async function exportPage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const as = c.req.query('as')
  if (files.some((file) => file.as === as)) return exportFile(c, edition, as ?? '')
  return show(
    c,
    <RoomPage c={c} edition={edition} part="export" title="Export">
      <h1 className="nhsuk-heading-l">Export</h1>
      <p>
        {edition.state === 'closed'
          ? 'The edition is closed: answers are those that its digest covers. Late corrections are in a column of their own.'
          : 'The edition is not closed: answers are as they stand at this moment.'}
        {edition.fictional ? ' Each file says that it is fictional.' : ''}
      </p>
      <ul className="fp-cards fp-cards--wide">
        {files.map(({ as: kind, title, says }) => (
          <li key={kind} className="fp-card">
            <h2 className="nhsuk-heading-s">
              <a href={paths.censusRoomPart(edition.id, 'export', { as: kind })}>{title}</a>
            </h2>
            <p>{says}</p>
          </li>
        ))}
        <li className="fp-card">
          <h2 className="nhsuk-heading-s">
            <a href={paths.questionnaire(edition.id)}>The questionnaire</a>
          </h2>
          <p>To read, as a REDCap data dictionary, and as a FHIR R4 Questionnaire. Public.</p>
        </li>
        <li className="fp-card">
          <h2 className="nhsuk-heading-s">
            <a href={paths.censusRoomPart(edition.id, 'tables', { as: 'csv' })}>The tables (CSV)</a>
          </h2>
          <p>Every published number with its denominator and missing count.</p>
        </li>
      </ul>
    </RoomPage>,
  )
}

async function exportFile(c: PageContext, edition: RoomEdition, as: string) {
  // REDCap's form has no room for a remark, so the file's name says it too.
  const name = `${edition.id}-${edition.fictional ? 'fictional-' : ''}${as}.csv`
  if (as === 'status') return download(c, name, csvOf(await statusRows(c, edition)))
  const view = await viewOf(c, edition)
  if (!view) return notFound(c)
  const responses = view.members.flatMap(({ code, name: organisation, nation, region, answers }) =>
    answers ? [{ code, name: organisation, nation, region, answers }] : [],
  )
  const table =
    as === 'redcap'
      ? redcapTable(edition.questionnaire, responses)
      : answersTable(edition.questionnaire, responses)
  if (as === 'redcap') return download(c, name, csvOf([table.header, ...table.rows]))
  const late = new Map(view.members.map(({ code, correctedLateAt }) => [code, correctedLateAt]))
  const about = [edition.title, edition.fictional ? 'yes' : 'no', edition.digest ?? '']
  const rows = table.rows.map((row) => [...row, late.get(row[0] ?? '')?.toISOString() ?? '', ...about])
  return download(
    c,
    name,
    csvOf([[...table.header, 'corrected_late_at', 'edition', 'fictional', 'edition_digest'], ...rows]),
  )
}

async function statusRows(c: PageContext, edition: RoomEdition) {
  const { db } = c.var.store
  const [members, covered] = await Promise.all([membersOf(db, edition.id), entriesAtClose(db, edition.id)])
  const entries = new Map(
    edition.digest === null ? [] : covered.map((member) => [member.organisation, member.entries.join(' ')]),
  )
  const header = [
    'organisation_code',
    'organisation_name',
    'nation',
    'region',
    'state',
    'invited_at',
    'first_answered_at',
    'provision',
    'problems',
    'follow_up_answered',
    'calls',
    'last_call_at',
    'next_call_at',
    'addresses_that_bounce',
    'edition',
    'fictional',
    'edition_digest',
    'entry_digests',
  ]
  const time = (date: Date | null) => date?.toISOString() ?? ''
  const rows = members.map((facts) => [
    facts.code,
    facts.name,
    facts.nation,
    facts.region,
    STANDING_WORDS[standingOf(facts)],
    time(facts.invitedAt),
    time(facts.firstSentAt),
    facts.channel === null ? '' : provisionWords(facts.provision),
    facts.problems,
    facts.followUpAnswered ? 'yes' : 'no',
    facts.attempts,
    time(facts.lastAttemptAt),
    time(facts.nextAttemptAt),
    facts.bounced,
    edition.title,
    edition.fictional ? 'yes' : 'no',
    edition.digest ?? '',
    entries.get(facts.code) ?? '',
  ])
  return [header, ...rows]
}
