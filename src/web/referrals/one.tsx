/** One referral: what it asks and what was answered; for who treats, the answer to give; for who referred, where the patient is. */

import { Button } from 'nhsuk-react-components'
import { signatureFor } from '#core/access/record.ts'
import { clinicalDiscussion, referral, referralAnswer } from '#core/pathway/kinds/referral.ts'
import { referralOf } from '#core/pathway/reading/referral.ts'
import { stateOf } from '#core/pathway/state.ts'
import { whereNow } from '#core/pathway/where-now.ts'
import { noteLook } from '#store/case/look.ts'
import { type OpenedCase, readCase } from '#store/case/read.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { authorNames } from '#store/census/room/authors.ts'
import type { Database } from '#store/open.ts'
import { type Candidate, matchesFor } from '#store/patient/match.ts'
import { markRead } from '#store/referral/made.ts'
import { dateTimeWords } from '../components/dates.ts'
import { EntryFields } from '../components/entry-fields.tsx'
import type { Fields } from '../components/form.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { signedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { AnswerForm } from './answer-form.tsx'
import { referenceOf } from './reference.ts'

export interface ReferralView {
  readonly opened: OpenedCase
  readonly names: ReadonlyMap<string, string>
  readonly authors: ReadonlyMap<string, string>
  readonly alike: readonly Candidate[]
}

/** What the page shows, looked at; null outside of the scope. */
export async function viewOf(c: PageContext, db: Database): Promise<ReferralView | null> {
  const opened = await readCase(db, c.req.param('case') ?? '')
  if (!opened) return null
  const { row, patient, entries } = opened
  const { organisations } = scopeFor(c, 'case:see')
  const writes = signedBy(c, 'patient:register', row.treating)?.organisation === row.treating
  const alike = writes ? await matchesFor(db, patient, patient.id) : []
  const codes = entries.flatMap(({ organisation, body }) => {
    const { from, to } = (body ?? {}) as { readonly from?: string; readonly to?: string }
    return [organisation, from, to].filter((code): code is string => typeof code === 'string')
  })
  const names = await organisationNames(db, [...row.organisations, ...codes])
  const authors = await authorNames(
    db,
    entries.map(({ author }) => author),
  )
  await noteLook(db, {
    person: c.var.person?.id ?? '',
    organisation: row.organisations.find((code) => organisations.includes(code)) ?? organisations[0] ?? null,
    patient: patient.id,
    caseId: opened.id,
    page: 'referral',
  })
  return { opened, names, authors, alike }
}

export function oneReferral(c: PageContext) {
  return inScope(c, 'case:see', async (db) => {
    const view = await viewOf(c, db)
    if (!view) return notFound(c)
    const { row, course } = view.opened
    const { organisations } = scopeFor(c, 'case:see')
    const { referring, treating } = row
    // Read by whoever referred: it leaves their list.
    if (referring && referring !== treating && organisations.includes(referring)) {
      const keys = course.of(referralAnswer).map(({ first }) => `answered:${first}`)
      await markRead(db, row.id, keys, { person: c.var.person?.id ?? '', organisation: referring })
    }
    return showReferral(c, view, {}, [])
  })
}

