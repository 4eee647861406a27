/** One MDT: its members, when it meets, its calendar; made, changed, ended. */

import { Button } from 'nhsuk-react-components'
import { organisationsOf } from '#core/access/may.ts'
import { ukMoment } from '#core/calendar/uk-time.ts'
import { hasRadiologist } from '#core/meeting/team.ts'
import { addSingleMeeting, endTeam, saveTeam, type Team } from '#store/meeting/team.ts'
import { organisationNames } from '#store/service/read.ts'
import { DateFields, dateIn } from '../components/date-fields.tsx'
import { type Fields, fieldsOf, readFields } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import { Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { meetsWords } from './list-page.tsx'
import { Members } from './members.tsx'
import { emptyTeam, TeamForm, type TeamTyped, teamSchema, typedIn, typedOf } from './team-form.tsx'
import { mayRun, onTeam } from './view.ts'

const crumbs = [{ text: 'MDT meetings', href: paths.meetings() }]

export async function newTeam(
  c: PageContext,
  typed: TeamTyped = emptyTeam,
  problems: readonly FieldProblem[] = [],
) {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'meeting:run')
  const names = await organisationNames(c.var.store.db, codes)
  return show(
    c,
    <Page
      c={c}
      title="Make an MDT"
      here={paths.meetings()}
      breadcrumbs={crumbs}
      hasErrors={problems.length > 0}
    >
      <h1 className="nhsuk-heading-l">Make an MDT</h1>
      <TeamForm
        action={paths.mdtNew()}
        button="Make the MDT"
        typed={typed}
        problems={problems}
        organisations={codes.map((code) => ({ code, name: names.get(code) ?? code }))}
      />
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

export async function saveNew(c: PageContext) {
  const typed = await typedIn(c.req)
  const read = readFields(teamSchema, typed as never)
  if (!read.values) return newTeam(c, typed, read.problems)
  if (!mayRun(c, typed.organisation)) return notFound(c)
  const { sites, ...details } = read.values
  const team = { ...details, tumourSites: sites, organisation: typed.organisation }
  const saved = await inScope(c, 'meeting:run', (db) => saveTeam(db, team, c.var.now()))
  return saved.outcome === 'saved' ? c.redirect(paths.mdt(saved.id), 303) : newTeam(c, typed, [nameTaken])
}

const nameTaken = { field: 'name', words: 'There is an MDT with this name already. Choose another name' }

export const teamPage = (c: PageContext) => onTeam(c, 'meeting:see', (team) => showTeam(c, team))

interface Shown {
  readonly typed?: TeamTyped
  readonly problems?: readonly FieldProblem[]
  readonly dateFields?: Fields
  readonly member?: Fields
}

export async function showTeam(c: PageContext, team: Team, shown: Shown = {}) {
  const { typed = typedOf(team), problems = [], dateFields = {}, member = {} } = shown
  const runs = mayRun(c, team.organisation) && !team.endedAt
  return show(
    c,
    <Page
      c={c}
      title={`${team.name} MDT`}
      here={paths.meetings()}
      breadcrumbs={crumbs}
      hasErrors={problems.length > 0}
    >
      <h1 className="nhsuk-heading-l">{team.name} MDT</h1>
      <Problems problems={problems} />
      <p className="fp-statement">
        {meetsWords(team)}.{' '}
        {hasRadiologist(team.members)
          ? 'An interventional radiologist is a core member.'
          : 'No interventional radiologist is a core member: clause 3.2 asks for one.'}
      </p>
      <p>
        <a href={paths.mdtCalendar(team.id)}>Calendar file of its meetings</a>
      </p>
      <Members team={team} runs={runs} problems={problems} typed={member} />
      {runs ? (
        <>
          <h2 className="nhsuk-heading-m">Add a meeting on another date</h2>
          <form method="post" action={paths.mdtPart(team.id, 'meetings')} noValidate className="fp-form">
            <DateFields name="on" legend="Date" fields={dateFields} problems={problems} />
            <Button secondary preventDoubleClick>
              Add the meeting
            </Button>
          </form>
          <details
            className="nhsuk-details"
            open={problems.some(({ field }) => field in emptyTeam) ? true : undefined}
          >
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">Change the MDT</span>
            </summary>
            <div className="nhsuk-details__text">
              <TeamForm
                action={paths.mdt(team.id)}
                button="Save"
                typed={typed}
                problems={problems.filter(({ field }) => field in emptyTeam)}
                organisations={[{ code: team.organisation, name: team.organisation }]}
              />
            </div>
          </details>
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">End the MDT</span>
            </summary>
            <div className="nhsuk-details__text">
              <p>Its planned meetings are cancelled. Those that were held stay, with all that they said.</p>
              <form method="post" action={paths.mdtPart(team.id, 'end')}>
                <Button warning preventDoubleClick>
                  End the MDT
                </Button>
              </form>
            </div>
          </details>
        </>
      ) : null}
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

export function saveTeamOf(c: PageContext) {
  return onTeam(c, 'meeting:run', async (team) => {
    const typed = await typedIn(c.req)
    const read = readFields(teamSchema, typed as never)
    if (!read.values) return showTeam(c, team, { typed, problems: read.problems })
    const { sites, ...details } = read.values
    const changed = { ...details, tumourSites: sites, organisation: team.organisation, id: team.id }
    const saved = await inScope(c, 'meeting:run', (db) => saveTeam(db, changed, c.var.now()))
    return saved.outcome === 'saved'
      ? c.redirect(paths.mdt(team.id), 303)
      : showTeam(c, team, { typed, problems: [nameTaken] })
  })
}

export function addMeeting(c: PageContext) {
  return onTeam(c, 'meeting:run', async (team) => {
    const dateFields = await fieldsOf(c)
    const on = dateIn(dateFields, 'on')
    const refuse = (words: string) => showTeam(c, team, { dateFields, problems: [{ field: 'on', words }] })
    if (on === null) return refuse('Enter the date of the meeting')
    if (on === 'not-a-date') return refuse('There is no such day. Enter a date such as 24 11 2026')
    const at = new Date(ukMoment(on, team.time))
    if (at <= c.var.now()) return refuse('The date has to be ahead')
    if (at.getTime() > c.var.now().getTime() + 730 * 86_400_000)
      return refuse('The date has to be within two years')
    const made = await inScope(c, 'meeting:run', (db) => addSingleMeeting(db, team, at))
    return made ? c.redirect(paths.meeting(made), 303) : refuse('There is a meeting on that date already')
  })
}

export function end(c: PageContext) {
  return onTeam(c, 'meeting:run', async (team) => {
    await inScope(c, 'meeting:run', (db) => endTeam(db, team, c.var.now()))
    return c.redirect(paths.meetings(), 303)
  })
}
