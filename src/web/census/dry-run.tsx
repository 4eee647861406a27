/** The dry run of a file of answers: which column holds what, what is wrong by line, what would be imported. */

import { Button, Details, InsetText, Radios, WarningCallout } from 'nhsuk-react-components'
import { type ImportPlan, planImport } from '#core/census/import.ts'
import { type Mapping, unansweredQuestions } from '#core/census/import-mapping.ts'
import { questionOf } from '#core/census/questionnaire.ts'
import type { MemberFacts } from '#core/census/standing.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { importAnswers } from '#store/census/room/import-answers.ts'
import { membersOf } from '#store/census/room/members.ts'
import { changeMapping, type StagedImport, stagedImport } from '#store/census/room/staged-import.ts'
import { dateTimeWords } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import { Told, telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorFor, editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'
import { choiceOf, MappingForm, readUse } from './mapping-form.tsx'
import { counted } from './step.tsx'

interface DryRun {
  readonly edition: RoomEdition
  readonly staged: StagedImport
  readonly plan: ImportPlan
  /** Rows of the plan that hold an answer. */
  readonly rows: ImportPlan['rows']
  /** Those of them whose organisation has answered already. */
  readonly over: ImportPlan['rows']
  readonly members: readonly MemberFacts[]
}

async function dryRunOf(c: PageContext): Promise<DryRun | null> {
  const edition = await editionNamed(c)
  const id = c.req.param('upload') ?? ''
  if (!edition || !isId(id)) return null
  const { db } = c.var.store
  // Read before the upload: one imported in between is then seen as imported, never as rows that are in the way.
  const [organisations, members] = await Promise.all([allOrganisations(db), membersOf(db, edition.id)])
  const staged = await stagedImport(
    db,
    { id, edition: edition.id, person: c.var.person?.id ?? '' },
    c.var.now(),
  )
  if (!staged) return null
  const plan = planImport({
    questionnaire: edition.questionnaire,
    mapping: staged.mapping,
    table: staged.table,
    organisations,
    members: new Set(members.map(({ code }) => code)),
  })
  const rows = plan.rows
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .map((row) => ({ ...row, notes: notesOf(edition, row) }))
  const answered = new Set(members.filter(({ channel }) => channel !== null).map(({ code }) => code))
  return {
    edition,
    staged,
    plan,
    rows,
    over: rows.filter(({ organisation }) => answered.has(organisation)),
    members,
  }
}

/** A row without a follow-up answer lacks none: the follow-up is a round of its own. */
function notesOf({ questionnaire }: RoomEdition, { answers, notes }: ImportPlan['rows'][number]) {
  const ofFollowUp = (id: string) => questionOf(questionnaire, id)?.wave === 'follow-up'
  const followedUp = Object.keys(answers).some(ofFollowUp)
  return notes.filter(({ question, kind }) => followedUp || kind !== 'missing' || !ofFollowUp(question))
}

export async function dryRunPage(c: PageContext, problems: readonly FieldProblem[] = []) {
  const run = await dryRunOf(c)
  if (!run) return gone(c)
  const { edition, staged } = run
  return show(
    c,
    <RoomPage
      c={c}
      edition={edition}
      part="import"
      title={`Import ${staged.fileName}`}
      crumbs={[{ text: 'Import answers', href: paths.censusRoomPart(edition.id, 'import') }]}
      hasErrors={problems.length > 0}
    >
      <Told c={c} />
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l fp-wrap">
        <span className="nhsuk-caption-l">Dry run: nothing is imported yet</span>
        {staged.fileName}
      </h1>
      {staged.note ? (
        <InsetText>
          <p>{staged.note}</p>
        </InsetText>
      ) : null}
      {staged.importedAt ? (
        <p className="fp-statement">
          Imported on {dateTimeWords(staged.importedAt)}: {counted(staged.imported ?? 0, 'organisation')}.{' '}
          <a href={paths.censusRoom(edition.id)}>Go to the response</a>
        </p>
      ) : (
        <>
          <Outcome run={run} problems={problems} />
          <WithoutColumn run={run} />
          <RowProblems plan={run.plan} />
          <MappingForm
            questionnaire={run.edition.questionnaire}
            staged={run.staged}
            action={paths.censusImport(run.edition.id, run.staged.id, 'mapping')}
          />
          <Notes run={run} />
        </>
      )}
    </RoomPage>,
    problems.length > 0 ? 422 : 200,
  )
}

async function gone(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  return show(
    c,
    <RoomPage c={c} edition={edition} part="import" title="The file is no longer here">
      <h1 className="nhsuk-heading-l">The file is no longer here</h1>
      <p>
        A file is kept for a day, for whoever sent it.{' '}
        <a href={paths.censusRoomPart(edition.id, 'import')}>Choose it again</a>.
      </p>
    </RoomPage>,
    404,
  )
}

function isReady({ plan, rows }: DryRun): boolean {
  return plan.mappingProblems.length === 0 && plan.problems.length === 0 && rows.length > 0
}

function Outcome({ run, problems }: { readonly run: DryRun; readonly problems: readonly FieldProblem[] }) {
  const { edition, staged, plan, rows, over } = run
  const all = staged.table.rows.length
  if (plan.mappingProblems.length > 0) {
    return (
      <WarningCallout>
        <WarningCallout.Heading headingLevel="h2">Say first what the columns hold</WarningCallout.Heading>
        <ul>
          {plan.mappingProblems.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </WarningCallout>
    )
  }
  if (!isReady(run)) {
    const lines = new Set(plan.problems.map(({ line }) => line)).size
    return (
      <p className="fp-statement">
        {lines > 0
          ? `${lines} of ${counted(all, 'row')} cannot be imported as they are. Put them right in the file and choose it again, or change what the columns hold.`
          : `None of ${counted(all, 'row')} holds an answer. Change what the columns hold.`}
        <span className="fp-statement__more">Nothing is half-imported: every row has to be right first.</span>
      </p>
    )
  }
  const fresh = rows.length - over.length
  return (
    <form method="post" action={paths.censusImport(edition.id, staged.id, 'import')}>
      <p className="fp-statement">
        Every row can be read: {counted(rows.length, 'organisation')} with answers, of {counted(all, 'row')}.
      </p>
      {over.length > 0 ? (
        <Radios
          id="over"
          name="over"
          legend={`${counted(over.length, 'organisation has', 'organisations have')} answered already. What about them?`}
          legendProps={{ size: 's' }}
          {...errorFor(problems, 'over')}
        >
          <Radios.Item
            value="skip"
            hint={fresh === 0 ? 'Nothing is imported then.' : `Import the other ${fresh}.`}
          >
            Leave them as they are
          </Radios.Item>
          <Radios.Item value="correct" hint="What stands now stays in the record, struck through.">
            Import as corrections of what they answered
          </Radios.Item>
        </Radios>
      ) : null}
      <Button preventDoubleClick>
        {over.length > 0 ? 'Import' : `Import ${counted(rows.length, 'answer')}`}
      </Button>
    </form>
  )
}

/** An import without them may go on: whoever does it has seen what every row will lack. */
function WithoutColumn({ run: { edition, staged, plan } }: { readonly run: DryRun }) {
  const without = unansweredQuestions(edition.questionnaire, staged.mapping)
  if (without.length === 0 || plan.mappingProblems.length > 0) return null
  return (
    <WarningCallout>
      <WarningCallout.Heading headingLevel="h2">Questions that no column answers</WarningCallout.Heading>
      <p>Everybody is asked these. Without a column, every row comes in incomplete.</p>
      <ul>
        {without.map(({ id, asks }) => (
          <li key={id}>{asks}</li>
        ))}
      </ul>
    </WarningCallout>
  )
}

const problemsShown = 200

function RowProblems({ plan }: { readonly plan: ImportPlan }) {
  if (plan.problems.length === 0) return null
  const shown = plan.problems.slice(0, problemsShown)
  const rest = plan.problems.length - shown.length
  return (
    <DataTable
      caption={`What is wrong, by line of the file${rest > 0 ? `: the first ${problemsShown} of ${plan.problems.length}` : ''}`}
      rows={shown.map((problem, index) => ({ ...problem, index }))}
      keyOf={({ index }) => String(index)}
      columns={[
        { heading: 'Line', names: true, cell: ({ line }) => line },
        {
          heading: 'Column',
          cell: ({ column }) => <span className="fp-wrap">{column ?? 'The whole row'}</span>,
        },
        { heading: 'What is wrong', cell: ({ words }) => <span className="fp-wrap">{words}</span> },
      ]}
    />
  )
}

function Notes({ run: { rows } }: { readonly run: DryRun }) {
  const noted = rows.filter(({ notes }) => notes.length > 0)
  if (noted.length === 0) return null
  return (
    <Details>
      <Details.Summary>
        {counted(noted.length, 'organisation')} would come in incomplete or contradictory
      </Details.Summary>
      <Details.Text>
        <p>They are imported as they are, and then on the list of what to look at.</p>
        <ul>
          {noted.slice(0, problemsShown).map(({ line, organisation, notes }) => (
            <li key={line}>
              Line {line}, {organisation}: {notes[0]?.words}
              {notes.length > 1 ? `, and ${notes.length - 1} more` : ''}
            </li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  )
}

export async function remap(c: PageContext) {
  const run = await dryRunOf(c)
  if (!run) return gone(c)
  const fields = await fieldsOf(c)
  const { edition, staged } = run
  const mapping: Mapping = staged.mapping.map((before, index) =>
    readUse(edition.questionnaire, before, fields[`use-${index}`] ?? choiceOf(before)),
  )
  if (!staged.importedAt) await changeMapping(c.var.store.db, staged, mapping)
  return c.redirect(paths.censusImport(edition.id, staged.id), 303)
}

export async function importNow(c: PageContext) {
  const run = await dryRunOf(c)
  if (!run) return gone(c)
  const { edition, staged, rows, over } = run
  const own = paths.censusImport(edition.id, staged.id)
  if (staged.importedAt) return c.redirect(telling(paths.censusRoom(edition.id), 'already-done'), 303)
  if (!isReady(run)) return c.redirect(own, 303)
  const choice = (await fieldsOf(c)).over
  if (over.length > 0 && choice !== 'skip' && choice !== 'correct') {
    return dryRunPage(c, [
      { field: 'over', words: 'Choose what to do about those that have answered already' },
    ])
  }
  const author = authorFor(c, 'census:lead')
  const done = await importAnswers(
    c.var.store.db,
    {
      upload: staged.id,
      edition: edition.id,
      questionnaire: edition.questionnaire,
      rows,
      over: choice === 'correct' ? 'correct' : 'skip',
      person: c.var.person?.id ?? '',
      role: author.role,
    },
    c.var.now(),
  )
  if (done.outcome === 'edition-not-open') return c.redirect(paths.censusRoomPart(edition.id, 'import'), 303)
  const told = done.outcome === 'imported' ? 'imported' : 'already-done'
  return c.redirect(telling(paths.censusRoom(edition.id), told, done.count), 303)
}
