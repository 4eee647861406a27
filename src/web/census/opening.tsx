/** Opening an edition: whom it will ask, who of them has no address, then it is open. */

import { Textarea, WarningCallout } from 'nhsuk-react-components'
import { percent } from '#core/census/percent.ts'
import { isOn, type MemberFacts } from '#core/census/standing.ts'
import { closeEdition, openEdition, reopenEdition } from '#store/census/edition.ts'
import { membersOf } from '#store/census/room/members.ts'
import { openingPreview } from '#store/census/room/opening.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorFor, editionNamed, type RoomEdition } from './edition.ts'
import { taskHref } from './next.tsx'
import { counted, showStep } from './step.tsx'

const listed = 12

export async function openingPage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  if (edition.state !== 'draft') return alreadyPast(c, edition, 'open', `Open ${edition.title}`)
  const preview = await openingPreview(c.var.store.db, edition)
  const organisations = preview.nations.reduce((sum, { organisations: own }) => sum + own, 0)
  const missing = preview.withoutAddress
  return showStep({
    c,
    edition,
    step: 'open',
    title: `Open ${edition.title}`,
    button: organisations > 0 ? `Open, and ask ${counted(organisations, 'organisation')}` : undefined,
    children: (
      <>
        {organisations === 0 ? (
          <p>
            No organisation of the directory exists on {dateWords(edition.censusOn)}, so there is nobody to
            ask. Add organisations to the <a href={paths.directory()}>directory</a> first.
          </p>
        ) : (
          <>
            <p>When you open it:</p>
            <ul>
              <li>
                it asks the {counted(organisations, 'organisation')} that exist on{' '}
                {dateWords(edition.censusOn)}; who they are is then fixed
              </li>
              <li>nobody is written to yet: inviting is the next step</li>
              <li>the telephone wave begins {counted(edition.telephoneAfterDays, 'day')} later</li>
              <li>the opening is written into the edition’s record</li>
            </ul>
            <DataTable
              caption="Whom it asks"
              rows={preview.nations}
              keyOf={({ nation }) => nation}
              columns={[
                { heading: 'Nation', names: true, cell: ({ nation }) => nation },
                { heading: 'Organisations', number: true, cell: (row) => row.organisations },
                {
                  heading: 'Without a working e-mail address',
                  number: true,
                  cell: (row) => row.withoutAddress,
                },
              ]}
            />
          </>
        )}
        {missing.length > 0 ? (
          <WarningCallout>
            <WarningCallout.Heading>
              {counted(missing.length, 'organisation has', 'organisations have')} no working e-mail address
            </WarningCallout.Heading>
            <p>
              They cannot be invited by e-mail and go straight to the telephone list. You can{' '}
              <a href={paths.directoryContactsImport()}>add contacts</a> before or after opening.
            </p>
            <ul>
              {missing.slice(0, listed).map(({ code, name }) => (
                <li key={code}>
                  <a href={paths.directoryOrganisation(code)}>{name}</a>
                </li>
              ))}
              {missing.length > listed ? (
                <li>
                  and {missing.length - listed} more, in the{' '}
                  <a href={paths.directory({ contacts: 'none' })}>directory</a>
                </li>
              ) : null}
            </ul>
          </WarningCallout>
        ) : null}
      </>
    ),
  })
}

export async function open(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const { db } = c.var.store
  const opened = await openEdition(db, { id: edition.id }, authorFor(c, 'census:lead'), c.var.now())
  if (opened.outcome === 'done') {
    const members = await membersOf(db, edition.id)
    return c.redirect(telling(paths.censusRoom(edition.id), 'opened', members.length), 303)
  }
  if (opened.outcome === 'no-members') return c.redirect(paths.censusRoomPart(edition.id, 'open'), 303)
  return c.redirect(telling(paths.censusRoom(edition.id), 'already-done'), 303)
}

