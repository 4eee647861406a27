/** /logbook: what a person did themselves, by procedure and session by session, for their appraisal. */

import { procedureName } from '#core/catalogue/procedures.ts'
import {
  type LogbookLine,
  type LogbookSums,
  type LoggedSession,
  linesOf,
  sumsOf,
  type Tally,
} from '#core/registry/logbook.ts'
import { dateWords } from '../components/dates.ts'
import { periodQuery, periodWords } from '../components/period.ts'
import { PeriodForm } from '../components/period-form.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type Logbook, readLogbook, roleWords } from './read.ts'

export async function logbookPage(c: PageContext) {
  const logbook = await readLogbook(c)
  const { period, sessions, isCut } = logbook
  return show(
    c,
    <Page c={c} title="Logbook" here={paths.logbook()} wide>
      <span className="nhsuk-caption-l">{whoseWords(c.var.person?.name, logbook)}</span>
      <h1 className="nhsuk-heading-l">Logbook</h1>
      <p className="fp-statement">
        {sessions.length} {sessions.length === 1 ? 'session' : 'sessions'}, {periodWords(period)}.
      </p>
      <p className="fp-quiet nhsuk-u-reading-width">
        Sessions at which the record names you as an operator, wherever you have a role, as it stood on{' '}
        {dateWords(logbook.asOf)}. Outcomes are those of the registry: what is not known yet is counted
        neither way. Severe is CIRSE 4 or above, or CTCAE 3 or above. No patient is named here.
      </p>
      {isCut ? (
        <p className="nhsuk-inset-text">
          Only your latest 1,000 cases were read, so that early sessions of these months are missing. Choose a
          shorter period, and take a longer one in parts.
        </p>
      ) : null}
      <div className="fp-screen-only">
        <PeriodForm
          action={paths.logbook()}
          period={period}
          now={c.var.now()}
          csv={paths.logbookFile(periodQuery(period))}
        />
      </div>
      <Lines sessions={sessions} />
      <Sessions {...logbook} />
    </Page>,
  )
}

/** "Dr Rhea Fictional, Hollinhaven University Hospitals Trust" */
function whoseWords(name: string | undefined, { sessions, names }: Logbook): string {
  const codes = [...new Set(sessions.map(({ organisation }) => organisation))]
  return [name, ...codes.map((code) => names.get(code) ?? code)].filter(Boolean).join(', ')
}

/** 12 of 13 */
const tallyWords = ({ yes, known }: Tally): string => (known === 0 ? 'Not known yet' : `${yes} of ${known}`)

/** A procedure, or all together. */
type Summed = LogbookSums & Partial<Pick<LogbookLine, 'procedure'>>

function Lines({ sessions }: Pick<Logbook, 'sessions'>) {
  const lines = linesOf(sessions)
  const rows: readonly Summed[] = lines.length > 1 ? [...lines, sumsOf(sessions)] : lines
  return (
    <DataTable
      stacks
      caption="By procedure; outcomes of those known"
      rows={rows}
      keyOf={({ procedure = 'all' }) => procedure}
      empty="The record names you as operator of no session in these months."
      columns={[
        {
          heading: 'Procedure',
          names: true,
          cell: ({ procedure }) => (procedure === undefined ? 'All procedures' : procedureName(procedure)),
        },
        { heading: 'Sessions', number: true, cell: ({ sessions: all }) => all },
        { heading: 'First', number: true, cell: ({ byRole }) => byRole.first },
        { heading: 'Second', number: true, cell: ({ byRole }) => byRole.second },
        { heading: 'Trainee', number: true, cell: ({ byRole }) => byRole.trainee },
        { heading: 'Technical success', number: true, cell: (line) => tallyWords(line.technicalSuccess) },
        { heading: 'Complication to day 30', number: true, cell: (line) => tallyWords(line.complication) },
        { heading: 'Severe', number: true, cell: (line) => tallyWords(line.severe) },
        { heading: 'Died to day 30', number: true, cell: (line) => tallyWords(line.died30) },
      ]}
    />
  )
}

const knownWords = (value: boolean | null, yes: string, no: string): string =>
  value === null ? 'Not known yet' : value ? yes : no

/** A list longer than this is for the file, not for reading. */
const shownSessions = 200

function Sessions({ sessions, names }: Logbook) {
  if (sessions.length === 0) return null
  const shown = sessions.slice(0, shownSessions)
  const rest = sessions.length - shown.length
  const isOfSeveral = new Set(sessions.map(({ organisation }) => organisation)).size > 1
  const where = {
    heading: 'At',
    cell: ({ organisation }: LoggedSession) => names.get(organisation) ?? organisation,
  }
  return (
    <DataTable
      stacks
      caption={`Session by session${rest > 0 ? `: the latest ${shownSessions} of ${sessions.length}; all are in the file` : ''}`}
      rows={shown.map((each, index) => ({ ...each, index }))}
      keyOf={({ index }) => String(index)}
      columns={[
        {
          heading: 'Day',
          names: true,
          cell: ({ caseId, on, procedure }) => (
            <a href={paths.caseOf(caseId)}>
              {dateWords(on)}
              <span className="nhsuk-u-visually-hidden">: {procedureName(procedure)}</span>
            </a>
          ),
        },
        { heading: 'Procedure', cell: ({ procedure }) => procedureName(procedure) },
        ...(isOfSeveral ? [where] : []),
        { heading: 'As', cell: ({ role }) => roleWords[role] },
        { heading: 'Technical success', cell: (each) => knownWords(each.technicalSuccess, 'Yes', 'No') },
        {
          heading: 'Complication to day 30',
          cell: (each) => (each.severe ? 'Severe' : knownWords(each.complication, 'Yes', 'None')),
        },
        { heading: 'Day 30', cell: (each) => knownWords(each.died30, 'Died', 'Alive') },
      ]}
    />
  )
}
