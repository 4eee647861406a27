/** The referral as it will be sent; sending it, once; and that it was sent, with its reference. */

import { Button, Panel } from 'nhsuk-react-components'
import { signatureFor } from '#core/access/record.ts'
import { referenceFrom } from '#core/census/reference.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { freshen } from '#store/case/freshen.ts'
import { noteLook } from '#store/case/look.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import type { Database } from '#store/open.ts'
import { patientById } from '#store/patient/patient.ts'
import { draftOf } from '#store/referral/draft.ts'
import { openAlike, type ReferralBody, sendReferral } from '#store/referral/send.ts'
import { dateWords } from '../components/dates.ts'
import { EntryFields } from '../components/entry-fields.tsx'
import { isId } from '../components/id.ts'
import { readKindForm } from '../components/kind-form/read.ts'
import { PatientLine } from '../components/patient-line.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { type OpenDraft, onDraft, Step } from './draft-page.tsx'
import { formFor, showForm } from './form-step.tsx'

/** The draft's body where it is whole; else the response that asks for the rest. */
async function whole(c: PageContext, open: OpenDraft, db: Database) {
  const { draft } = open
  if (!draft.procedure || !draft.treating) return c.redirect(paths.referPart(draft.id, 'service'), 303)
  const form = await formFor(c, open, db)
  const read = readKindForm(referral, form.posted, form.facts)
  if (read.problems.length > 0) return showForm(c, open, { ...form, posted: read.posted }, read.problems)
  return { form, body: read.body as unknown as ReferralBody }
}

export function checkStep(c: PageContext) {
  return onDraft(c, async (open, db) => {
    const ready = await whole(c, open, db)
    if (ready instanceof Response) return ready
    const { form, body } = ready
    const { draft, patient } = open
    await freshen(db, [draft.organisation], c.var.now())
    const alike = await openAlike(db, draft)
    await noteLook(db, {
      person: c.var.person?.id ?? '',
      organisation: draft.organisation,
      patient: patient.id,
      caseId: null,
      page: 'check a referral',
    })
    const names = new Map(form.facts.organisations.map(({ code, name }) => [code, name]))
    return show(
      c,
      <Step c={c} {...open} title="Check the referral" backHref={paths.referPart(draft.id, 'form')}>
        {alike ? (
          <div className="nhsuk-warning-callout nhsuk-u-reading-width">
            <h2 className="nhsuk-warning-callout__label">Referred before</h2>
            <p>
              This patient has an open case there for the same procedure since {dateWords(alike.openedAt)}.{' '}
              <a href={paths.caseOf(alike.caseId)}>Open that case</a> rather than refer twice.
            </p>
          </div>
        ) : null}
        <dl className="nhsuk-summary-list nhsuk-u-reading-width">
          <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
            <dt className="nhsuk-summary-list__key">Refer to</dt>
            <dd className="nhsuk-summary-list__value">{form.to}</dd>
          </div>
          {draft.reason ? (
            <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
              <dt className="nhsuk-summary-list__key">Why onward</dt>
              <dd className="nhsuk-summary-list__value">{draft.reason}</dd>
            </div>
          ) : null}
          <EntryFields fields={referral.fields} body={body} organisations={names} />
        </dl>
        <form method="post" action={paths.referPart(draft.id, 'check')} className="fp-actions">
          <Button preventDoubleClick>Send the referral</Button>
          <a href={paths.referPart(draft.id, 'form')}>Change what it says</a>
        </form>
      </Step>,
    )
  })
}

export function send(c: PageContext) {
  return onDraft(c, async (open, db) => {
    const ready = await whole(c, open, db)
    if (ready instanceof Response) return ready
    const { draft } = open
    const memberships = c.var.person?.memberships ?? []
    const at = { treating: draft.organisation, organisations: [draft.organisation] }
    const signature = signatureFor(memberships, 'referral', at)
    const onward = signatureFor(memberships, 'onward-referral', at)
    if (!signature || (draft.onwardOf && !onward)) return forbidden(c)
    const sent = await sendReferral(db, {
      draft: draft.id,
      person: c.var.person?.id ?? '',
      author: `person:${c.var.person?.id}`,
      role: signature.role,
      onwardRole: onward?.role ?? signature.role,
      organisation: draft.organisation,
      body: ready.body,
      at: c.var.now(),
    })
    switch (sent.outcome) {
      case 'sent':
      case 'sent-before':
        return c.redirect(paths.referPart(draft.id, 'sent'), 303)
      case 'not-found':
        return notFound(c)
      case 'refused': {
        const problems = sent.problems.map(({ path, words }) => ({
          field: path.replace(/^body\./, ''),
          words,
        }))
        return showForm(c, open, ready.form, problems)
      }
    }
  })
}

/** Short enough to read out on the telephone: it follows from the case, and says nothing about the patient. */
export function referenceOf(caseId: string): string {
  const hex = caseId.replaceAll('-', '').slice(-14)
  return referenceFrom(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
}

export async function sentPage(c: PageContext) {
  const id = c.req.param('draft') ?? ''
  if (!isId(id)) return notFound(c)
  const found = await inScope(c, 'case:refer', async (db) => {
    const draft = await draftOf(db, id, c.var.person?.id ?? '')
    const patient = draft && (await patientById(db, draft.patient))
    if (!draft || !patient) return null
    if (!draft.caseId) return 'not-sent'
    await noteLook(db, {
      person: c.var.person?.id ?? '',
      organisation: draft.organisation,
      patient: patient.id,
      caseId: draft.caseId,
      page: 'referral sent',
    })
    const treating = draft.treating ?? ''
    const names = await organisationNames(db, [treating])
    return { caseId: draft.caseId, patient, to: names.get(treating) ?? treating }
  })
  if (!found) return notFound(c)
  if (found === 'not-sent') return c.redirect(paths.referPart(id, 'check'), 303)
  return show(
    c,
    <Page c={c} title="Referral sent" here={paths.cases()}>
      <Panel>
        <Panel.Title headingLevel="h1">Referral sent</Panel.Title>
        Reference
        <br />
        <strong>{referenceOf(found.caseId)}</strong>
      </Panel>
      <PatientLine patient={found.patient} now={c.var.now()} />
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p className="nhsuk-u-reading-width">
        {found.to} has it on its list of referrals to answer. You are told by e-mail when an answer is there,
        and see where the patient is at any time.
      </p>
      <ul>
        <li>
          <a href={paths.referral(found.caseId)}>See where the patient is</a>
        </li>
        <li>
          <a href={paths.caseOf(found.caseId)}>Open the case</a>, to add letters or images’ reports
        </li>
        <li>
          <a href={paths.refer()}>Refer another patient</a>
        </li>
      </ul>
    </Page>,
  )
}