export function showReferral(
  c: PageContext,
  view: ReferralView,
  fields: Fields,
  problems: readonly FieldProblem[],
  status: 200 | 409 | 422 = problems.length > 0 ? 422 : 200,
) {
  const { opened, names, authors, alike } = view
  const { row, course, patient, surroundings } = opened
  const current = referralOf(course)
  const now = c.var.now()
  const memberships = c.var.person?.memberships ?? []
  const mayAnswer = !opened.onlyToLook && signatureFor(memberships, 'referral-answer', row) !== null
  const where = whereNow(course, surroundings, now.toISOString())
  const { organisations } = scopeFor(c, 'case:see')
  const isReferrer = row.referring !== null && organisations.includes(row.referring) && !mayAnswer
  return show(
    c,
    <Page
      c={c}
      title="Referral"
      here={paths.cases()}
      breadcrumbs={
        isReferrer
          ? [{ text: 'My referrals', href: paths.referrals() }]
          : [{ text: 'Referrals to answer', href: paths.cases({ list: 'to-answer' }) }]
      }
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <span className="nhsuk-caption-l">Reference {referenceOf(opened.id)}</span>
      <h1 className="nhsuk-heading-l">Referral</h1>
      <PatientLine patient={patient} now={now} />
      {alike.length > 0 ? (
        <div className="nhsuk-inset-text nhsuk-u-reading-width">
          <p>
            Your organisation may know this patient already.{' '}
            <a href={paths.patientPart(patient.id, 'merge')}>Is this the same person?</a>
          </p>
        </div>
      ) : null}
      {mayAnswer ? null : (
        <section aria-labelledby="where">
          <h2 className="nhsuk-heading-m" id="where">
            Where the patient is
          </h2>
          <p className="fp-statement nhsuk-u-reading-width">
            {isReferrer ? where.words : stateOf(course, surroundings, now.toISOString())}
          </p>
          {isReferrer && where.yours ? <p className="nhsuk-u-reading-width">{where.yours}</p> : null}
          {isReferrer ? <Reply c={c} opened={opened} /> : null}
        </section>
      )}
      <Answers view={view} />
      <h2 className="nhsuk-heading-m">What was asked</h2>
      {current ? (
        <>
          <p className="fp-quiet">
            {dateTimeWords(current.referral.occurredAt)},{' '}
            {authors.get(current.referral.author) ?? 'a person no longer known'},{' '}
            {names.get(current.referral.body.from) ?? current.referral.body.from}
          </p>
          <dl className="nhsuk-summary-list nhsuk-u-reading-width">
            <EntryFields fields={referral.fields} body={current.referral.body} organisations={names} />
          </dl>
        </>
      ) : (
        <p>There is no referral in this case yet.</p>
      )}
      {mayAnswer ? (
        <AnswerForm
          opened={opened}
          fields={fields}
          problems={problems}
          mayRefer={signedBy(c, 'case:refer') !== null}
        />
      ) : null}
      <p>
        <a href={paths.caseOf(opened.id)}>Open the case</a>
      </p>
    </Page>,
    status,
  )
}

/** Advice is often a question: the referrer says on in the case, where the radiologist finds it. */
function Reply({ c, opened }: { readonly c: PageContext; readonly opened: OpenedCase }) {
  const current = referralOf(opened.course)
  if (current?.answers.at(-1)?.body.answer !== 'advice' || opened.onlyToLook) return null
  if (!signatureFor(c.var.person?.memberships ?? [], clinicalDiscussion.name, opened.row)) return null
  return (
    <p>
      <Button href={paths.caseRecord(opened.id, clinicalDiscussion.name)}>Reply to the advice</Button>{' '}
      <Button secondary href={paths.caseAttach(opened.id)}>
        Attach a file
      </Button>
    </p>
  )
}

function Answers({ view: { opened, authors, names } }: { readonly view: ReferralView }) {
  const answers = referralOf(opened.course)?.answers ?? []
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <h2 className="nhsuk-heading-m" id="answers">
        {answers.length === 1 ? 'The answer' : 'The answers, the latest first'}
      </h2>
      {answers.toReversed().map((stated) => (
        <div key={stated.entry} className="nhsuk-u-reading-width">
          <p className="fp-quiet">
            {dateTimeWords(stated.occurredAt)}, {authors.get(stated.author) ?? 'a person no longer known'}
            {stated.organisation ? `, ${names.get(stated.organisation) ?? stated.organisation}` : ''}
          </p>
          <dl className="nhsuk-summary-list">
            <EntryFields fields={referralAnswer.fields} body={stated.body} />
          </dl>
        </div>
      ))}
    </section>
  )
}
