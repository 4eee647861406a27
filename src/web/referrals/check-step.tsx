/** The referral as it will be sent; and sending it, once. */

import { Button } from 'nhsuk-react-components'
import { signatureFor } from '#core/access/record.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { freshen } from '#store/case/freshen.ts'
import { noteLook } from '#store/case/look.ts'
import type { Database } from '#store/open.ts'
import { openAlike, type ReferralBody, sendReferral } from '#store/referral/send.ts'
import { dateWords } from '../components/dates.ts'
import { EntryFields } from '../components/entry-fields.tsx'
import { readKindForm } from '../components/kind-form/read.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
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
