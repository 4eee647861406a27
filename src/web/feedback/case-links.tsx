/** A case's links for its patient: made to be printed or posted, looked over, withdrawn. */

import { Button, Checkboxes, Radios, Tag, TextInput } from 'nhsuk-react-components'
import { organisationsOf } from '#core/access/may.ts'
import { signatureFor } from '#core/access/record.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { symptomsOf } from '#core/feedback/answers.ts'
import { feedback, symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { noteLook } from '#store/case/look.ts'
import { type OpenedCase, readCase } from '#store/case/read.ts'
import { recordInCase } from '#store/case/record.ts'
import { personNames } from '#store/census/room/authors.ts'
import { instrumentsOf } from '#store/feedback/answer.ts'
import {
  type FeedbackLinkState,
  feedbackLinksOf,
  makeFeedbackLink,
  revokeFeedbackLink,
} from '#store/feedback/link.ts'
import { dateWords } from '../components/dates.ts'
import { isId } from '../components/id.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { sheetPage } from './sheet.tsx'

interface At extends OpenedCase {
  readonly links: readonly FeedbackLinkState[]
  readonly instruments: Awaited<ReturnType<typeof instrumentsOf>>
  readonly names: ReadonlyMap<string, string>
  /** As what the person signs; null where they only look. */
  readonly signature: ReturnType<typeof signatureFor>
}

async function caseAt(c: PageContext): Promise<At | null> {
  const { person } = c.var
  if (!person) return null
  return inScope(c, 'case:record', async (db) => {
    const found = await readCase(db, c.req.param('id') ?? '')
    if (!found) return null
    const links = await feedbackLinksOf(db, found.id)
    const [names, instruments] = await Promise.all([
      personNames(
        db,
        links.map(({ madeBy }) => madeBy),
      ),
      instrumentsOf(db, found.row.treating, c.var.now()),
      noteLook(db, {
        person: person.id,
        organisation: organisationsOf(person.memberships, 'case:record')[0] ?? null,
        patient: found.row.patient,
        caseId: found.id,
        page: 'case feedback',
      }),
    ])
    const held = signatureFor(person.memberships, feedback.name, found.row)
    // Its answer goes to those who treated: they ask.
    const signature = held?.organisation === found.row.treating ? held : null
    return { ...found, links, names, instruments, signature }
  })
}

export async function linksPage(c: PageContext, problems: readonly FieldProblem[] = [], mailTo = '') {
  const at = await caseAt(c)
  if (!at) return notFound(c)
  return show(
    c,
    <Page
      c={c}
      title="Feedback of the patient"
      here={paths.cases()}
      breadcrumbs={[
        { text: 'Cases', href: paths.cases() },
        { text: 'Case', href: paths.caseOf(at.id) },
      ]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Feedback of the patient</h1>
      <PatientLine patient={at.patient} now={c.var.now()} />
      <p className="nhsuk-u-reading-width">
        A personal link lets the patient say how it was, on a phone and without an account. It names neither
        the patient nor the treatment, and can be used once.
      </p>
      <Links c={c} at={at} />
      {at.signature ? <LinkForm at={at} problems={problems} mailTo={mailTo} now={c.var.now()} /> : null}
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function Links({ c, at }: { readonly c: PageContext; readonly at: At }) {
  return (
    <DataTable
      stacks
      caption="Links"
      rows={at.links}
      keyOf={({ id }) => id}
      empty="No link was made yet."
      columns={[
        { heading: 'Made', names: true, cell: ({ madeAt }) => dateWords(madeAt) },
        { heading: 'About', cell: ({ treatment: of }) => treatmentWords(at, of) },
        { heading: 'Handed over', cell: ({ isMailed }) => (isMailed ? 'By e-mail' : 'Printed') },
        { heading: 'By', cell: ({ madeBy }) => at.names.get(madeBy) ?? 'A colleague' },
        { heading: 'State', cell: (link) => <LinkState of={link} now={c.var.now()} /> },
        {
          heading: 'Do',
          cell: (link) =>
            at.signature && !link.endedAt && !link.revokedAt ? (
              <form method="post" action={paths.caseFeedbackRevoke(at.id, link.id)}>
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
  )
}

function LinkState({ of, now }: { readonly of: FeedbackLinkState; readonly now: Date }) {
  if (of.ended === 'given') return <Tag color="green">Answered</Tag>
  if (of.ended === 'declined') return <Tag color="grey">Declined</Tag>
  if (of.revokedAt) return <Tag color="grey">Withdrawn</Tag>
  if (of.expiresAt <= now) return <Tag color="grey">Expired</Tag>
  return of.openedAt ? <Tag color="blue">Opened</Tag> : <Tag color="blue">Not opened yet</Tag>
}

function treatmentWords({ course }: At, id: string): string {
  const done = course.standing(id)
  if (!done) return 'A treatment'
  return `${procedureName((done.body as { procedure: string }).procedure)}, ${dateWords(done.occurredAt)}`
}

interface LinkFormProps {
  readonly at: At
  readonly problems: readonly FieldProblem[]
  readonly mailTo: string
  readonly now: Date
}

function LinkForm({ at, problems, mailTo, now }: LinkFormProps) {
  const treatments = at.course.of(treatment).toReversed()
  if (treatments.length === 0) return <p>There is nothing to ask about before a treatment.</p>
  const symptoms = symptomsOf(at.course.of(symptomScore))
  return (
    <form method="post" action={paths.caseFeedback(at.id)} noValidate>
      <h2 className="nhsuk-heading-m">Make a link</h2>
      {at.links.some((link) => !link.endedAt && !link.revokedAt && link.expiresAt > now) ? (
        <p className="nhsuk-inset-text">
          A new link closes the one that is open for the same treatment: a sheet that was handed over, or a
          letter that was posted, opens nothing from then on.
        </p>
      ) : null}
      <Radios
        id="treatment"
        name="treatment"
        legend="About which treatment"
        legendProps={{ size: 's' }}
        {...errorFor(problems, 'treatment')}
      >
        {treatments.map(({ first }, index) => (
          <Radios.Item key={first} value={first} defaultChecked={index === 0}>
            {treatmentWords(at, first)}
          </Radios.Item>
        ))}
      </Radios>
      {symptoms.length > 0 ? (
        <Checkboxes
          id="symptoms"
          name="symptoms"
          legend="Ask for a score from 0 to 10"
          legendProps={{ size: 's' }}
          hint="Scored before the treatment. The page shows the symptom in these words."
        >
          {symptoms.map((symptom, index) => (
            <Checkboxes.Item key={symptom} name={`symptom-${index}`} value={symptom} defaultChecked>
              {symptom}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      ) : null}
      <InstrumentChoice instruments={at.instruments} code={at.row.treating} />
      <TextInput
        id="mailTo"
        name="mailTo"
        type="email"
        label="The patient’s e-mail address (optional)"
        labelProps={{ size: 's' }}
        hint="Leave it empty to print the link and hand it over. The address is forgotten when the letter is posted."
        width={30}
        autoComplete="off"
        defaultValue={mailTo}
        {...errorFor(problems, 'mailTo')}
      />
      <Button preventDoubleClick>Make the link</Button>
    </form>
  )
}

/** Those that the service may ask today; of the others, why not. */
function InstrumentChoice({ instruments, code }: Pick<At, 'instruments'> & { readonly code: string }) {
  const offered = instruments.filter(({ found }) => found.outcome === 'ask')
  return (
    <>
      {offered.length > 0 ? (
        <Checkboxes
          id="instruments"
          name="instruments"
          legend="Ask these questionnaires, too"
          legendProps={{ size: 's' }}
          hint="In the words that your service holds under its licence."
        >
          {offered.map(({ instrument }) => (
            <Checkboxes.Item key={instrument.id} name={`instrument-${instrument.id}`} value="yes">
              {`${instrument.title}, ${instrument.items.length} items`}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      ) : null}
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Questionnaires that cannot be asked, and why</span>
        </summary>
        <div className="nhsuk-details__text">
          <ul>
            {instruments.map(({ instrument, found }) =>
              found.outcome === 'refused' ? <li key={instrument.id}>{found.words}.</li> : null,
            )}
          </ul>
          <p>
            Licences, with the words that come with them, stand in{' '}
            <a href={paths.myServiceRegister(code, 'instrument-licence')}>your service’s register</a>.
          </p>
        </div>
      </details>
    </>
  )
}

const address = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/

export async function makeLink(c: PageContext) {
  const at = await caseAt(c)
  const { person } = c.var
  if (!at || !person || !at.signature) return notFound(c)
  const sent = await c.req.parseBody()
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '')
  const about = at.course.of(treatment).find(({ first }) => first === text('treatment'))
  const mailTo = text('mailTo')
  const problems: FieldProblem[] = []
  if (!about) problems.push({ field: 'treatment', words: 'Select the treatment' })
  if (mailTo !== '' && (!address.test(mailTo) || mailTo.length > 254))
    problems.push({ field: 'mailTo', words: 'Enter an e-mail address, as in name@example.com' })
  if (!about || problems.length > 0) return linksPage(c, problems, mailTo)
  const symptoms = symptomsOf(at.course.of(symptomScore)).filter(
    (symptom, index) => text(`symptom-${index}`) === symptom,
  )
  const { signature, id: caseId, row } = at
  const now = c.var.now()
  const made = await inScope(c, 'case:record', (db) =>
    db.transaction().execute(async (tx) => {
      const given = {
        caseId,
        organisation: row.treating,
        treatment: about.first,
        symptoms,
        instruments: at.instruments.flatMap(({ instrument, found }) =>
          found.outcome === 'ask' && text(`instrument-${instrument.id}`) === 'yes' ? [instrument.id] : [],
        ),
        madeBy: person.id,
      }
      const link = await makeFeedbackLink(tx, { ...given, mailTo: mailTo || null }, now)
      const isAsked = at.course.of(feedback).some(({ occurredAt }) => occurredAt >= about.occurredAt)
      if (!isAsked) {
        const asked = await recordInCase(tx, {
          ...{ caseId, kind: feedback, occurredAt: now, author: `person:${person.id}`, ...signature },
          body: { treatment: about.first, state: 'asked' },
        })
        if (asked.outcome !== 'appended') throw new Error(`that feedback was asked for was ${asked.outcome}`)
      }
      return link
    }),
  )
  if (mailTo) return c.redirect(paths.caseFeedback(caseId), 303)
  return sheetPage(c, { caseId, organisation: row.treating, token: made.token, now })
}

export async function revokeLink(c: PageContext) {
  const at = await caseAt(c)
  const id = c.req.param('link') ?? ''
  if (!at?.signature || !isId(id) || !at.links.some((link) => link.id === id)) return notFound(c)
  await inScope(c, 'case:record', (db) => revokeFeedbackLink(db, id, c.var.now()))
  return c.redirect(paths.caseFeedback(at.id), 303)
}
