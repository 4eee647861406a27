/** A case's links to its patient's own page: made and printed with the leaflet, looked over, withdrawn. */

import { Button, Tag } from 'nhsuk-react-components'
import { organisationsOf } from '#core/access/may.ts'
import { signatureFor } from '#core/access/record.ts'
import { information } from '#core/pathway/kinds/preparation.ts'
import { noteLook } from '#store/case/look.ts'
import { type OpenedCase, readCase } from '#store/case/read.ts'
import { personNames } from '#store/census/room/authors.ts'
import {
  makePatientLink,
  type PatientLinkState,
  patientLinkDays,
  patientLinksOf,
  revokePatientLink,
  wrongDatesAtMost,
} from '#store/patient-page/link.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { isId } from '../components/id.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { sheetPage } from './sheet.tsx'

interface At extends OpenedCase {
  readonly links: readonly PatientLinkState[]
  readonly names: ReadonlyMap<string, string>
  /** Whoever gives leaflets hands the link over. */
  readonly mayMake: boolean
}

async function caseAt(c: PageContext): Promise<At | null> {
  const { person } = c.var
  if (!person) return null
  return inScope(c, 'case:record', async (db) => {
    const found = await readCase(db, c.req.param('id') ?? '')
    if (!found) return null
    const links = await patientLinksOf(db, found.id)
    const [names] = await Promise.all([
      personNames(
        db,
        links.map(({ madeBy }) => madeBy),
      ),
      noteLook(db, {
        person: person.id,
        organisation: organisationsOf(person.memberships, 'case:record')[0] ?? null,
        patient: found.row.patient,
        caseId: found.id,
        page: 'case patient page',
      }),
    ])
    const held = signatureFor(person.memberships, information.name, found.row)
    return { ...found, links, names, mayMake: held?.organisation === found.row.treating }
  })
}

export async function linksPage(c: PageContext) {
  const at = await caseAt(c)
  if (!at) return notFound(c)
  const now = c.var.now()
  return show(
    c,
    <Page
      c={c}
      title="The patient’s own page"
      here={paths.cases()}
      breadcrumbs={[
        { text: 'Cases', href: paths.cases() },
        { text: 'Case', href: paths.caseOf(at.id) },
      ]}
    >
      <h1 className="nhsuk-heading-l">The patient’s own page</h1>
      <PatientLine patient={at.patient} now={now} />
      <p className="nhsuk-u-reading-width">
        A personal link shows the patient where they are, what comes next, the leaflet that they were given,
        what to keep to and whom to ring. It asks for the date of birth, holds for {patientLinkDays} days, and
        closes after {wrongDatesAtMost} wrong dates. The patient can note questions: they stand on the case.
      </p>
      <DataTable
        stacks
        caption="Links"
        rows={at.links}
        keyOf={({ id }) => id}
        empty="No link was made yet."
        columns={[
          { heading: 'Made', names: true, cell: ({ madeAt }) => dateWords(madeAt) },
          { heading: 'By', cell: ({ madeBy }) => at.names.get(madeBy) ?? 'A colleague' },
          { heading: 'Works until', cell: ({ expiresAt }) => dateWords(expiresAt) },
          {
            heading: 'Last opened',
            cell: ({ openedAt }) => (openedAt ? dateTimeWords(openedAt) : 'Not yet'),
          },
          { heading: 'State', cell: (link) => <State link={link} now={now} /> },
          {
            heading: 'Do',
            cell: (link) =>
              at.mayMake && !link.revokedAt ? (
                <form method="post" action={paths.casePatientPage(at.id, link.id)}>
                  <Button small secondary preventDoubleClick>
                    Withdraw
                  </Button>
                </form>
              ) : (
                'Nothing'
              ),
          },
        ]}
      />
      {at.mayMake ? (
        <form method="post" action={paths.casePatientPage(at.id)}>
          <Button preventDoubleClick>Make a link and print its sheet</Button>
        </form>
      ) : null}
    </Page>,
  )
}

function State({ link, now }: { readonly link: PatientLinkState; readonly now: Date }) {
  if (link.revokedAt) return <Tag color="grey">Withdrawn</Tag>
  if (link.wrongDates >= wrongDatesAtMost) return <Tag color="red">Closed: too many wrong dates</Tag>
  if (link.expiresAt <= now) return <Tag color="grey">Over</Tag>
  return <Tag color="green">Open</Tag>
}

export async function makeLink(c: PageContext) {
  const at = await caseAt(c)
  if (!at) return notFound(c)
  if (!at.mayMake || !c.var.person) return forbidden(c)
  const { person } = c.var
  const made = await inScope(c, 'case:record', (db) =>
    makePatientLink(
      db,
      {
        ...{ caseId: at.id, patient: at.row.patient, organisation: at.row.treating },
        ...{ madeBy: person.id, leaflet: null },
      },
      c.var.now(),
    ),
  )
  return sheetPage(c, { caseId: at.id, organisation: at.row.treating, ...made })
}

export async function revokeLink(c: PageContext) {
  const at = await caseAt(c)
  const link = c.req.param('link') ?? ''
  if (!at || !isId(link)) return notFound(c)
  if (!at.mayMake) return forbidden(c)
  await inScope(c, 'case:record', (db) =>
    revokePatientLink(db, { id: link, caseId: at.id, now: c.var.now() }),
  )
  return c.redirect(paths.casePatientPage(at.id), 303)
}