export async function closingPage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  if (edition.state !== 'open') return alreadyPast(c, edition, 'close', `Close ${edition.title}`)
  const members = await membersOf(c.var.store.db, edition.id)
  const answered = members.filter(({ channel }) => channel !== null).length
  const on = (task: Parameters<typeof isOn>[0]) => (facts: MemberFacts) =>
    isOn(task, facts, edition, c.var.now())
  const loose = [
    { task: 'not-answered', words: 'have not answered' },
    { task: 'problems', words: 'gave incomplete or contradictory answers' },
    { task: 'follow-up', words: 'owe the follow-up answer' },
    { task: 'messages', words: 'have not answered a message' },
  ] as const
  const open = loose
    .map((one) => ({ ...one, count: members.filter(on(one.task)).length }))
    .filter(({ count }) => count > 0)
  return showStep({
    c,
    edition,
    step: 'close',
    title: `Close ${edition.title}`,
    button: 'Close the edition',
    warning: true,
    children: (
      <>
        <p>
          {answered} of {members.length} organisations have answered ({percent(answered, members.length) ?? 0}
          %). {open.length === 0 ? 'Nothing is left to do.' : 'Still to do:'}
        </p>
        {open.length === 0 ? null : (
          <ul>
            {open.map(({ task, words, count }) => (
              <li key={task}>
                <a href={taskHref(edition.id, task)}>{`${count} ${words}`}</a>
              </li>
            ))}
          </ul>
        )}
        <p>When you close it:</p>
        <ul>
          <li>respondents’ links and the telephone list stop taking answers</li>
          <li>its answers are frozen under a digest, and its tables, figures and maps carry that digest</li>
          <li>you can still record a late correction, which shows as one; reopening asks for a reason</li>
        </ul>
      </>
    ),
  })
}

export async function close(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const closed = await closeEdition(c.var.store.db, edition.id, authorFor(c, 'census:lead'), c.var.now())
  return c.redirect(
    telling(paths.censusRoom(edition.id), closed.outcome === 'done' ? 'closed' : 'already-done'),
    303,
  )
}

export async function reopeningPage(c: PageContext, given = '', problems: readonly FieldProblem[] = []) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  if (edition.state !== 'closed') return alreadyPast(c, edition, 'reopen', `Reopen ${edition.title}`)
  return showStep({
    c,
    edition,
    step: 'reopen',
    title: `Reopen ${edition.title}`,
    button: 'Reopen the edition',
    warning: true,
    problems,
    fields: (
      <Textarea
        id="reason"
        name="reason"
        label="Why is it opened again?"
        labelProps={{ size: 's' }}
        hint="This stays in the edition’s record. Do not write anything that could identify a patient."
        rows={4}
        defaultValue={given}
        {...errorFor(problems, 'reason')}
      />
    ),
    children: (
      <>
        <p>
          It was closed{edition.closedAt ? ` on ${dateTimeWords(edition.closedAt)}` : ''}. Respondents can
          answer and correct again. The digest of the closing stays in the record, and closing it again makes
          a new one.
        </p>
        <p>
          To put one answer right, there is no need to reopen: record a late correction on{' '}
          <a href={paths.censusRoomPart(edition.id, 'organisations')}>the organisation’s page</a>.
        </p>
      </>
    ),
  })
}

export async function reopen(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const reason = ((await fieldsOf(c)).reason ?? '').trim()
  const problem =
    reason.length < 3
      ? 'Enter why the edition is opened again'
      : reason.length > 2000
        ? 'The reason is longer than 2,000 characters. Shorten it'
        : null
  if (problem && edition.state === 'closed')
    return reopeningPage(c, reason, [{ field: 'reason', words: problem }])
  if (problem) return c.redirect(telling(paths.censusRoom(edition.id), 'already-done'), 303)
  const done = await reopenEdition(
    c.var.store.db,
    edition.id,
    reason,
    authorFor(c, 'census:lead'),
    c.var.now(),
  )
  return c.redirect(
    telling(paths.censusRoom(edition.id), done.outcome === 'done' ? 'reopened' : 'already-done'),
    303,
  )
}

const stateWords = { draft: 'It is not open yet.', open: 'It is open.', closed: 'It is closed.' }

/** The edition is not in the state that a step starts from: someone else may have been quicker. */
export function alreadyPast(c: PageContext, edition: RoomEdition, step: string, title: string) {
  return showStep({
    c,
    edition,
    step,
    title,
    children: <p>{stateWords[edition.state]} There is nothing to do here now.</p>,
  })
}
