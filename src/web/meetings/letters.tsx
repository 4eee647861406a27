/** The outcome letters of a meeting: one for each case that was discussed, on screen, on paper, as PDF. */

import { ukDay } from '#core/calendar/uk-day.ts'
import type { Letter } from '#core/letter/letter.ts'
import { meetingOutcomeLetter } from '#core/letter/meeting-outcome.ts'
import { memberRoles } from '#core/meeting/team.ts'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import { nameOf } from '#core/patient/patient.ts'
import { inSentence } from '#core/sentence.ts'
import { contact } from '#core/service/kinds/the-service.ts'
import { inForce } from '#core/service/state.ts'
import { noteLook, noteLooks } from '#store/case/look.ts'
import { readCase } from '#store/case/read.ts'
import type { Item, OpenedMeeting } from '#store/meeting/meeting.ts'
import { organisationNames } from '#store/service/read.ts'
import { dateWords } from '../components/dates.ts'
import { letterFile } from '../components/letter/letter-file.tsx'
import { LetterSheet } from '../components/letter/letter-sheet.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { crumbs, onMeeting, recommendations } from './view.ts'

export const letters = (c: PageContext) =>
  onMeeting(c, async (opened) => {
    const { meeting, items } = opened
    const discussed = items.filter(({ entry }) => entry !== null)
    const looked = discussed.map(({ patient, caseId }) => ({ patient, caseId }))
    const look = { person: c.var.person?.id ?? '', organisation: meeting.organisation, looked }
    await inScope(c, 'meeting:see', (db) => noteLooks(db, { ...look, page: 'meeting letters' }))
    return show(
      c,
      <Page c={c} title="Outcome letters" here={paths.meetings()} breadcrumbs={crumbs(opened)}>
        <h1 className="nhsuk-heading-l">Outcome letters</h1>
        <p>To the referring clinician and the GP of each patient whose outcome is recorded.</p>
        <DataTable
          caption={`${meeting.teamName} MDT meeting, ${dateWords(meeting.at)}`}
          stacks
          rows={discussed}
          keyOf={({ id }) => id}
          empty="No outcome is recorded yet."
          columns={[
            {
              heading: 'Patient',
              names: true,
              cell: (item) => <a href={paths.meetingLetter(meeting.id, item.id)}>{nameOf(item)}</a>,
            },
            {
              heading: 'Recommendation',
              cell: ({ recommendation }) => recommendations.get(recommendation ?? '') ?? 'Not recorded',
            },
            {
              heading: 'PDF',
              cell: (item) => (
                <a href={paths.meetingLetter(meeting.id, item.id, 'pdf')}>
                  PDF<span className="nhsuk-u-visually-hidden"> for {nameOf(item)}</span>
                </a>
              ),
            },
          ]}
        />
      </Page>,
    )
  })

export const letterOf = (c: PageContext) =>
  onLetter(c, c.req.param('item') ?? '', ({ opened, item, letter }) =>
    show(
      c,
      <Page c={c} title={letter.title} here={paths.meetings()} breadcrumbs={crumbs(opened)}>
        <p className="fp-letter__actions">
          <a
            className="nhsuk-button"
            href={paths.meetingLetter(opened.meeting.id, item.id, 'pdf')}
            draggable="false"
          >
            Download as PDF
          </a>
          <span>Or print this page: only the letter is printed.</span>
        </p>
        <LetterSheet letter={letter} />
      </Page>,
    ),
  )

export const letterPdf = (c: PageContext) =>
  onLetter(c, (c.req.param('item') ?? '').replace(/[.]pdf$/, ''), ({ opened, item, letter }) =>
    letterFile(c, letter, { name: 'mdt-outcome', page: paths.meetingLetter(opened.meeting.id, item.id) }),
  )

interface Written {
  readonly opened: OpenedMeeting
  readonly item: Item
  readonly letter: Letter
}

function onLetter(c: PageContext, id: string, then: (written: Written) => Response | Promise<Response>) {
  return onMeeting(c, async (opened) => {
    const item = opened.items.find((each) => each.id === id && each.entry !== null)
    const letter = item ? await letterFor(c, opened, item) : null
    return item && letter ? then({ opened, item, letter }) : notFound(c)
  })
}

async function letterFor(
  c: PageContext,
  { meeting, attendance }: OpenedMeeting,
  item: Item,
): Promise<Letter | null> {
  const today = ukDay(c.var.now().toISOString())
  return inScope(c, 'meeting:see', async (db) => {
    const found = await readCase(db, item.caseId)
    const stands = found?.course.standing(item.entry ?? '')?.entry
    const discussion = found?.course.of(mdtDiscussion).find(({ entry }) => entry === stands)
    if (!found || !discussion) return null
    const { place } = discussion.body
    const organisations = await organisationNames(db, [...found.row.organisations, ...(place ? [place] : [])])
    if (c.var.person) {
      await noteLook(db, {
        person: c.var.person.id,
        organisation: meeting.organisation,
        patient: found.row.patient,
        caseId: item.caseId,
        page: 'meeting letter',
      })
    }
    return meetingOutcomeLetter(
      {
        course: found.course,
        patient: found.patient,
        treating: found.row.treating,
        organisations,
        contact: inForce(found.surroundings.service, contact, today).at(-1)?.body ?? null,
        today,
        fictional: c.var.config.demonstration,
      },
      {
        discussion,
        question: item.question,
        present: attendance
          .filter(({ present }) => present)
          .map(({ name, role }) => `${name}, ${inSentence(memberRoles[role])}`),
      },
    )
  })
}
