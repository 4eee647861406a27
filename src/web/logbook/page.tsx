/** /logbook: what a person did themselves, by procedure and session by session, for their appraisal. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { csvOf } from '#core/census/csv.ts'
import {
  type LogbookLine,
  type LoggedSession,
  linesOf,
  logbookOf,
  type OperatorRole,
  type Tally,
} from '#core/registry/logbook.ts'
import { freshen } from '#store/case/freshen.ts'
import { casesOfOperator } from '#store/quality/logbook.ts'
import { dateWords } from '../components/dates.ts'
import { type Period, periodOf, periodQuery, periodWords } from '../components/period.ts'
import { PeriodForm } from '../components/period-form.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'

const roleWords: Readonly<Record<OperatorRole, string>> = {
  first: 'First operator',
  second: 'Second operator',
  trainee: 'Trainee, supervised',
}

async function readLogbook(c: PageContext): Promise<{ period: Period; sessions: readonly LoggedSession[] }> {
  const now = c.var.now()
  const period = periodOf(c.req.query(), now)
  const person = c.var.person?.id ?? ''
  const { organisations } = scopeFor(c, 'case:see')
  const cases = await inScope(c, 'case:see', async (db) => {
    await freshen(db, organisations, now)
    return casesOfOperator(db, person, `${period.from}-01`)
  })
  const days = { from: `${period.from}-01`, to: `${period.to}-31` }
  return { period, sessions: logbookOf(cases, person, days, ukDay(now.toISOString())) }
}

export async function logbookPage(c: PageContext) {
  const { period, sessions } = await readLogbook(c)
  const query = periodQuery(period)
  return show(
    c,
    <Page c={c} title="Logbook" here={paths.logbook()} wide>
      <span className="nhsuk-caption-l">{c.var.person?.name}</span>
      <h1 className="nhsuk-heading-l">Logbook</h1>
      <p className="fp-statement">
        {sessions.length} {sessions.length === 1 ? 'session' : 'sessions'}, {periodWords(period)}.
      </p>
      <p className="fp-quiet nhsuk-u-reading-width">
        Sessions at which the record names you as an operator, wherever you have a role. Outcomes are those of
        the registry: what is not known yet is counted neither way. No patient is named here.
      </p>
      <div className="fp-screen-only">
        <PeriodForm
          action={paths.logbook()}
          period={period}
          now={c.var.now()}
          csv={paths.logbookFile(query)}
        />
      </div>
      <Lines lines={linesOf(sessions)} />
      <Sessions sessions={sessions} />
    </Page>,
  )
}

/** 12 of 13 */
const tallyWords = ({ yes, known }: Tally): string => (known === 0 ? 'Not known yet' : `${yes} of ${known}`)

function Lines({ lines }: { readonly lines: readonly LogbookLine[] }) {
  return (
    <DataTable
      stacks
      caption="By procedure; outcomes of those known"
      rows={lines}
      keyOf={({ procedure }) => procedure}
      empty="The record names you as operator of no session in these months."
      columns={[
        { heading: 'Procedure', names: true, cell: ({ procedure }) => procedureName(procedure) },
        { heading: 'Sessions', number: true, cell: ({ sessions }) => sessions },
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

function Sessions({ sessions }: { readonly sessions: readonly LoggedSession[] }) {
  if (sessions.length === 0) return null
  const shown = sessions.slice(0, shownSessions)
  const rest = sessions.length - shown.length
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

const headings = ['day', 'procedure', 'role', 'technical_success', 'complication_30', 'severe_30', 'died_30']

export async function logbookFile(c: PageContext) {
  const { sessions } = await readLogbook(c)
  const word = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')
  const rows = sessions.map((each) => [
    each.on,
    each.procedure,
    each.role,
    word(each.technicalSuccess),
    word(each.complication),
    word(each.severe),
    word(each.died30),
  ])
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="logbook.csv"')
  return c.body(csvOf([headings, ...rows]))
}
